import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a test may put into a workbook that no writer of ours would. */
export interface RawParts {
  /** The <row> elements of the only sheet. */
  rows?: string;
  sharedStrings?: string;
  styles?: string;
  workbookPr?: string;
  contentType?: string;
  more?: Record<string, string>;
}

/** An .xlsx file from raw XML, as other programs write it. */
export function rawXlsx(raw: RawParts = {}): Uint8Array {
  const type =
    raw.contentType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (body: string) => `<Relationships>${body}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', '/xl/workbook.xml')),
    'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:d="${OFFICE}">${raw.workbookPr ?? ''}<x:sheets><x:sheet name="Staff" sheetId="1" d:id="r1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/one.xml') +
        relation('r2', 'sharedStrings', '/xl/sharedStrings.xml') +
        relation('r3', 'styles', './styles.xml'),
    ),
    'xl/worksheets/one.xml': `<worksheet xmlns="${MAIN}"><sheetData>${raw.rows ?? ''}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${raw.sharedStrings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet>${raw.styles ?? ''}</styleSheet>`,
    ...raw.more,
  };
  return zip(parts);
}

export function zip(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { level: 9 });
}
