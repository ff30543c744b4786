/**
 * What two spellings of one name have in common: small and capital letters, kinds of apostrophe, hyphen and
 * space do not matter, because spreadsheet programs change them on their own.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}
