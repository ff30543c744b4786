import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROW_TYPES, rowTypes } from '../../tools/row-types';

/** A column that a migration adds is a column that every reading knows of. */
const root = join(import.meta.dirname, '../..');
const wanted = await rowTypes();

describe('the row types', () => {
  it.each([...wanted.keys()])(
    '%s is as the migrations leave the tables; else `npm run row-types`',
    (path) => {
      expect(existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null).toBe(
        wanted.get(path),
      );
    },
  );

  it('stand beside no file of a migration that is no more', () => {
    const there = readdirSync(join(root, ROW_TYPES)).map((name) => `${ROW_TYPES}/${name}`);

    expect(there.sort()).toEqual([...wanted.keys()].sort());
  });

  it('know what may be missing, what is sealed and what is one of a few codes', () => {
    const records = wanted.get(`${ROW_TYPES}/records.ts`);
    const [, concern] = /interface ConcernRow \{([^}]*)\}/.exec(records ?? '') ?? [];

    expect(concern).toContain('id: string;');
    expect(concern).toContain('author_id: string | null;');
    expect(concern).toContain('author_typed: Buffer | null;');
    expect(concern).toContain('urgent: number;');
    expect(concern).toMatch(/quarantine:[^;]*'signature-wrong'[^;]*\| null;/);
  });
});
