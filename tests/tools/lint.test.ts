import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLint } from '../../tools/checks/lint';
import { checkTypedLint } from '../../tools/checks/typed-lint';
import { aSmallTree, type SmallTree } from './small-tree';

const PROJECTS = [
  'protocol',
  'offline',
  'client',
  'sw',
  'authenticator',
  'authenticator/worker',
  'server',
  'migrations',
  'tests',
];
const FOLDERS = [...PROJECTS, 'tools'];

/** One broken rule a file: path, text, and a piece of what lint must say about it. */
const broken: [string, string, string][] = [
  ['server/words.ts', 'export const studentId = 1;\n', 'words of product.md'],
  ['server/settings.ts', 'export const port = process.env.PORT;\n', 'server/env.ts'],
  ['server/speaks.ts', "console.log('hello');\n", 'console'],
  ['server/anything.ts', 'export const read = (body: any): string => String(body);\n', 'no-explicit-any'],
  ['server/forgets.ts', 'const later = async () => 1;\nlater();\n', 'no-floating-promises'],
  ['client/worker.ts', 'export const worker = navigator.serviceWorker;\n', 'sw-bridge'],
  [
    'client/database.ts',
    "export const request = indexedDB.open('x');\n",
    'Only offline/ and authenticator/store open',
  ],
  ['authenticator/sends.ts', "export const reply = () => fetch('/x');\n", 'talk to the server'],
  ['client/screens/calls.ts', "export const path = '/api/concerns';\n", 'contract table'],
  ['client/screens/fetches.ts', "export const reply = () => fetch('/x');\n", 'client/data'],
  [
    'client/style.ts',
    'import { html } from \'lit\';\nexport const red = html`<p style="color:red"></p>`;\n',
    'security policy',
  ],
  [
    'client/alt.ts',
    'import { html } from \'lit\';\nexport const crest = html`<img src="/crest.png" />`;\n',
    'lit-a11y/alt-text',
  ],
  ['client/raw.ts', "export { unsafeHTML } from 'lit/directives/unsafe-html.js';\n", 'no-restricted-imports'],
  ['offline/paths.ts', "export const path = '/api/concerns';\n", 'contract table'],
  [
    'tests/only.test.ts',
    "import { test } from 'vitest';\ntest.only('x', () => undefined);\n",
    'Every test runs',
  ],
  ['protocol/later.ts', '// TODO: finish\nexport const later = 1;\n', 'no-warning-comments'],
  [
    'server/missing.ts',
    'export const said = (name: string | undefined) => `Hello ${name}`;\n',
    'restrict-template-expressions',
  ],
  [
    'protocol/quiet.ts',
    '// oxlint-disable-next-line no-eval\nexport const quiet = 1;\n',
    'no-warning-comments',
  ],
];

let tree: SmallTree;
let faults: string[];

beforeAll(async () => {
  tree = aSmallTree(Object.fromEntries(broken.map(([path, text]) => [path, text])));
  tree.borrow(
    'eslint.config.mjs',
    '.oxlintrc.json',
    'tsconfig.base.json',
    'tsconfig.json',
    ...PROJECTS.map((name) => `${name}/tsconfig.json`),
  );
  for (const folder of FOLDERS) tree.write(`${folder}/plain.ts`, 'export const plain = 1;\n');
  tree.write('server/env.ts', "export const port = process.env['PORT'];\n");
  tree.write('client/sw-bridge.ts', 'export const worker = navigator.serviceWorker;\n');
  tree.write('client/data/call.ts', "export const path = '/api/concerns';\n");
  tree.write('authenticator/server-clock.ts', "export const ask = () => fetch('./x');\n");
  faults = [...(await checkLint(tree.root)).faults, ...checkTypedLint(tree.root).faults];
});
afterAll(() => {
  tree.remove();
});

test.each(broken)('finds the fault in %s', (path, _text, says) => {
  const about = faults.filter((fault) => fault.startsWith(`${path}:`));
  expect(about.join('\n')).toContain(says);
});

test('lets the one place do what the others may not', () => {
  const places = [
    'server/env.ts',
    'client/sw-bridge.ts',
    'client/data/call.ts',
    'authenticator/server-clock.ts',
    ...FOLDERS.map((name) => `${name}/plain.ts`),
  ];
  expect(faults.filter((fault) => places.some((place) => fault.startsWith(`${place}:`)))).toEqual([]);
});
