import { resolve } from 'node:path';
import knex, { type Knex } from 'knex';
import prettier from 'prettier';
import { migrations } from '../migrations/index';
import { groupBy } from '../server/storage/group-by';
import { rowCodes } from './row-codes';

/** Where the row types stand: a file for each migration that makes tables, and `tables.ts` for all of them. */
export const ROW_TYPES = 'server/storage/rows';

const HEAD = `/* Made from the migrations by \`npm run row-types\`; a test compares it. Do not edit it by hand. */\n`;

/** One line of SQLite's \`pragma table_info\`. */
interface Column {
  name: string;
  type: string;
  notnull: 0 | 1;
  dflt_value: string | null;
  /** Its place in the primary key, from 1; 0 outside. */
  pk: number;
}
interface Table {
  name: string;
  /** Name of the file that it stands in: what its migration is called after the time stamp. */
  file: string;
  columns: readonly Column[];
}

/**
 * The row types as they have to be, by path: the migrations are walked on an empty SQLite database, and its schema is
 * read back. @throws when a column has a type that no row type is known for, or codes are told of a missing one
 */
export async function rowTypes(): Promise<Map<string, string>> {
  const tables = await readTables();
  const files = groupBy(
    tables,
    ({ file }) => file,
    (table) => table,
  );
  const written = [...files].map(([file, own]): [string, string] => [file, own.map(rowOf).join('\n')]);
  const all: [string, string][] = [...written, ['tables', tablesOf(files)]];
  return new Map(await Promise.all(all.map(([file, code]) => format(`${ROW_TYPES}/${file}.ts`, code))));
}

async function readTables(): Promise<Table[]> {
  const db = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  const owners = new Map<string, string>();
  try {
    for (const [name, migration] of Object.entries(migrations)) {
      await migration.up(db);
      for (const table of await tableNames(db))
        if (!owners.has(table)) owners.set(table, name.replace(/^\d+_/, '').replaceAll('_', '-'));
    }
    const present = await tableNames(db);
    const tables = await Promise.all(
      present.map(async (name) => ({
        name,
        file: owners.get(name) ?? '',
        columns: await columnsOf(db, name),
      })),
    );
    needCoded(tables);
    return tables;
  } finally {
    await db.destroy();
  }
}

/** @throws when a code is told of a column that is not there */
function needCoded(tables: readonly Table[]): void {
  const there = new Set(
    tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
  );
  const gone = Object.keys(rowCodes).filter((column) => !there.has(column));
  if (gone.length > 0) throw new Error(`tools/row-codes.ts names what is no column: ${gone.join(', ')}`);
}

const tableNames = (db: Knex): Promise<string[]> =>
  db('sqlite_master')
    .where({ type: 'table' })
    .whereNot('name', 'like', 'sqlite%')
    .orderBy('rowid')
    .pluck('name');

const columnsOf = (db: Knex, table: string): Promise<Column[]> =>
  db.raw('select * from pragma_table_info(?)', table);

/** "staff_classes" → "StaffClassRow". */
function rowName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const [last = '', ...before] = words.reverse();
  const one = last
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1');
  return `${before.reverse().join('')}${one}Row`;
}

function rowOf({ name, columns }: Table): string {
  const lines = columns.map((column) => `${column.name}: ${typeOf(name, column)};`);
  return `/** \`${name}\` */\nexport interface ${rowName(name)} {\n${lines.join('\n')}\n}\n`;
}

const KINDS = new Map([
  ['varchar', 'string'],
  ['text', 'string'],
  ['integer', 'number'],
  ['blob', 'Buffer'],
]);

/** What knex gives for a column on both engines; a key is never empty, whatever SQLite would allow. */
function typeOf(table: string, { name, type, notnull, pk }: Column): string {
  const kind = KINDS.get(type.toLowerCase().replace(/\(.*$/, ''));
  if (kind === undefined) throw new Error(`${table}.${name}: no row type is known for ${type}`);
  const codes = rowCodes[`${table}.${name}`]?.map((code) => `'${code}'`).join(' | ');
  return `${codes ?? kind}${notnull === 1 || pk > 0 ? '' : ' | null'}`;
}

function tablesOf(files: ReadonlyMap<string, readonly Table[]>): string {
  const imports = [...files].map(
    ([file, own]) => `import type { ${own.map(({ name }) => rowName(name)).join(', ')} } from './${file}';`,
  );
  const lines = [...files.values()].flat().map(({ name, columns }) => {
    const defaults = columns
      .filter((column) => column.dflt_value !== null)
      .map((column) => `'${column.name}'`);
    return `${name}: Stored<${[rowName(name), defaults.join(' | ')].filter(Boolean).join(', ')}>;`;
  });
  return `import type { Stored } from '../stored';
${imports.join('\n')}

declare module 'knex/types/tables' {
  /** Every table, for what is read from it and what is written to it. */
  interface Tables {
    ${lines.join('\n')}
  }
}
`;
}

async function format(path: string, code: string): Promise<[string, string]> {
  const file = resolve(import.meta.dirname, '..', path);
  const options = (await prettier.resolveConfig(file, { editorconfig: true })) ?? {};
  return [path, await prettier.format(`${HEAD}\n${code}`, { ...options, filepath: file })];
}
