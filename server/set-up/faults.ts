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
