/**
 * `npm run dev`: the server, restarted when a source changes, and Vite with hot reload in front of it at
 * http://localhost:5173, Heed Authenticator below it at /authenticator/. Mails are files in data/mail, and their links
 * lead to that address.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure } from './ensure.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const CLIENT = 'http://localhost:5173';

await ensure(['install']);

const env = {
  PUBLIC_URL: CLIENT,
  UV_THREADPOOL_SIZE: '8',
  // Vite reads its configuration as it reads the rest; that Node by itself could not is of no use to anybody here.
  VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
  ...process.env,
};
const modules = join(root, 'node_modules');
const vite = [join(modules, 'vite', 'bin', 'vite.js'), '--clearScreen', 'false'];
const programs = [
  [join(modules, 'tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', 'server/index.ts'],
  vite,
  [...vite, '--config', 'vite.authenticator.config.ts'],
];
const children = programs.map((args) => spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }));

let ending = false;
/** @param {number} code */
function end(code) {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}
for (const child of children) {
  child.once('exit', (code) => {
    end(code ?? 0); // one without the other is of no use
  });
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    end(0);
  });
}
