/**
 * What is peculiar to this house and to Lit's templates. Everything that a rule can know of TypeScript alone, and all
 * that needs types, is in .oxlintrc.json (docs/decisions/0027-two-linters.md).
 */
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const projects = ['protocol', 'offline', 'client', 'sw', 'authenticator', 'server', 'migrations', 'tests'];
const everyFolder = [...projects, 'tools'];
/** @param {string[]} folders */
const typescriptIn = (folders) => folders.map((folder) => `${folder}/**/*.ts`);
const product = typescriptIn([
  'protocol',
  'offline',
  'client',
  'sw',
  'authenticator',
  'server',
  'migrations',
]);

/** @param {string} selector @param {string} message */
const refuse = (selector, message) => ({ selector, message });

/** product.md, Words: one word for one thing. "Coincident" is a word of its own. */
const words = [
  refuse(
    'Identifier[name=/student|(?<!co)incident|userRecord|dslAlert/i]',
    'Say it in the words of product.md: pupil, concern, staff member.',
  ),
  refuse(
    'Literal[value=/\\b(students?|user record)\\b/i]',
    'Say it in the words of product.md: pupil, concern, staff member.',
  ),
];
const environment = refuse(
  'MemberExpression[object.name="process"][property.name="env"]',
  'Settings are read once, in server/env.ts.',
);
const serviceWorker = refuse(
  'MemberExpression[object.name="navigator"][property.name="serviceWorker"]',
  'Only client/sw-bridge.ts names navigator.serviceWorker.',
);
const database = [
  refuse('Identifier[name="indexedDB"]', 'Only offline/ and authenticator/store open databases.'),
  refuse('CallExpression[callee.name="openDB"]', 'Only offline/ and authenticator/store open databases.'),
  refuse('NewExpression[callee.name="Dexie"]', 'Only offline/ and authenticator/store open databases.'),
];
const calls = [
  refuse(
    'Literal[value=/^\\/api(\\/|$)/]',
    'Paths stand in the contract table; call through client/data/call.ts.',
  ),
  refuse(
    'TemplateElement[value.raw=/^\\/api\\//]',
    'Paths stand in the contract table; call through client/data/call.ts.',
  ),
  refuse(
    'CallExpression[callee.name="fetch"]',
    'Only client/data, offline/delivery and the workers talk to the server.',
  ),
  refuse(
    'CallExpression[callee.property.name="fetch"]',
    'Only client/data, offline/delivery and the worker talk to the server.',
  ),
];
const inlineStyle = refuse(
  'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
  'The content security policy refuses style="…" on the first render: a class, or style.setProperty.',
);

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      'dist/',
      '.stamp/',
      'coverage/',
      'data/',
      'bench-results/',
      'tests/tools/fixtures/',
    ],
  },
  {
    files: [...typescriptIn(everyFolder), '*.ts'],
    languageOptions: { parser: tseslint.parser },
    // A rule that is wrong is changed, for all, with its reason; neither linter takes a word of its own from a file.
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-warning-comments': [
        'error',
        {
          terms: ['todo', 'fixme', 'xxx', 'hack', 'oxlint-disable', 'eslint-disable'],
          location: 'anywhere',
        },
      ],
    },
  },
  {
    files: product,
    rules: {
      'no-restricted-syntax': ['error', ...words, environment, serviceWorker, ...database],
    },
  },
  {
    files: ['offline/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words, environment, serviceWorker] },
  },
  {
    files: ['offline/**/*.ts'],
    ignores: ['offline/delivery*.ts', 'offline/delivery/**', 'offline/outbox/**'],
    rules: { 'no-restricted-syntax': ['error', ...words, environment, serviceWorker, ...calls] },
  },
  {
    files: ['{client,authenticator}/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      'lit/no-useless-template-literals': 'error',
      'no-restricted-syntax': [
        'error',
        ...words,
        environment,
        serviceWorker,
        ...database,
        ...calls,
        inlineStyle,
      ],
    },
  },
  {
    files: ['client/data/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words, environment, serviceWorker, ...database] },
  },
  {
    files: ['client/sw-bridge.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words, environment, ...database, ...calls] },
  },
  {
    files: ['server/env.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words, serviceWorker, ...database] },
  },
  {
    files: ['authenticator/store/database.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words, environment, serviceWorker] },
  },
  {
    files: ['authenticator/server-clock.ts', 'authenticator/worker/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words, environment, serviceWorker, ...database] },
  },
  {
    files: ['authenticator/register-worker.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words, environment, ...database] },
  },
  {
    // What people type who know the words of others; help answers in ours.
    files: ['client/strings/help-words.ts'],
    rules: { 'no-restricted-syntax': ['error', environment, serviceWorker, ...database, ...calls] },
  },
  {
    files: typescriptIn(['tests', 'tools']),
    rules: {
      'no-restricted-syntax': [
        'error',
        refuse(
          'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]',
          'Every test runs.',
        ),
        refuse('CallExpression[callee.property.name=/^(skipIf|runIf)$/]', 'Every test runs.'),
      ],
    },
  },
);
