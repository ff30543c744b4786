/** dist: built from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unready, run } from './run.mjs';

/** What a build depends on; changing any file here makes dist stale. */
const SOURCES = [
  'protocol',
  'offline',
  'client',
  'sw',
  'authenticator',
  'server',
  'migrations',
  'tools',
  'docs/help',
];
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'CHANGELOG.md',
  'tsconfig.base.json',
  'vite.config.ts',
  'vite.authenticator.config.ts',
  'vite.viewer.config.ts',
  'vite.server.config.ts',
];
/** The client empties its folder, so what lies in it comes after it. */
const BUILDS = [
  [],
  ['--config', 'vite.authenticator.config.ts'],
  ['--config', 'vite.viewer.config.ts'],
  ['--config', 'vite.server.config.ts'],
];
const RESULTS = [
  'dist/client/index.html',
  'dist/client/sw.js',
  'dist/client/authenticator/index.html',
  'dist/client/authenticator/sw.js',
  'dist/client/viewer/index.html',
  'dist/server/index.js',
  'dist/server/shell.js',
];

/**
 * All files below a folder, sorted, so that the hash does not hang on the order of a directory.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths relative to root
 */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    });
}

/**
 * A digest of every source that dist is made from.
 * @param {string} root
 * @returns {string} hex SHA-256
 */
export function sourceDigest(root) {
  const hash = createHash('sha256').update(process.version);
  const files = [...SETTINGS, ...SOURCES.flatMap((folder) => filesBelow(root, folder))];
  for (const file of files) {
    if (!existsSync(join(root, file))) continue;
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * Builds the client, its worker, Heed Authenticator and the server when a source has changed since the last build.
 * @param {string} root
 */
export async function build(root) {
  const stamp = join(root, '.stamp', 'build');
  const digest = sourceDigest(root);
  const whole = RESULTS.every((file) => existsSync(join(root, file)));
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;

  console.error('Building …');
  rmSync(stamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // Our sources import each other without file endings, so Vite has to bundle its settings and would say so 120 times.
  const env = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
  for (const settings of BUILDS) {
    const args = [vite, 'build', '--logLevel', 'warn', ...settings];
    const { code } = await run(process.execPath, args, { cwd: root, env });
    if (code !== 0) throw new Unready('The build failed; Vite says why above.');
  }
  const missing = RESULTS.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new Unready(`The build wrote no ${missing.join(', ')}.`);
  mkdirSync(join(root, '.stamp'), { recursive: true });
  writeFileSync(stamp, digest);
}
