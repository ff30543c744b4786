import { fileFaults } from '../../../protocol/words/import/files';
import { readNumberFormats } from './number-formats';
import { readSharedStrings, readSheet, type SharedParts } from './read-sheet';
import { LIMITS, WorkbookFault, type Workbook } from './workbook';
import { attribute, readXml } from './xml-events';
import { inflateEntry, listEntries, type ZipEntry } from './zip-entries';

/** The parts of one opened file, inflated only when asked for. */
interface Package {
  bytes: Uint8Array;
  entries: Map<string, ZipEntry>;
}

interface Relation {
  kind: string;
  path: string;
}

/**
 * Reads an .xlsx file (ECMA-376) as data: no formula is run, no entity expanded, nothing fetched.
 * @throws WorkbookFault with one plain sentence when the file is too large, a bomb, locked, holds macros,
 *   is damaged or is something else
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  if (bytes.length > LIMITS.fileBytes) throw new WorkbookFault(fileFaults.tooLarge);
  refuseCompoundFile(bytes);
  const file: Package = { bytes, entries: listEntries(bytes) };
  refuseMacros(file);
  const path = readRelations(file, '').find((relation) => relation.kind === 'officeDocument')?.path;
  if (path === undefined || !file.entries.has(path)) throw new WorkbookFault(fileFaults.notXlsx);
  const book = readBook(file, path);
  const relations = [...readRelationsById(file, path)];
  const partOf = (kind: string) => relations.find(([, relation]) => relation.kind === kind)?.[1].path;
  const shared: SharedParts = {
    strings: readOptional(file, partOf('sharedStrings'), readSharedStrings),
    formats: readOptional(file, partOf('styles'), readNumberFormats),
    from1904: book.from1904,
    cellsRead: 0,
    charactersRead: 0,
  };
  const byId = new Map(relations);
  const sheets = book.sheets.flatMap(({ name, id }) => {
    const relation = byId.get(id);
    if (relation?.kind !== 'worksheet') return [];
    return [{ name, rows: readSheet(part(file, relation.path), shared) }];
  });
  return { sheets };
}

/** Old .xls files and encrypted .xlsx files are both compound files; the latter name their package. */
function refuseCompoundFile(bytes: Uint8Array): void {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  if (!magic.every((byte, index) => bytes[index] === byte)) return;
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
  throw new WorkbookFault(locked ? fileFaults.locked : fileFaults.oldXls);
}

/** Macros show in three ways: the part itself, sheets of the old macro language, a declared content type. */
function refuseMacros(file: Package): void {
  const contentTypes = file.entries.get('[Content_Types].xml');
  if (!contentTypes) throw new WorkbookFault(fileFaults.notXlsx);
  const types: string[] = [];
  readXml(inflateEntry(file.bytes, contentTypes), {
    open: (_, attributes) => types.push(attribute(attributes, 'ContentType') ?? ''),
  });
  const parts = [...file.entries.keys()];
  if (
    parts.some((name) => /vbaProject|vbaData|\/macrosheets\//i.test(name)) ||
    types.some((type) => /macroEnabled|vbaProject|intlmacrosheet|ms-excel\.macrosheet/i.test(type))
  ) {
    throw new WorkbookFault(fileFaults.macros);
  }
  if (!types.some((type) => /spreadsheetml\.(sheet|template)\.main\+xml$/.test(type))) {
    throw new WorkbookFault(fileFaults.notXlsx);
  }
}

function readBook(file: Package, path: string) {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  readXml(part(file, path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      sheets.push({ name: attributes.name ?? '', id: attribute(attributes, 'id') ?? '' });
    },
  });
  return { sheets, from1904 };
}

const readRelations = (file: Package, of: string) => [...readRelationsById(file, of).values()];

/** The relations of a part ('' is the whole package), by id, with targets resolved against the part's folder. */
function readRelationsById(file: Package, of: string): Map<string, Relation> {
  const slash = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, slash);
  const relations = new Map<string, Relation>();
  const path = `${folder}_rels/${of.slice(slash)}.rels`;
  if (!file.entries.has(path)) return relations;
  readXml(part(file, path), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      const type = attributes.Type ?? '';
      relations.set(attributes.Id ?? '', {
        kind: type.slice(type.lastIndexOf('/') + 1),
        path: resolvePath(folder, target),
      });
    },
  });
  return relations;
}

/** "/xl/styles.xml" counts from the top of the package, "../media/x.png" from the folder of the part. */
function resolvePath(folder: string, target: string): string {
  const resolved: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return resolved.join('/');
}

function part(file: Package, path: string): Uint8Array {
  const entry = file.entries.get(path);
  if (!entry) throw new WorkbookFault(fileFaults.damaged);
  return inflateEntry(file.bytes, entry);
}

function readOptional<T>(file: Package, path: string | undefined, read: (bytes: Uint8Array) => T[]): T[] {
  return path !== undefined && file.entries.has(path) ? read(part(file, path)) : [];
}
