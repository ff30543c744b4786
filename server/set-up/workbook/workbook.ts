/** One cell that holds something: where it stands ("B9") and what a person reads in it, untrimmed. */
export interface Cell {
  ref: string;
  text: string;
}

/** A sheet: its rows from top to bottom, each with only the cells that hold text. */
export interface Sheet {
  name: string;
  rows: Cell[][];
}

/** What a spreadsheet says, whatever file it came in. Nothing in it is ever run or calculated. */
export interface Workbook {
  sheets: Sheet[];
}

/** Why a file cannot be read at all: one plain sentence for the person who chose it. */
export class WorkbookFault extends Error {
  override name = 'WorkbookFault';
}

const MEBIBYTE = 1024 * 1024;

/** set-up-spreadsheet.md: a file over 10 MB is refused, and so is one that would grow beyond reason. */
export const LIMITS = {
  fileBytes: 10 * MEBIBYTE,
  inflatedBytes: 60 * MEBIBYTE,
  entries: 200,
  /** Inflated bytes per stored byte. Honest sheets stay below 50; a bomb needs several hundred. */
  ratio: 200,
  /** Below this size a high ratio is only a very regular small part. */
  ratioFromBytes: MEBIBYTE,
  /** 2,500 pupils in 30 columns are 75,000 cells. */
  cells: 500_000,
  /** One shared text can stand in every cell, so the sum over the cells has a limit of its own. */
  characters: 20_000_000,
  /** The spreadsheet programs' own limit for one cell. */
  cellCharacters: 32_767,
} as const;

/** The letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** The column that letters name, counted from 0: A is 0, AA is 26. */
export function columnIndex(letters: string): number {
  let count = 0;
  for (let at = 0; at < letters.length; at += 1) count = count * 26 + letters.charCodeAt(at) - 64;
  return count - 1;
}

/** The column letters of a cell reference: "AB12" gives "AB". */
export function columnOf(ref: string): string {
  return /^[A-Z]+/.exec(ref)?.[0] ?? 'A';
}

/** The row number of a cell reference, counted from 1. */
export function rowOf(ref: string): number {
  return Number(/\d+$/.exec(ref)?.[0] ?? 1);
}
