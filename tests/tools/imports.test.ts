import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkImports } from '../../tools/checks/imports';
import { aSmallTree, type SmallTree } from './small-tree';

const leaf = 'export const leaf = 1;\n';
const importing = (path: string): string => `import { leaf } from '${path}';\nexport const use = leaf;\n`;
const rules = ['.dependency-cruiser.mjs', 'tsconfig.base.json'];

describe('who may import whom', () => {
  /** Who imports, what, and the rule that refuses it. */
  const refused: [string, string, string][] = [
    ['client/a.ts', 'server/env.ts', 'client-stays-in-the-page'],
    ['client/b.ts', 'sw/sw.ts', 'client-stays-in-the-page'],
    ['sw/deliver.ts', 'client/main.ts', 'sw-imports-only'],
    ['offline/a.ts', 'client/main.ts', 'offline-imports-only'],
    ['protocol/a.ts', 'offline/outbox.ts', 'protocol-imports-only'],
    ['authenticator/start.ts', 'client/main.ts', 'authenticator-imports-only'],
    ['authenticator/clock.ts', 'protocol/concerns.ts', 'authenticator-imports-only'],
    ['client/e.ts', 'authenticator/main.ts', 'client-stays-in-the-page'],
    ['server/d.ts', 'authenticator/main.ts', 'server-stays-on-the-server'],
    ['sw/e.ts', 'authenticator/main.ts', 'sw-imports-only'],
    ['server/a.ts', 'offline/outbox.ts', 'server-stays-on-the-server'],
    ['server/b.ts', 'tests/database.ts', 'product-knows-no-tests'],
    ['server/school/c.ts', 'migrations/1_first.ts', 'migrations-belong-to-storage'],
    ['migrations/2_second.ts', 'protocol/concerns.ts', 'migrations-imports-only'],
    ['server/audit/append.ts', 'server/intake/accept.ts', 'server-order-audit'],
    ['server/access/can.ts', 'server/storage/database.ts', 'access-is-pure'],
    ['server/tidying/tidy.ts', 'server/env.ts', 'server-folder-is-listed'],
    ['server/concerns/routes.ts', 'server/app.ts', 'server-folder-below-the-top'],
    ['client/components/heed-icon.ts', 'client/data/concerns.ts', 'client-order-components'],
  ];
  const allowed: [string, string][] = [
    ['client/d.ts', 'protocol/concerns.ts'],
    ['client/screens/record.ts', 'offline/outbox.ts'],
    ['server/intake/judge.ts', 'server/audit/verify.ts'],
    ['server/storage/migrate.ts', 'migrations/1_first.ts'],
    ['tests/any.ts', 'server/env.ts'],
  ];
  let tree: SmallTree;
  let faults: string[];

  beforeAll(() => {
    tree = aSmallTree();
    tree.borrow(...rules);
    for (const [from, to] of [...refused, ...allowed]) {
      const up = '../'.repeat(from.split('/').length - 1);
      tree.write(to, leaf);
      tree.write(from, importing(up + to.replace(/\.ts$/, '')));
    }
    tree.write('server/audit/verify.ts', leaf);
    ({ faults } = checkImports(tree.root));
  });
  afterAll(() => {
    tree.remove();
  });

  test.each(refused)('refuses %s the import of %s', (from, to, rule) => {
    expect(faults).toContain(`${from} → ${to} (${rule})`);
  });

  test.each(allowed)('lets %s import %s', (from) => {
    expect(faults.filter((fault) => fault.startsWith(`${from} `))).toEqual([]);
  });
});

describe('more rules', () => {
  let tree: SmallTree | undefined;
  afterEach(() => tree?.remove());

  const faultsOf = (files: Record<string, string>): string[] => {
    tree = aSmallTree(files);
    tree.borrow(...rules);
    return checkImports(tree.root).faults;
  };

  test('refuses a type of the server in the page, though it leaves no trace in the build', () => {
    const faults = faultsOf({
      'server/rows.ts': 'export interface Row { id: string }\n',
      'client/main.ts':
        "import type { Row } from '../server/rows';\nexport const show = (row: Row) => row.id;\n",
    });
    expect(faults).toEqual(['client/main.ts → server/rows.ts (client-stays-in-the-page)']);
  });

  test('refuses node: in the protocol and in the page', () => {
    const text = "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n";
    const faults = faultsOf({ 'protocol/bytes.ts': text, 'client/main.ts': text });
    expect(faults.join()).toContain('(protocol-imports-only)');
    expect(faults.join()).toContain('(client-has-no-node)');
  });

  test('refuses two files that import each other', () => {
    const faults = faultsOf({
      'server/school/a.ts': "import { b } from './b';\nexport const a = () => b;\n",
      'server/school/b.ts': "import { a } from './a';\nexport const b = () => a;\n",
    });
    expect(faults.join()).toContain('(no-cycles)');
  });

  test('fails when a folder of the house was not seen at all', () => {
    expect(faultsOf({ 'protocol/concerns.ts': leaf, 'sw/readme.txt': 'nothing here' })).toEqual([
      'sw/: not one module of it was seen',
    ]);
  });
});
