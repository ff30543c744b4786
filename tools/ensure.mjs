/**
 * Makes a clone ready to start, build or test: `node tools/ensure.mjs install build browser`.
 * Node builtins only, since it runs before anything is installed. Each step does nothing when there is nothing to do.
 */
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { build } from './ensure/build.mjs';
import { install } from './ensure/install.mjs';
import { browser, compilers, firefox, poppler, postgres } from './ensure/machine.mjs';
import { Unready } from './ensure/run.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');

/** @type {Record<string, (root: string) => Promise<void>>} */
const steps = { compilers, install, build, browser, firefox, postgres, poppler };

/**
 * Takes the named steps in order.
 * @param {string[]} names
 * @throws {Unready} with one line for the person at the keyboard
 */
export async function ensure(names) {
  for (const name of names) {
    const step = steps[name];
    if (step === undefined)
      throw new Unready(`ensure: no step "${name}"; there are ${Object.keys(steps).join(', ')}`);
    await step(root);
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await ensure(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
