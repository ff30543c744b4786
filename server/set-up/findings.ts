import { manyFaults } from '../../protocol/words/import/sheets';
import type { FaultWords } from '../../protocol/words/import/wording';
import { SHEET_NAMES } from './columns';
import type { Fault, Note } from './faults';
import { columnOf, rowOf } from './workbook/workbook';

/** More than anybody mends in one go; it keeps a hostile sheet from filling the memory. */
export const MOST_FAULTS = 20_000;

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
  fault(place: Place, words: FaultWords): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(faultAt(place, words));
    else this.#more = faultAt(place, manyFaults);
  }

  /** Something that is allowed but that a school should look at. */
  warning(place: Place, words: FaultWords): void {
    this.#warnings.push(faultAt(place, words));
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

const faultAt = ({ sheet, cell }: Place, [wrong, mend]: FaultWords): Fault => ({ sheet, cell, wrong, mend });

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
