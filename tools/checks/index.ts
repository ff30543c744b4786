import { resolve } from 'node:path';
import { checkBudgets } from './budgets';
import { checkFormat } from './format';
import { checkImports } from './imports';
import { checkLint } from './lint';
import { beside } from './program';
import type { Report } from './report';
import { checkSizes } from './sizes';
import { checkTypedLint } from './typed-lint';
import { checkTypes } from './types';
import { checkUnused } from './unused';

/** What reads the code as TypeScript; about as long as all others together, and beside them. */
const OF_TYPESCRIPT = ['types', 'typed-lint', 'lint'];

/** Every rule of the house that a program can check; quick ones first. */
const checks: Record<string, (root: string) => Report | Promise<Report>> = {
  sizes: checkSizes,
  imports: checkImports,
  unused: checkUnused,
  format: checkFormat,
  budgets: checkBudgets,
  types: checkTypes,
  'typed-lint': checkTypedLint,
  lint: checkLint,
};

const root = resolve(import.meta.dirname, '../..');

/** @returns how many faults they found */
async function run(names: readonly string[]): Promise<number> {
  let broken = 0;
  for (const name of names) {
    const { saw, faults } = await checks[name]!(root);
    console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}: ${saw}`);
    for (const fault of faults) console.log(`    ${fault}`);
    broken += faults.length;
  }
  return broken;
}

/** Two rows of checks side by side, each with a core of its own. @returns as {@link run} */
async function sideBySide(here: readonly string[], there: string[]): Promise<number> {
  const other = beside(root, 'tools/check.mjs', there);
  const broken = await run(here);
  const { code, out, err } = await other;
  process.stdout.write(out + err);
  return broken + code;
}

const asked = process.argv.slice(2);
const others = Object.keys(checks).filter((name) => !OF_TYPESCRIPT.includes(name));
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0)
  throw new Error(`no check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);

const broken = await (asked.length > 0 ? run(asked) : sideBySide(others, OF_TYPESCRIPT));
if (broken > 0) {
  console.log(`\n${String(broken)} broken`);
  process.exitCode = 1;
}
