import { resolve } from 'node:path';
import { beside } from './beside';
import { checkBudgets } from './budgets';
import { checkFormat } from './format';
import { checkImports } from './imports';
import { checkLint } from './lint';
import type { Report } from './report';
import { checkSizes } from './sizes';
import { checkTypes } from './types';
import { checkUnused } from './unused';

/** Every rule of the house that a program can check; quick ones first. */
const checks: Record<string, (root: string) => Report | Promise<Report>> = {
  sizes: checkSizes,
  imports: checkImports,
  unused: checkUnused,
  format: checkFormat,
  types: checkTypes,
  lint: checkLint,
  budgets: checkBudgets,
};

const root = resolve(import.meta.dirname, '../..');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0)
  throw new Error(`no check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);

const wanted = Object.keys(checks).filter((name) => asked.length === 0 || asked.includes(name));
// It takes as long as all the others together, so it runs beside them.
const lint = wanted.length > 1 && wanted.includes('lint') ? beside(root, 'lint') : null;
let broken = 0;
for (const name of wanted) {
  if (name === 'lint' && lint) continue;
  const { saw, faults } = await checks[name]!(root);
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}: ${saw}`);
  for (const fault of faults) console.log(`    ${fault}`);
  broken += faults.length;
}
if (broken > 0) console.log(`\n${String(broken)} broken`);
if (broken > 0 || !((await lint) ?? true)) process.exitCode = 1;
