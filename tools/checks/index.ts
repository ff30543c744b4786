import { resolve } from 'node:path';
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

let broken = 0;
for (const [name, check] of Object.entries(checks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { saw, faults } = await check(root);
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}: ${saw}`);
  for (const fault of faults) console.log(`    ${fault}`);
  broken += faults.length;
}
if (broken > 0) {
  console.log(`\n${String(broken)} broken`);
  process.exitCode = 1;
}
