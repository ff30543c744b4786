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

/**
 * What `playwright install` has put into its own folder, newest first.
 * @param {'chromium' | 'chromium_headless_shell'} kind
 * @param {string[]} programs
 */
function playwrightsOwn(kind, programs) {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return undefined;
  const build = (/** @type {string} */ name) => Number(name.slice(kind.length + 1));
  const builds = readdirSync(folder).filter((name) => name.startsWith(`${kind}-`) && build(name) > 0);
  builds.sort((a, b) => build(b) - build(a));
  return builds
    .flatMap((name) => readdirSync(join(folder, name)).map((sub) => join(folder, name, sub)))
    .flatMap((place) => programs.map((program) => join(place, program)))
    .find(canRun);
}

/**
 * Chromium for the tests: HEED_CHROMIUM, else the machine's own, else what `playwright install` has fetched.
 * @returns {string | undefined} absolute path; undefined when there is none
 * @throws {Error} when HEED_CHROMIUM names something that cannot be run
 */
export function findChromium() {
  return (
    named('HEED_CHROMIUM') ??
    onPath(CHROMIUM_NAMES) ??
    CHROMIUM_PLACES.find(canRun) ??
    playwrightsOwn('chromium', ['chrome'])
  );
}

/**
 * The same Chromium without the windows and services around it, for tests that look at single pages: it costs a quarter
 * less processor time. HEED_CHROMIUM, else Debian's package, else Playwright's, else the whole browser.
 * @returns {string | undefined} absolute path; undefined when there is none
 * @throws {Error} when HEED_CHROMIUM names something that cannot be run
 */
export function findHeadlessShell() {
  return (
    named('HEED_CHROMIUM') ??
    onPath(['chromium-headless-shell']) ??
    playwrightsOwn('chromium_headless_shell', ['headless_shell', 'chrome-headless-shell']) ??
    findChromium()
  );
}

/**
 * The program file that a person has named.
 * @param {'HEED_CHROMIUM' | 'HEED_FIREFOX'} variable
 */
function named(variable) {
  const file = process.env[variable];
  if (file === undefined || file === '') return undefined;
  if (!canRun(file)) throw new Error(`${variable} is ${file}, which cannot be run`);
  return file;
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
  return named('HEED_FIREFOX') ?? onPath(FIREFOX_NAMES) ?? FIREFOX_PLACES.find(canRun);
}
