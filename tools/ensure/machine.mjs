/** What the tests need of the machine: browsers, a PostgreSQL server, a compiler for sqlite3. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, findFirefox, findHeadlessShell, onPath } from '../browsers.mjs';
import { Unready, run } from './run.mjs';

/**
 * Installs Debian packages, where we are root and there is an apt-get.
 * @param {string[]} packages
 * @returns {Promise<boolean>} false when this machine or this person cannot
 */
async function aptInstall(packages) {
  if (process.getuid?.() !== 0 || onPath(['apt-get']) === undefined) return false;
  console.error(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if ((await run('apt-get', install, { env })).code === 0) return true;
  // A fresh image has no package lists yet.
  if ((await run('apt-get', ['update', '-qq'], { env })).code !== 0) return false;
  return (await run('apt-get', install, { env })).code === 0;
}

/**
 * Chromium: HEED_CHROMIUM, the machine's own, Playwright's download, Debian's package; in this order.
 * @param {string} root
 */
export async function browser(root) {
  if (findChromium() !== undefined) return shell();
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
  console.error('No Chromium on this machine; asking Playwright for one …');
  const { code } = await run(process.execPath, [playwright, 'install', 'chromium'], { cwd: root });
  if (code === 0 && findChromium() !== undefined) return;
  if ((await aptInstall(['chromium', 'chromium-l10n'])) && findChromium() !== undefined) return shell();
  throw new Unready(
    'The tests need Chromium. Install Chromium or Google Chrome, or set HEED_CHROMIUM to its program file.',
  );
}

/** Debian packs the Chromium without windows apart. Where it cannot be had, the whole one does its work. */
async function shell() {
  const isNamed = (process.env.HEED_CHROMIUM ?? '') !== '';
  if (!isNamed && findHeadlessShell() === findChromium()) await aptInstall(['chromium-headless-shell']);
}

/** Firefox: HEED_FIREFOX, the machine's own, Debian's firefox-esr. Without it its suite fails and says so. */
export async function firefox() {
  if (findFirefox() !== undefined) return;
  if ((await aptInstall(['firefox-esr'])) && findFirefox() !== undefined) return;
  console.error('No Firefox found: the suite "firefox" will fail. Install Firefox ESR, or set HEED_FIREFOX.');
}

function hasPostgres() {
  if (process.env.DATABASE_URL !== undefined && process.env.DATABASE_URL !== '') return true;
  if (onPath(['initdb']) !== undefined) return true;
  const root = '/usr/lib/postgresql';
  return (
    existsSync(root) && readdirSync(root).some((version) => existsSync(join(root, version, 'bin', 'initdb')))
  );
}

/** PostgreSQL: DATABASE_URL, the machine's own programs, Debian's package. Without it its suite fails and says so. */
export async function postgres() {
  if (hasPostgres()) return;
  if ((await aptInstall(['postgresql'])) && hasPostgres()) return;
  console.error(
    'No PostgreSQL found: the suite "server-postgres" will fail. Install it, or set DATABASE_URL.',
  );
}

/** poppler, which reads the papers that the tests print: the machine's own, Debian's poppler-utils. */
export async function poppler() {
  const programs = ['pdftotext', 'pdfinfo', 'pdffonts'];
  const isThere = () => programs.every((program) => onPath([program]) !== undefined);
  if (isThere() || ((await aptInstall(['poppler-utils'])) && isThere())) return;
  console.error('No pdftotext and pdfinfo found: the tests of papers will fail. Install poppler-utils.');
}

/** What node-gyp needs when sqlite3 has to be compiled. */
export async function compilers() {
  const needed = { python3: 'python3', make: 'make', 'g++': 'g++' };
  const missing = Object.entries(needed).filter(([program]) => onPath([program]) === undefined);
  if (missing.length === 0) return;
  await aptInstall(missing.map(([, debianPackage]) => debianPackage));
}
