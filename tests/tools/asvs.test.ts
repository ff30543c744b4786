import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/specs/asvs.md'), 'utf8');

/** How many requirements each section of chapters 6 and 7 has (OWASP ASVS 5.0.0). */
const SECTIONS = {
  '6.1': 3,
  '6.2': 12,
  '6.3': 8,
  '6.4': 6,
  '6.5': 8,
  '6.6': 4,
  '6.7': 2,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 3,
  '7.6': 2,
};
const required = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, at) => `${section}.${String(at + 1)}`),
);

const rows = text
  .split('\n')
  .map((line) => /^\| (\d\.\d\.\d+) +\|([^|]*)\|([^|]*)\|([^|]*)\|$/.exec(line))
  .flatMap((found) => (found ? [{ row: found[1]!, does: found[3]!.trim(), shown: found[4]!.trim() }] : []));

describe('the table of the ASVS', () => {
  it('has every requirement of chapters 6 and 7 once, in order', () => {
    expect(rows.map(({ row }) => row)).toEqual(required);
  });

  it('says why where one does not apply, and names a test for every other', () => {
    const without = rows.filter(({ shown }) => shown === '–');
    expect(without.filter(({ does }) => !does.startsWith('does not apply: '))).toEqual([]);
    expect(rows.length - without.length).toBeGreaterThan(50);
  });

  it.each(rows.filter(({ shown }) => shown !== '–'))('$row names a test that is there', ({ shown }) => {
    const [, file = '', title = ''] = /^`(tests\/[\w./-]+)`: "(.+)"$/.exec(shown) ?? [];
    expect(file, shown).not.toBe('');
    expect(readFileSync(join(root, file), 'utf8')).toContain(`('${title}'`);
  });
});
