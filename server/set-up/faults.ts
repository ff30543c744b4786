/** One thing that must be mended in the spreadsheet, or is worth a look: where, what, and how. */
export interface Fault {
  sheet: string;
  cell: string;
  wrong: string;
  mend: string;
}

/** Something that was left alone, such as a column that Heed does not know. */
export interface Note {
  sheet: string;
  cell: string;
  text: string;
}

/** The line that a shell prints: `Sheet!Cell: what is wrong; how to mend it`. */
export function faultLine({ sheet, cell, wrong, mend }: Fault): string {
  return `${sheet}!${cell}: ${wrong}; ${mend}`;
}

/** A text of the spreadsheet inside a sentence: in quotation marks, on one line, at most 60 characters of it. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/** Several texts in a sentence: “Class”, “Year group” and 3 more. */
export function quoteSome(texts: readonly string[], most = 3): string {
  const shown = texts.slice(0, most).map(quote);
  const rest = texts.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
