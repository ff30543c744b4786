import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LicencesFile, UsedPackage } from '../../protocol/licences';

const ROOT = join(import.meta.dirname, '../..');

/** What an entry of package-lock.json says (lockfileVersion 3). */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** Tools that leave something of their own in what is built: icons, and what loads the parts of a page. */
export const LEFT_BY_TOOLS = ['lucide-static', 'rolldown', 'vite'];

/** Licences under which a school may run Heed and we may hand it on; each was read. */
export const KNOWN = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'WTFPL',
];

/** Packages that say their licence in a file alone; read there. */
const IN_A_FILE: Readonly<Partial<Record<string, string>>> = { 'png-js': 'MIT' };

/** Folders of a package that are handed on as they are, each with the licences of those who wrote what lies there. */
const WITHIN: Readonly<Partial<Record<string, readonly string[]>>> = { 'pdfjs-dist': ['wasm'] };

const TEXT = /^(licen[cs]e|copying|notice)/i;

/**
 * Every package that is sent to a browser or runs in the server, with its licence and the words of it: made of the lock
 * file, so that nobody keeps it by hand. Parts for other machines than this one bring no text.
 * @throws Error naming a package whose licence is unknown
 */
export function readLicences(root = ROOT): LicencesFile {
  const texts: string[] = [];
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const packages = new Map<string, UsedPackage>();
  for (const [path, locked] of Object.entries(lock.packages)) {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (path === '' || (locked.dev && !LEFT_BY_TOOLS.includes(name))) continue;
    const version = locked.version ?? '';
    const used = { name, version, licence: licenceOf(name, locked) };
    const folders = ['.', ...(WITHIN[name] ?? [])].map((folder) => join(root, path, folder));
    const own = folders.flatMap((folder) => textsOf(folder, texts));
    packages.set(`${name} ${version}`, { ...used, texts: own });
  }
  return { packages: [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), texts };
}

function licenceOf(name: string, { license }: Locked): string {
  const licence = license ?? IN_A_FILE[name] ?? '';
  const named = licence.split(/[() ]+|\bAND\b|\bOR\b/).filter(Boolean);
  const unknown = named.filter((one) => !KNOWN.includes(one));
  if (named.length === 0 || unknown.length > 0)
    throw new Error(`${name}: its licence "${licence}" is none that Heed may be handed on with`);
  return licence;
}

/** The places of its texts among all; new ones are added. */
function textsOf(folder: string, all: string[]): number[] {
  const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return files
    .filter((file) => file.isFile() && TEXT.test(file.name))
    .map(({ name }) => {
      const text = readFileSync(join(folder, name), 'utf8').trim();
      const known = all.indexOf(text);
      return known < 0 ? all.push(text) - 1 : known;
    });
}
