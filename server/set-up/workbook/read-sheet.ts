import { fileFaults } from '../../../protocol/words/import/files';
import { unescapeText } from './escaped-text';
import type { NumberFormat } from './number-formats';
import { textOfIsoDate, textOfNumber } from './number-text';
import { columnIndex, columnLetters, LIMITS, WorkbookFault, type Cell } from './workbook';
import { readXml } from './xml-events';

/** What the cells of every sheet of one workbook share. */
export interface SharedParts {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
  /** Filled cells read so far, over all sheets. */
  cellsRead: number;
  /** Characters in those cells. */
  charactersRead: number;
}

/**
 * Reads sharedStrings.xml: plain and rich text alike as one string each, without phonetic hints.
 * @throws WorkbookFault when the part is not well-formed or holds more than LIMITS allows
 */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  const gather = textGatherer('si', (text) => {
    if (strings.length >= LIMITS.cells) throw new WorkbookFault(fileFaults.tooManyCells);
    strings.push(text);
  });
  readXml(bytes, gather);
  return strings;
}

/** Gathers the <t> parts of one element, and leaves out those of <rPh>, which only say how to pronounce it. */
function textGatherer(element: string, done: (text: string) => void) {
  let gathered = '';
  let inText = false;
  let inHint = false;
  return {
    open(name: string) {
      if (name === element) gathered = '';
      if (name === 'rPh') inHint = true;
      if (name === 't') inText = !inHint;
    },
    text(text: string) {
      if (inText) gathered += text;
    },
    close(name: string) {
      if (name === 't') inText = false;
      if (name === 'rPh') inHint = false;
      if (name === element) done(unescapeText(gathered));
    },
  };
}

interface OpenCell {
  ref: string;
  type: string;
  style: number;
  value: string;
  inline: string;
}

/** Follows one sheet from cell to cell. A formula is never looked at: its last result is the cell's text. */
class SheetReader {
  rows: Cell[][] = [];
  #shared: SharedParts;
  #row: Cell[] = [];
  #rowNumber = 0;
  #column = -1;
  #cell: OpenCell | null = null;
  #inValue = false;
  #inline = textGatherer('is', (text) => {
    if (this.#cell) this.#cell.inline = text;
  });

  constructor(shared: SharedParts) {
    this.#shared = shared;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.#rowNumber = Number(attributes.r ?? this.#rowNumber + 1);
      this.#column = -1;
      this.#row = [];
    } else if (name === 'c') {
      this.#openCell(attributes);
    } else if (name === 'v') {
      this.#inValue = true;
    } else {
      this.#inline.open(name);
    }
  }

  text(text: string): void {
    if (this.#inValue && this.#cell) this.#cell.value += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'row' && this.#row.length > 0) this.rows.push(this.#row);
    else if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else this.#inline.close(name);
  }

  /** A cell may leave its reference out; then it follows the one before. */
  #openCell(attributes: Record<string, string>): void {
    const ref = attributes.r ?? columnLetters(this.#column + 1) + String(this.#rowNumber);
    const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(ref)?.[1];
    if (letters === undefined) throw new WorkbookFault(fileFaults.damaged);
    this.#column = columnIndex(letters);
    this.#cell = { ref, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', inline: '' };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const text = textOfCell(cell, this.#shared);
    if (text === '') return;
    if (text.length > LIMITS.cellCharacters) throw new WorkbookFault(fileFaults.longCell);
    this.#shared.cellsRead += 1;
    if (this.#shared.cellsRead > LIMITS.cells) throw new WorkbookFault(fileFaults.tooManyCells);
    this.#shared.charactersRead += text.length;
    if (this.#shared.charactersRead > LIMITS.characters) throw new WorkbookFault(fileFaults.tooMuchText);
    this.#row.push({ ref: cell.ref, text });
  }
}

function textOfCell(cell: OpenCell, shared: SharedParts): string {
  switch (cell.type) {
    case 's':
      return cell.value === '' ? '' : (shared.strings[Number(cell.value)] ?? '');
    case 'inlineStr':
      return cell.inline;
    case 'str':
    case 'e':
      return unescapeText(cell.value);
    case 'b':
      return cell.value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return textOfIsoDate(cell.value.trim());
    default:
      return textOfNumber(cell.value.trim(), shared.formats[cell.style] ?? { as: 'number' }, shared.from1904);
  }
}

/**
 * Reads one worksheet part into rows of filled cells.
 * @throws WorkbookFault when the part is damaged or holds more than LIMITS allows
 */
export function readSheet(bytes: Uint8Array, shared: SharedParts): Cell[][] {
  const reader = new SheetReader(shared);
  readXml(bytes, reader);
  return reader.rows;
}
