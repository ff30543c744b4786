import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Line, Outcome } from './contest';
import type { Machine } from './machine';

const COLUMNS = ['', 'deeds', 'p50 ms', 'p95 ms', 'per second', ''] as const;
const WIDTHS = [12, 7, 10, 10, 11, 0] as const;

/** One contest as lines for a person. */
export function tableOf(outcome: Outcome): string {
  const { name, deed, floorIs, heed, floor, by, ratio, ratios } = outcome;
  const better = by === 'median' ? 'time' : 'rate';
  return [
    `\n${name}: ${deed}`,
    row(COLUMNS),
    row(cells('Heed', heed)),
    row(cells('floor', floor)),
    `  Heed ÷ floor (${better}): ${ratio}   by round: ${ratios.join(', ')}`,
    `  floor: ${floorIs}`,
  ].join('\n');
}

function cells(who: string, line: Line): string[] {
  const facts = Object.entries(line.facts).map(([name, value]) => `${name} ${value}`);
  return [who, ...[line.deeds, line.p50, line.p95, line.perSecond].map(String), facts.join(', ')];
}

function row(texts: readonly string[]): string {
  const padded = texts.map((text, at) =>
    at === 0 ? text.padEnd(WIDTHS[0]) : text.padStart(WIDTHS[at] ?? 0),
  );
  return `  ${padded.join('  ').trimEnd()}`;
}

/** Writes all figures into `bench-results`. @returns the file's path */
export function writeResults(
  root: string,
  machine: Machine,
  outcomes: readonly Outcome[],
  quick: boolean,
): string {
  const folder = join(root, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = join(folder, `${at.replaceAll(':', '-').slice(0, 19)}.json`);
  writeFileSync(file, JSON.stringify({ at, quick, machine, outcomes }, null, 2));
  return file;
}
