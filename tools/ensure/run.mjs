/** Starts other programs for `ensure.mjs`, and the one kind of error that a person at the keyboard is shown. */
import { spawn } from 'node:child_process';

const KEPT_OUTPUT = 20_000;

/** Something this machine lacks; the message is one or two plain lines. */
export class Unready extends Error {}

/**
 * Runs a program, shows what it says and keeps the end of it.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, said: string }>} code 127 when the program cannot be started
 */
export function run(program, args, options = {}) {
  return new Promise((settle) => {
    let said = '';
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      process.stderr.write(chunk);
      said = (said + chunk.toString('utf8')).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => {
      settle({ code: 127, said: error.message });
    });
    child.once('close', (code) => {
      settle({ code: code ?? 1, said });
    });
  });
}

/**
 * Runs npm: the one that started us, else the one on PATH.
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  // node-gyp hands this on to make: what has to be compiled, every core compiles.
  const env = { JOBS: 'max', ...process.env };
  const own = process.env.npm_execpath;
  if (own !== undefined && /npm-cli\.c?js$/.test(own))
    return run(process.execPath, [own, ...args], { cwd, env });
  return run('npm', args, { cwd, env, shell: process.platform === 'win32' });
}
