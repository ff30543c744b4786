import { SHEET_NAMES } from './columns';
import type { Fault, Note } from './faults';
import { columnOf, rowOf } from './workbook/workbook';

/** More than anybody mends in one go; it keeps a hostile sheet from filling the memory. */
export const MOST_FAULTS = 20_000;

const MORE = [
  'There are more faults than can be shown',
  'Mend these first and choose the file again',
] as const;

interface Place {
  sheet: string;
  cell: string;
}

/** What was found on the way through a workbook. Everything is gathered; nothing stops at the first fault. */
export class Findings {
  #faults: Fault[] = [];
  #warnings: Fault[] = [];
  #notes: Note[] = [];
  #more: Fault | null = null;

  /** Something that must be mended before anything is written. */
  fault({ sheet, cell }: Place, wrong: string, mend: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ sheet, cell, wrong, mend });
    else this.#more = { sheet, cell, wrong: MORE[0], mend: MORE[1] };
  }

  /** Something that is allowed but that a school should look at. */
  warning({ sheet, cell }: Place, wrong: string, mend: string): void {
    this.#warnings.push({ sheet, cell, wrong, mend });
  }

  /** Something that was left alone. */
  note({ sheet, cell }: Place, text: string): void {
    this.#notes.push({ sheet, cell, text });
  }

  /** All of it, in the order in which a person walks through the spreadsheet. */
  inOrder(): { faults: Fault[]; warnings: Fault[]; notes: Note[] } {
    return {
      faults: [...this.#faults.sort(byPlace), ...(this.#more ? [this.#more] : [])],
      warnings: this.#warnings.sort(byPlace),
      notes: this.#notes.sort(byPlace),
    };
  }
}

const SHEET_ORDER = new Map<string, number>(SHEET_NAMES.map((name, index) => [name, index]));

function byPlace(a: Place, b: Place): number {
  const sheets =
    (SHEET_ORDER.get(a.sheet) ?? SHEET_NAMES.length) - (SHEET_ORDER.get(b.sheet) ?? SHEET_NAMES.length);
  if (sheets !== 0) return sheets;
  const rows = rowOf(a.cell) - rowOf(b.cell);
  if (rows !== 0) return rows;
  const [left, right] = [columnOf(a.cell), columnOf(b.cell)];
  return left.length - right.length || left.localeCompare(right);
}
