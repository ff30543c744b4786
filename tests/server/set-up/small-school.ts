import { planSchool, type Planned } from '../../../server/set-up/plan-school';
import type { Fault } from '../../../server/set-up/faults';
import { readWorkbook } from '../../../server/set-up/workbook/read-xlsx';
import { columnIndex, columnOf, rowOf } from '../../../server/set-up/workbook/workbook';
import { writeWorkbook } from '../../../server/set-up/workbook/write-xlsx';
import { templateSheets } from '../../../tools/template-example';

/** The day on which the schools of these tests are set up. */
export const TODAY = '2026-09-01';

/** The worked example of the template, to be changed cell by cell and then read as a real .xlsx file. */
export class SmallSchool {
  #sheets = templateSheets().map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));

  /** Writes one cell, for example set('Staff', 'E5', 'm.kunze@oakfield'). */
  set(sheet: string, ref: string, text: string): this {
    const rows = this.rows(sheet);
    const row = (rows[rowOf(ref) - 1] ??= []);
    const column = columnIndex(columnOf(ref));
    while (row.length < column) row.push('');
    row[column] = text;
    return this;
  }

  rows(sheet: string): string[][] {
    const found = this.#sheets.find(({ name }) => name === sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    return found.rows;
  }

  /** Adds a row below the others. */
  add(sheet: string, ...cells: string[]): this {
    this.rows(sheet).push(cells);
    return this;
  }

  /** Empties a sheet below its headings. */
  clear(sheet: string): this {
    this.rows(sheet).splice(1);
    return this;
  }

  drop(sheet: string): this {
    this.#sheets = this.#sheets.filter(({ name }) => name !== sheet);
    return this;
  }

  rename(sheet: string, name: string): this {
    this.#sheets = this.#sheets.map((one) => (one.name === sheet ? { ...one, name } : one));
    return this;
  }

  reverse(): this {
    this.#sheets.reverse();
    for (const sheet of this.#sheets) sheet.rows = sheet.rows.map((row) => [...row].reverse());
    return this;
  }

  bytes(): Uint8Array {
    return writeWorkbook(this.#sheets);
  }

  plan(): Planned {
    return planSchool(readWorkbook(this.bytes()), TODAY);
  }
}

export const aSchool = () => new SmallSchool();

/** Where the faults stand: Staff!E5. */
export const places = (faults: readonly Fault[]) => faults.map(({ sheet, cell }) => `${sheet}!${cell}`);
