import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../protocol/version';
import { helpFile } from '../../tools/help/read-sheets';
import { releasesOf } from '../../tools/help/read-changes';
import { readLicences } from '../../tools/licences/read-licences';
import { aSmallTree } from './small-tree';

const root = resolve(import.meta.dirname, '../..');
const { releases, sheets } = helpFile();

describe('Heed says what it is', () => {
  test('what has changed begins with this version, newest first', () => {
    const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect([VERSION, releases[0]?.version]).toEqual([version, version]);
    const days = releases.map(({ day }) => day);
    expect(days).toEqual(days.toSorted().toReversed());
    for (const { parts } of releases) expect(parts.every(({ points }) => points.length > 0)).toBe(true);
  });

  test('each version is read in a minute by whoever it is for', () => {
    for (const { version, parts } of releases)
      for (const part of parts) {
        const words = part.points
          .flat()
          .map((span) => (typeof span === 'string' ? span : ''))
          .join(' ')
          .split(/\s+/);
        expect(words.length, `${version}, ${part.for}`).toBeLessThan(200);
      }
  });

  test('no sheet takes the address of the page about Heed', () => {
    expect(sheets.map(({ id }) => id)).not.toContain('about');
  });

  test('what is no change for somebody is not built', () => {
    expect(() => releasesOf('## next\n\n### Everyone\n\n- One.')).toThrow('no version with its day');
    expect(() => releasesOf('## 1.0.0 (2027-01-01)\n\n### Pupils\n\n- One.')).toThrow('nobody whom');
    expect(() => releasesOf('## 1.0.0 (2027-01-01)\n\n### Everyone\n\nMuch.')).toThrow('only lists');
  });
});

describe('whose work Heed is made of', () => {
  const { packages, texts } = readLicences();
  const names = packages.map(({ name }) => name);

  test('every package that a script of the built pages holds is named', () => {
    const modules = ['bundle-graph', 'authenticator-graph', 'viewer-graph'].flatMap((name) => {
      const graph = readFileSync(resolve(root, `.stamp/${name}.json`), 'utf8');
      return (JSON.parse(graph) as { modules: string[] }[]).flatMap((chunk) => chunk.modules);
    });
    expect(modules.length).toBeGreaterThan(300);
    expect([...new Set(modules.flatMap(packageOf))].filter((name) => !names.includes(name))).toEqual([]);
  });

  test('every package that the server needs is named, with those that it needs itself', () => {
    const { dependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const missing = [...Object.keys(dependencies), 'koa-compose', 'fontkit', 'lucide-static'].filter(
      (name) => !names.includes(name),
    );
    expect(missing).toEqual([]);
    expect(names.length).toBeGreaterThan(200);
  });

  test('each has a licence, and its words where it brings them', () => {
    for (const { name, licence, texts: own } of packages) {
      expect(licence, name).not.toBe('');
      for (const at of own) expect(texts[at]?.length ?? 0, name).toBeGreaterThan(100);
    }
    const lit = packages.find(({ name }) => name === 'lit-html');
    expect(texts[lit?.texts[0] ?? -1]).toContain('Redistributions in binary form');
  });

  test('a licence that lies beside what is shipped is shown as well, such as those of the decoders of PDFs', () => {
    const shipped = (readdirSync(resolve(root, 'dist/client'), { recursive: true }) as string[]).filter(
      (file) => /licen[cs]e(?!s\.json)[^/]*$/i.test(file),
    );
    expect(shipped).toContain('viewer/LICENSE_OPENJPEG');
    const shown = (file: string) =>
      texts.includes(readFileSync(resolve(root, 'dist/client', file), 'utf8').trim());
    expect(shipped.filter((file) => !shown(file))).toEqual([]);
  });

  test('a package whose licence nobody has read stops the build', () => {
    const lock = (license?: string) =>
      JSON.stringify({
        packages: { 'node_modules/left-pad': { version: '1.0.0', ...(license ? { license } : {}) } },
      });
    const tree = aSmallTree({ 'package-lock.json': lock('AGPL-3.0-only') });
    try {
      expect(() => readLicences(tree.root)).toThrow('left-pad');
      tree.write('package-lock.json', lock());
      expect(() => readLicences(tree.root)).toThrow('left-pad');
      tree.write('package-lock.json', lock('(MIT OR WTFPL)'));
      expect(readLicences(tree.root).packages).toHaveLength(1);
    } finally {
      tree.remove();
    }
  });
});

/** The package of a module; what a tool writes of its own begins with a zero. */
function packageOf(module: string): string[] {
  if (module.startsWith('\0')) return [/^\0(vite|rolldown)/.exec(module)?.[1] ?? 'rolldown'];
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module) ?? [];
  return name ? [name] : [];
}
