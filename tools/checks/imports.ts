import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runPackage } from './program';
import { settle, type Report } from './report';

const FOLDERS = [
  'protocol',
  'offline',
  'client',
  'sw',
  'authenticator',
  'server',
  'migrations',
  'tests',
  'tools',
];

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
  modules: { source: string }[];
}

/**
 * architecture.md, Who may import whom: dependency-cruiser over every folder. It passes with 0 modules when it finds
 * no TypeScript it understands, so each folder must show up among what it saw.
 */
export function checkImports(root: string): Report {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders];
  const { out, err } = runPackage(root, 'dependency-cruiser/bin/dependency-cruise.mjs', args);
  if (!out.startsWith('{')) throw new Error(`dependency-cruiser gave no result: ${err}`);
  const { summary, modules } = JSON.parse(out) as Cruise;
  const faults = summary.violations.map(({ from, to, rule }) => `${from} → ${to} (${rule.name})`);
  for (const folder of folders) {
    const seen = modules.some(({ source }) => source.startsWith(`${folder}/`));
    if (!seen) faults.push(`${folder}/: not one module of it was seen`);
  }
  return settle({ saw: `${String(summary.totalCruised)} modules`, count: summary.totalCruised, faults });
}
