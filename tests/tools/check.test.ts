import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { checkBudgets } from '../../tools/checks/budgets';
import { checkFormat } from '../../tools/checks/format';
import { settle } from '../../tools/checks/report';
import { checkSizes } from '../../tools/checks/sizes';
import { checkTypes } from '../../tools/checks/types';
import { checkUnused } from '../../tools/checks/unused';
import { aSmallTree, type SmallTree } from './small-tree';

let tree: SmallTree | undefined;
const grow = (files: Record<string, string>): SmallTree => (tree = aSmallTree(files));
afterEach(() => tree?.remove());

const lines = (count: number): string => 'export const line = 1;\n'.repeat(count);
const short = 'export function short() {\n  return 1;\n}\n';

test('a check that saw nothing fails', () => {
  expect(settle({ saw: '0 files', count: 0, faults: [] }).faults).toHaveLength(1);
  expect(checkSizes(grow({}).root).faults).not.toEqual([]);
});

test('sizes: 400 lines pass, 401 do not', () => {
  const { root } = grow({
    'server/long.ts': lines(400),
    'server/a.ts': short,
    'server/b.ts': short,
    'server/c.ts': short,
  });
  expect(checkSizes(root).faults.filter((fault) => fault.startsWith('server/long.ts'))).toEqual([]);
  tree?.write('server/long.ts', lines(401));
  expect(checkSizes(root).faults).toContain('server/long.ts: the file is 401 lines, at most 400');
});

test('sizes: names the function that is too long', () => {
  const body = '  go();\n'.repeat(70);
  const { root } = grow({ 'server/a.ts': `export function ramble() {\n${body}}\n` });
  expect(checkSizes(root).faults).toContain('server/a.ts:1: ramble, 72 lines');
});

test('format: finds the file that Prettier would write otherwise', async () => {
  const { root, borrow } = grow({
    'server/a.ts': 'export const a = "x"\n',
    'server/b.ts': "export const b = 'x';\n",
  });
  borrow('.prettierrc', '.prettierignore');
  const { count, faults } = await checkFormat(root);
  expect(count).toBe(3);
  expect(faults).toEqual([expect.stringContaining('server/a.ts')]);
});

test('types: the protocol has no document, and no file stands outside the projects', () => {
  const { root, borrow, write } = grow({ 'protocol/a.ts': 'export const title = document.title;\n' });
  borrow('tsconfig.base.json', 'protocol/tsconfig.json');
  write('tsconfig.json', '{ "files": [], "references": [{ "path": "./protocol" }] }');
  expect(checkTypes(root).faults.join()).toContain("Cannot find name 'document'");
  write('protocol/a.ts', 'export const title = 1;\n');
  expect(checkTypes(root).faults).toEqual([]);
  write('client/lost.ts', 'export const lost = 1;\n');
  expect(checkTypes(root).faults).toEqual(['client/lost.ts: belongs to no TypeScript project']);
});

test('unused: finds a file that nobody imports, and notices when it has gone blind', () => {
  const { root, borrow, write } = grow({ 'server/index.ts': short, 'server/alone.ts': short });
  borrow('knip.json', 'tsconfig.base.json', 'tools/checks/canary.ts');
  write('package.json', '{ "name": "small", "type": "module" }');
  expect(checkUnused(root).faults).toContain('server/alone.ts: nothing imports this file');
  expect(checkUnused(root).faults.join()).not.toContain('canary');
  write('tools/checks/index.ts', "import { canary } from './canary';\nexport default canary;\n");
  expect(checkUnused(root).faults.join()).toContain('was not reported');
});

const chunk = (file: string, module: string, imports: string[] = []) => ({
  file,
  isEntry: module === 'main.ts',
  imports,
  dynamicImports: [],
  modules: [`/heed/client/${module}`],
});
/** Text that does not compress: this many bytes at least, brotli or gzip. */
const noise = (bytes: number): string => `"${randomBytes(bytes).toString('base64')}"`;
const aBuild = (record: string, worker: string, codes = 'show()') =>
  grow({
    '.stamp/bundle-graph.json': JSON.stringify([
      chunk('index.js', 'main.ts'),
      chunk('shared.js', 'components/x.ts'),
      chunk('record.js', 'screens/record/record-screen.ts', ['index.js', 'shared.js']),
      chunk('admin.js', 'screens/admin/staff.ts', ['index.js']),
    ]),
    '.stamp/authenticator-graph.json': JSON.stringify([chunk('codes.js', 'main.ts')]),
    'dist/client/authenticator/codes.js': codes,
    'dist/client/index.js': 'start()',
    'dist/client/first-look.js': 'look()',
    'dist/client/shared.js': 'share()',
    'dist/client/record.js': record,
    'dist/client/admin.js': noise(90_000),
    'dist/client/sw.js': worker,
  });

test('budgets: counts the record form with all it loads, and not what it does not', () => {
  const { root } = aBuild('record()', '[{"revision":null,"url":"index.js"}]');
  expect(checkBudgets(root).faults).toEqual([]);
});

test('budgets: refuses a record form over 60 kB, a worker over 20 kB, a precache over 40 files', () => {
  const precache = Array.from({ length: 41 }, () => '{"revision":null,"url":"index.js"}').join();
  const { root } = aBuild(noise(61_000), `[${precache}];${noise(21_000)}`);
  expect(checkBudgets(root).faults).toEqual([
    expect.stringMatching(/^record form \(4 scripts, brotli\): \d+ is over 60000$/),
    expect.stringMatching(/^worker \(brotli\): \d+ is over 20000$/),
    'precached files: 41 is over 40',
  ]);
});

test('budgets: refuses an authenticator over 30 kB, and one that loads its QR reader at once', () => {
  const worker = '[{"revision":null,"url":"index.js"}]';
  expect(checkBudgets(aBuild('record()', worker, noise(31_000)).root).faults).toEqual([
    expect.stringMatching(/^authenticator \(brotli\): \d+ is over 30000$/),
  ]);
  const { root, write } = aBuild('record()', worker);
  const reader = { ...chunk('reader.js', 'x.ts'), modules: ['/heed/node_modules/jsqr/dist/jsQR.js'] };
  const lazy = { ...chunk('codes.js', 'main.ts'), dynamicImports: ['reader.js'] };
  write('.stamp/authenticator-graph.json', JSON.stringify([lazy, reader]));
  expect(checkBudgets(root).faults).toEqual([]);
  write('.stamp/authenticator-graph.json', JSON.stringify([{ ...lazy, imports: ['reader.js'] }, reader]));
  write('dist/client/authenticator/reader.js', 'read()');
  expect(checkBudgets(root).faults).toEqual(['Heed Authenticator loads its QR reader at once, in reader.js']);
});

test('budgets: refuses a precached script that needs one which is not there without a network', () => {
  const urls = ['index.js', 'shared.js', 'record.js'].map((url) => `{"revision":null,"url":"${url}"}`);
  expect(checkBudgets(aBuild('record()', `[${urls.join()}]`).root).faults).toEqual([]);
  urls.splice(1, 1);
  expect(checkBudgets(aBuild('record()', `[${urls.join()}]`).root).faults).toEqual([
    'record.js is precached and imports shared.js, which is not',
  ]);
});

test('budgets: refuses a build in which it cannot find the record form or the precache', () => {
  const { root, write } = aBuild('record()', 'self.skipWaiting()');
  write('.stamp/bundle-graph.json', JSON.stringify([chunk('index.js', 'main.ts')]));
  expect(checkBudgets(root).faults).toHaveLength(2);
});
