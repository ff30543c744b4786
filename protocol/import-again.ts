import * as v from 'valibot';
import { importedRow, importedWhat, importSheets, sheetField } from './changes/import';
import { endpoint } from './endpoint';
import { named, time } from './fields';
import { faultSchema } from './set-up';

/** Ten megabytes as base64, and the words around them. */
const MOST_BYTES = 14 * 1024 * 1024;
const file = v.pipe(v.string(), v.maxLength(MOST_BYTES));
const sheet = v.picklist(importSheets);

const changedHere = v.object({
  /** When the sheet was last imported. */
  at: time,
  rows: v.array(
    v.object({
      title: v.string(),
      what: v.picklist(['add', 'change', 'gone']),
      fields: v.array(v.object({ name: v.string(), from: sheetField, to: sheetField })),
    }),
  ),
});
export type ChangedHere = v.InferOutput<typeof changedHere>;

/** What a row names that is not here: nothing is made of the row before it is. */
const needs = v.array(v.object({ sheet, name: v.string() }));

const comparedSheet = v.object({
  sheet,
  /** It says who may see, do and be told what: it starts unticked. */
  rights: v.boolean(),
  rows: v.array(
    v.object({
      ...importedRow.entries,
      needs,
      /** The very same row waits for a second person already; it is not imported twice. */
      waits: v.boolean(),
    }),
  ),
  /** Rows that say nothing new. */
  same: v.number(),
  /** Rows that are left alone, by title: they name somebody who has left, or something that was closed or joined. */
  leftAlone: v.array(v.string()),
  /** Here and not in the sheet: proposed as leavers, never removed. `detail`: job title or class. */
  leavers: v.array(v.object({ ...named.entries, detail: v.string() })),
  /** Of sheets about rights; null where no import of it is known. */
  changedHere: v.nullable(changedHere),
});
export type ComparedSheet = v.InferOutput<typeof comparedSheet>;

const importPreview = v.object({
  /** Nothing is written while any is left. */
  faults: v.array(faultSchema),
  warnings: v.array(faultSchema),
  /** Sheets, columns and settings that Heed does not know and leaves alone. */
  notes: v.array(v.string()),
  /** Filled rows of all sheets. */
  rows: v.number(),
  /** In the order in which they are carried out; empty while any fault is left. */
  sheets: v.array(comparedSheet),
  /** Sheets that need a part of administration which this person does not have. */
  withheld: v.array(sheet),
  /** Marks what is shown; whoever imports says which preview that was. */
  mark: v.string(),
});
export type ImportPreview = v.InferOutput<typeof importPreview>;

export const previewImport = endpoint({
  method: 'POST',
  path: '/api/admin/import/preview',
  caller: 'elevated',
  action: 'change.make',
  summary: 'Compares a set-up spreadsheet with the school, sheet by sheet; writes nothing.',
  limit: { most: 60, seconds: 600, per: 'account' },
  maxBody: MOST_BYTES + 64 * 1024,
  body: v.strictObject({
    /** The .xlsx file’s bytes in base64. */
    file,
  }),
  reply: importPreview,
});

const importResult = v.object({
  sheet,
  what: v.picklist(importedWhat),
  titles: v.array(v.string()),
  /** `waits`: it lets somebody read more, so a second person confirms it. */
  outcome: v.picklist(['made', 'waits', 'refused']),
  /** Why it was refused, in a sentence. */
  why: v.nullable(v.string()),
  /** Where nobody else can confirm it: when it takes effect by itself. */
  effectiveAt: v.nullable(time),
});
export type ImportResult = v.InferOutput<typeof importResult>;

export const applyImport = endpoint({
  method: 'POST',
  path: '/api/admin/import',
  caller: 'elevated',
  action: 'change.make',
  summary: 'Imports the ticked sheets as they were previewed; what lets anybody read more waits.',
  limit: { most: 60, seconds: 600, per: 'account' },
  maxBody: MOST_BYTES + 64 * 1024,
  body: v.strictObject({
    file,
    mark: v.pipe(v.string(), v.maxLength(64)),
    sheets: v.pipe(v.array(sheet), v.minLength(1, 'Tick a sheet.'), v.maxLength(importSheets.length)),
  }),
  reply: v.object({
    results: v.array(importResult),
    /** Rows of which nothing was made: what they name is not here yet. The same file brings them once it is. */
    later: v.array(v.object({ sheet, title: v.string(), needs })),
  }),
});
export type ImportLater = v.InferOutput<typeof applyImport.reply>['later'];
