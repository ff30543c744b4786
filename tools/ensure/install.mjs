/** The packages: present, and those of the lock file. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unready, npm } from './run.mjs';

/** The stamp is the digest of the lock file, then the Node it was installed for. */
const HASH_CHARACTERS = 64;

/** @param {string} root */
function wanted(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.version} ${process.platform}-${process.arch}\n`;
}

/**
 * Whether npm's own note of what it installed says the same versions as the lock file: somebody ran `npm install`.
 * @param {string} root
 */
function sameAsLock(root) {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  /** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, dev?: boolean }> }} Lock */
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {Lock} */
  const installed = JSON.parse(readFileSync(note, 'utf8'));
  return Object.entries(lock.packages).every(
    ([path, entry]) =>
      path === '' || entry.optional === true || installed.packages[path]?.version === entry.version,
  );
}

/**
 * The one line that helps, read off what npm said.
 * @param {string} said
 */
export function whyInstallFailed(said) {
  if (/gyp ERR|node-gyp|prebuild-install/.test(said)) {
    return (
      'sqlite3 could not be compiled, and no ready-made binary could be fetched. Install python3, make and g++ ' +
      '(Debian: apt-get install python3 make g++), then run the same command again.'
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ERR_SOCKET_TIMEOUT/.test(said)) {
    return 'The packages could not be fetched: the package registry did not answer. Check the network and try again.';
  }
  if (/EBADENGINE/.test(said)) return `Heed needs Node 20.19 or newer; this is ${process.version}.`;
  return 'The packages could not be installed; npm says why above.';
}

/**
 * `npm ci` when node_modules is missing, of another lock file or of another Node.
 * Development packages too, whatever NODE_ENV says: the client is built with them.
 * @param {string} root
 */
export async function install(root) {
  const stamp = join(root, 'node_modules', '.heed-stamp');
  const want = wanted(root);
  const is = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (is === want) return;
  const sameNode = is === undefined || is.slice(HASH_CHARACTERS) === want.slice(HASH_CHARACTERS);
  if (sameNode && sameAsLock(root)) {
    writeFileSync(stamp, want);
    return;
  }
  console.error(
    'Installing packages (the first time takes a minute or two: sqlite3 may have to be compiled) …',
  );
  const { code, said } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], root);
  if (code !== 0) throw new Unready(whyInstallFailed(said));
  writeFileSync(stamp, want);
}
