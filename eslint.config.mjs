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

export default tseslint.config(
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
  ...projects.map((folder) => ({
    // Each file is asked of its own project alone: with all of them named, the parser opens one after the other.
    files: folder === 'tests' ? [...typescriptIn(['tests', 'tools']), '*.ts'] : typescriptIn([folder]),
    languageOptions: {
      parserOptions: {
        project: [folder, ...(folder === 'authenticator' ? ['authenticator/worker'] : [])].map(
          (name) => `./${name}/tsconfig.json`,
        ),
        tsconfigRootDir: import.meta.dirname,
      },
    },
  })),
  {
    files: [...typescriptIn(everyFolder), '*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    // A rule that is wrong is changed here, for all, with its reason.
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number in a template is plain; an object or a possibly missing value is the fault.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A promise given to an event listener or a Koa handler is awaited or fails loudly there.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `void | Promise<void>` is what a handler may answer, and an async function without await turns a throw into a rejection.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    },
  },
  // Ambient globals are declared with var.
  { files: ['**/*.d.ts'], rules: { 'no-var': 'off' } },
  {
    files: product,
    rules: {
      'no-restricted-syntax': ['error', ...words, environment, serviceWorker, ...database],
      'no-console': 'error',
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
      // Lit calls a method given as `@click=${this._x}` with its element as `this` (lit.dev, "Event listeners").
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            'lit/directives/style-map.js',
            'lit/directives/unsafe-html.js',
            'lit/directives/unsafe-svg.js',
          ].map((name) => ({ name, message: 'Refused by the content security policy, or a way past it.' })),
        },
      ],
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
  { files: ['server/index.ts', 'server/shell.ts', 'server/shell/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: typescriptIn(['tests', 'tools']),
    rules: {
      // A test says "this is there" by using it; the compiler still checks what it is.
      '@typescript-eslint/no-non-null-assertion': 'off',
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
