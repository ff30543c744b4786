import { resolve } from 'node:path';
import { checkBudgets } from './budgets';
import { checkFormat } from './format';
import { checkImports } from './imports';
import { checkLint } from './lint';
import { beside } from './program';
import type { Report } from './report';
import { checkSizes } from './sizes';
import { checkTypes } from './types';
import { checkUnused } from './unused';

const IN_BROWSERS = ['protocol', 'offline', 'client', 'sw', 'authenticator'];
/** What takes longest, in two halves of about the same length. */
const LINT = ['lint-browser', 'lint-rest'];

/** Every rule of the house that a program can check; quick ones first. */
const checks: Record<string, (root: string) => Report | Promise<Report>> = {
  sizes: checkSizes,
  imports: checkImports,
  unused: checkUnused,
  format: checkFormat,
  budgets: checkBudgets,
  types: checkTypes,
  'lint-browser': (root) => checkLint(root, IN_BROWSERS),
  'lint-rest': (root) => checkLint(root, ['.'], IN_BROWSERS),
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

/** Lint reads the declarations that the compiler writes, so it comes after that. */
async function runAll(): Promise<number> {
  const quick = Object.keys(checks).filter((name) => name !== 'types' && !LINT.includes(name));
  return (await sideBySide(quick, ['types'])) + (await sideBySide(LINT.slice(1), LINT.slice(0, 1)));
}

const asked = process.argv.slice(2).flatMap((name) => (name === 'lint' ? LINT : [name]));
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0)
  throw new Error(`no check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);

const broken = await (asked.length > 0 ? run(asked) : runAll());
if (broken > 0) {
  console.log(`\n${String(broken)} broken`);
  process.exitCode = 1;
}
