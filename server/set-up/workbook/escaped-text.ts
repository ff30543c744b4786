/**
 * Office Open XML writes characters that XML cannot carry as _xHHHH_ (ECMA-376 part 1, 22.9.2.19, ST_Xstring),
 * and an underscore that would read as the start of such an escape as _x005F_.
 */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Cell text as the file holds it → as a person reads it. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Text → safe between two XML tags of a sheet; the exact inverse of reading. */
export function escapeText(text: string): string {
  const guarded = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  let escaped = '';
  for (const character of guarded) escaped += escapeCharacter(character);
  return escaped;
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '&') return '&amp;';
  if (character === '<') return '&lt;';
  if (character === '>') return '&gt;';
  // A carriage return is legal XML, but every parser turns it into a line feed.
  const control = code < 0x20 && character !== '\n' && character !== '\t';
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (control || surrogate || code === 0xfffe || code === 0xffff) {
    return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
  }
  return character;
}
