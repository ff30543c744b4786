import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What people read first must speak of things that are there. */
const root = join(import.meta.dirname, '../..');
const documents = [
  'README.md',
  ...(readdirSync(join(root, 'docs'), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, what]) => what!);

describe.each(documents)('%s', (document) => {
  const text = textOf(document);

  it('links to nothing that is missing', () => {
    // Addresses of the product begin with a slash; those of help sheets are looked at in help.test.ts.
    const links = found(text, /\]\(([^)#]+?)(?:#[^)]*)?\)/g).filter((link) => !/^(https?:|\/)/.test(link));

    expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });

  it('names no file or folder of the tree that is missing', () => {
    const ours =
      /`((?:protocol|offline|client|sw|authenticator|server|migrations|tests|tools|docs)\/[\w./-]*)`/g;

    expect(found(text, ours).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names no npm script that is missing', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

    expect(found(text, /npm run ([\w-]+(?::[\w-]+)*)/g).filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the table of settings', () => {
  it('names every setting that the server reads, and no other', () => {
    const source = ['server/env.ts', 'server/files/shelf/bucket-place.ts'].map(textOf).join('\n');
    const read = new Set(found(source, /given\('(\w+)'\)/g));
    const rows = textOf('README.md')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+`/.test(line));
    const named = rows.flatMap((row) => found(row.split('|')[1]!, /`(\w+)`/g));

    expect(named.length).toBeGreaterThan(10);
    expect([...named, 'HEED_FAULT_POINT'].sort()).toEqual([...read].sort());
  });
});
