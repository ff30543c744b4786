/** The text after a helper chip, and what is selected in it: the place to write on. */
export interface Started {
  text: string;
  from: number;
  to: number;
}

/** Where one goes on writing in a starter: its “…” is selected, between speech marks the caret stands. */
function placeIn(starter: string): { from: number; to: number } {
  const dots = starter.indexOf('…');
  if (dots >= 0) return { from: dots, to: dots + 1 };
  const marks = starter.indexOf('“”');
  const caret = marks >= 0 ? marks + 1 : starter.length;
  return { from: caret, to: caret };
}

/**
 * Puts the start of a line into the account: on a line of its own, after the line in which the caret stands.
 * @param caret in UTF-16 code units
 */
export function startLine(text: string, caret: number, starter: string): Started {
  const lineEnd = text.indexOf('\n', caret);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const before = text.slice(0, at).replace(/[ \t]+$/, '');
  const lead = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  const place = placeIn(starter);
  return {
    text: lead + starter + text.slice(at),
    from: lead.length + place.from,
    to: lead.length + place.to,
  };
}
