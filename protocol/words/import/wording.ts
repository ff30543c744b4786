/** What is wrong in a spreadsheet, and how to mend it. */
export type FaultWords = readonly [wrong: string, mend: string];

/** A text of the spreadsheet inside a sentence: in quotation marks, on one line, at most 60 characters of it. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/** Several texts in a sentence: “Class”, “Year group” and 3 more. */
export function quoteSome(texts: readonly string[], most = 3): string {
  const shown = texts.slice(0, most).map(quote);
  const rest = texts.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${String(rest)} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
