/**
 * Where the browsers are that the tests drive. Node builtins only: `ensure.mjs` uses it before anything is installed.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox', 'firefox.exe'];
const FIREFOX_PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** @param {string} file */
function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first program of that name on PATH.
 * @param {string[]} names
 * @returns {string | undefined} absolute path
 */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (canRun(file)) return file;
    }
  }
  return undefined;
}

/** The Chromium that `playwright install` has put into its own folder, newest first. */
function playwrightsOwn() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return undefined;
  const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return builds
    .flatMap((build) => ['chrome-linux', 'chrome-linux64'].map((sub) => join(folder, build, sub, 'chrome')))
    .find(canRun);
}

/**
 * Chromium for the tests: HEED_CHROMIUM, else the machine's own, else what `playwright install` has fetched.
 * @returns {string | undefined} absolute path; undefined when there is none
 * @throws {Error} when HEED_CHROMIUM names something that cannot be run
 */
export function findChromium() {
  const named = process.env.HEED_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!canRun(named)) throw new Error(`HEED_CHROMIUM is ${named}, which cannot be run`);
    return named;
  }
  return onPath(CHROMIUM_NAMES) ?? CHROMIUM_PLACES.find(canRun) ?? playwrightsOwn();
}

/**
 * What makes Chromium draw fields for days and times as a school's browsers do: a context's locale does not. It takes
 * effect where Chromium has its file for British English, which Debian packs apart, as chromium-l10n.
 */
export const BRITISH = { LANGUAGE: 'en_GB' };

/**
 * Firefox for the tests: HEED_FIREFOX, else the machine's own (ESR first).
 * @returns {string | undefined} absolute path; undefined when there is none
 * @throws {Error} when HEED_FIREFOX names something that cannot be run
 */
export function findFirefox() {
  const named = process.env.HEED_FIREFOX;
  if (named !== undefined && named !== '') {
    if (!canRun(named)) throw new Error(`HEED_FIREFOX is ${named}, which cannot be run`);
    return named;
  }
  return onPath(FIREFOX_NAMES) ?? FIREFOX_PLACES.find(canRun);
}
