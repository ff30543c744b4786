/**
 * Who may import whom (architecture.md). The rules are made from the two tables below.
 */

/** The folders inside server/, lowest first: a folder imports only folders above it in this list. */
export const serverOrder = [
  'access',
  'http',
  'storage',
  'audit',
  'school',
  'messages',
  'staff',
  'providers',
  'security-keys',
  'pupils',
  'records',
  'parked',
  'files',
  'matters',
  'alerts',
  'devices',
  'account',
  'support',
  'training',
  'concerns',
  'inbox',
  'search',
  'chronology',
  'papers',
  'sites',
  'intake',
  'sheets',
  'oversight',
  'first-steps',
  'quarantine',
  'unfinished',
  'audit-log',
  'set-up',
  'trust',
  'backup',
];

/** The folders inside client/, lowest first, with what each of them never imports. */
export const clientNever = {
  strings: ['styles', 'contexts', 'data', 'sealing', 'unlock', 'components', 'dialogs', 'screens'],
  styles: ['strings', 'contexts', 'data', 'sealing', 'unlock', 'components', 'dialogs', 'screens'],
  data: ['components', 'dialogs', 'screens'],
  contexts: ['components', 'dialogs', 'screens'],
  sealing: ['components', 'dialogs', 'screens'],
  unlock: ['screens'],
  components: ['data', 'sealing', 'unlock', 'dialogs', 'screens'],
  files: ['dialogs', 'screens'],
  dialogs: ['screens'],
};

const OURS = '^(protocol|offline|client|sw|authenticator|server|migrations|tests|tools)/';
const PRODUCT = '^(protocol|offline|client|sw|authenticator|server|migrations)/';

/** @param {string[]} folders */
const anyOf = (folders) => `(${folders.join('|')})`;
/** @param {string[]} packages */
const modules = (packages) => `^node_modules/(@types/)?${anyOf(packages)}(/|$)`;

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/**
 * A folder that imports only the folders and packages named; node: and everything else is refused.
 * @param {string} folder
 * @param {string[]} ours
 * @param {string[]} packages
 */
const only = (folder, ours, packages) =>
  never(
    `${folder}-imports-only`,
    `${folder}/ may import ${[...ours, ...packages].join(', ')} and itself`,
    { path: `^${folder}/` },
    { pathNot: [`^${anyOf([folder, ...ours])}/`, modules(packages)] },
  );

const runtimes = [
  never(
    'protocol-imports-only',
    'protocol/ may import valibot, @hpke/core and itself; version.ts the version in package.json',
    { path: '^protocol/' },
    { pathNot: ['^(protocol)/', '^package\\.json$', modules(['valibot', '@hpke/core', '@hpke/common'])] },
  ),
  only('offline', ['protocol'], ['idb', 'dexie']),
  only('sw', ['protocol', 'offline'], ['workbox-precaching', 'workbox-routing', 'workbox-core']),
  only('authenticator', [], ['lit', 'lit-html', 'lit-element', '@lit', 'idb', 'jsqr']),
  only('migrations', [], ['knex']),
  never(
    'client-stays-in-the-page',
    'client/ may import protocol/ and offline/',
    { path: '^client/' },
    { path: OURS, pathNot: '^(client|protocol|offline)/' },
  ),
  never(
    'client-has-no-node',
    'a browser has no node: modules',
    { path: '^client/' },
    { dependencyTypes: ['core'] },
  ),
  never(
    'server-stays-on-the-server',
    'server/ may import protocol/, and storage/ the migrations',
    { path: '^server/' },
    { path: OURS, pathNot: '^(server|protocol|migrations)/' },
  ),
  never(
    'migrations-belong-to-storage',
    'only server/storage knows the migrations',
    { path: '^server/', pathNot: '^server/storage/' },
    { path: '^migrations/' },
  ),
  never(
    'mirror-is-for-the-page',
    'Dexie is 27 kB: not in the worker, not on the record screen (architecture.md, Inside client)',
    { path: '^(sw|client/(screens/record|sealing|unlock|components))/' },
    { path: modules(['dexie']), reachable: true },
  ),
];

const insideServer = [
  ...serverOrder
    .slice(0, -1)
    .map((folder, index) =>
      never(
        `server-order-${folder}`,
        'a folder imports only folders above it in the list of architecture.md',
        { path: `^server/${folder}/` },
        { path: `^server/${anyOf(serverOrder.slice(index + 1))}/` },
      ),
    ),
  never(
    'server-folder-is-listed',
    'a folder inside server/ has its place in the list',
    { path: '^server/[^/]+/', pathNot: `^server/${anyOf(serverOrder)}/` },
    {},
  ),
  never(
    'server-folder-below-the-top',
    'folders do not know who starts them',
    { path: '^server/[^/]+/' },
    { path: '^server/(index|app|shell)\\.ts$' },
  ),
  never(
    'access-is-pure',
    'can(actor, action, object) imports protocol only',
    { path: '^server/access/' },
    { pathNot: '^(server/access|protocol)/' },
  ),
  never(
    'only-storage-holds-knex',
    'SQL stands in store.ts and storage/; elsewhere only the type of a transaction is named',
    { path: '^server/', pathNot: ['^server/storage/', 'store\\.ts$'] },
    { path: '^node_modules/knex/', dependencyTypesNot: ['type-only'] },
  ),
];

const insideClient = Object.entries(clientNever).map(([folder, others]) =>
  never(
    `client-order-${folder}`,
    `client/${folder} never imports ${others.join(', ')}`,
    { path: `^client/${folder}/` },
    { path: `^client/${anyOf(others)}/` },
  ),
);

export default {
  forbidden: [
    never('no-cycles', 'two files that need each other are one file or three', {}, { circular: true }),
    never(
      'resolvable',
      'an import that leads nowhere',
      {},
      { couldNotResolve: true, pathNot: ['^virtual:', '/dist/server/'] },
    ),
    never(
      'product-knows-no-tests',
      'the product never imports its tests or tools',
      { path: PRODUCT },
      { path: '^(tests|tools)/' },
    ),
    never(
      'product-runs-on-its-own-packages',
      'what the product imports is a dependency, not a development one',
      { path: PRODUCT },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '@types/',
      },
    ),
    ...runtimes,
    ...insideServer,
    ...insideClient,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.stamp)/' },
    // Types count: a type of the server in the client is the start of a mix.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.d.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'browser', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
