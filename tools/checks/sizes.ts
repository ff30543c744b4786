import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionLengths } from './function-lengths';
import { settle, type Report } from './report';
import { projectFiles } from './source-files';

/** style.md, Budgets: lines. */
const FILE = { median: 80, p90: 250, most: 400 };
const FUNCTION = { p90: 30, p99: 60 };

const CODE = /\.(ts|mjs|cjs|css)$/;
/** Tests are excepted from function lengths only: a `describe` is one function around all its sentences. */
const PRODUCT = /^(protocol|offline|client|sw|authenticator|server|migrations|tools)\/.*\.(ts|mjs)$/;
const HOUSE = /^(protocol|offline|client|sw|authenticator|server|migrations|tests|tools)\//;

/** The value below which that share of the numbers lies; nearest rank. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** A budget that is broken, as a line. */
const over = (what: string, is: number, most: number): string[] =>
  is <= most ? [] : [`${what} is ${String(is)} lines, at most ${String(most)}`];

/** Small files, short functions. */
export function checkSizes(root: string): Report {
  const files = projectFiles(root)
    .filter((path) => CODE.test(path) && HOUSE.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const lengths = files.map(({ text }) => linesOf(text));
  const functions = files
    .filter(({ path }) => PRODUCT.test(path))
    .flatMap(({ path, text }) => functionLengths(path, text).map((found) => ({ ...found, path })));
  const functionLines = functions.map(({ lines }) => lines);

  const p99 = percentile(functionLines, 0.99);
  const faults = [
    ...files.flatMap(({ path, text }) => over(`${path}: the file`, linesOf(text), FILE.most)),
    ...over('the median file', percentile(lengths, 0.5), FILE.median),
    ...over('the file at p90', percentile(lengths, 0.9), FILE.p90),
    ...over('the function at p90', percentile(functionLines, 0.9), FUNCTION.p90),
    ...over('the function at p99', p99, FUNCTION.p99),
  ];
  if (p99 > FUNCTION.p99) {
    const longest = functions.filter(({ lines }) => lines > FUNCTION.p99);
    faults.push(
      ...longest.map(
        ({ path, line, name, lines }) => `${path}:${String(line)}: ${name}, ${String(lines)} lines`,
      ),
    );
  }
  const saw =
    `${String(files.length)} files, median ${String(percentile(lengths, 0.5))}, p90 ${String(percentile(lengths, 0.9))}, ` +
    `longest ${String(Math.max(0, ...lengths))}; ${String(functions.length)} functions, ` +
    `p90 ${String(percentile(functionLines, 0.9))}, p99 ${String(p99)} lines`;
  return settle({ saw, count: Math.min(files.length, functions.length), faults });
}
