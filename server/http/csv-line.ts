/** Byte order mark: without it spreadsheet programs take UTF-8 for something else. */
export const CSV_BEGIN = '\uFEFF';

/**
 * One line of comma-separated values (RFC 4180). A cell that a spreadsheet program could take for a formula begins with
 * an apostrophe (access.md, spreadsheets).
 */
export function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => {
    const tame = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
  });
  return `${safe.join(',')}\r\n`;
}
