import { attribute, readXml } from './xml-events';

/** How a number is shown: as a date, as a time of day, filled up with zeros to a width, or as it is. */
export type NumberFormat =
  | { as: 'date' }
  | { as: 'time' }
  | { as: 'digits'; width: number }
  | { as: 'number' };

const DATE: NumberFormat = { as: 'date' };
const TIME: NumberFormat = { as: 'time' };
const NUMBER: NumberFormat = { as: 'number' };

/** The number formats that need no definition in the file (ECMA-376 part 1, 18.8.30, numFmt). */
function builtIn(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return DATE;
  if (id >= 50 && id <= 58) return DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return TIME;
  return NUMBER;
}

/** What a format code says, for example dd/mm/yyyy, [$-809]d mmmm yyyy;@ or 00000000000. */
export function formatOfCode(code: string): NumberFormat {
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  // A leading zero is lost in a number; a school that formats phone numbers as 00000000000 sees it.
  if (/^0{2,}$/.test(bare)) return { as: 'digits', width: bare.length };
  if (/general/i.test(bare)) return NUMBER;
  if (/[dy]/i.test(bare)) return DATE;
  if (/[hs]/i.test(bare)) return TIME;
  return /m/i.test(bare) ? DATE : NUMBER;
}

/**
 * Reads styles.xml: the format of each cell style, in the order in which cells count them.
 * @throws WorkbookFault when the part is not well-formed
 */
export function readNumberFormats(bytes: Uint8Array): NumberFormat[] {
  const custom = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  let insideCellStyles = false;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'cellXfs') insideCellStyles = true;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') custom.set(id, formatOfCode(attribute(attributes, 'formatCode') ?? ''));
      if (name === 'xf' && insideCellStyles) styles.push(custom.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === 'cellXfs') insideCellStyles = false;
    },
  });
  return styles;
}
