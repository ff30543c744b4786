/*
 * What stands in for protocol/words/language.ts in the Welsh build (decision 0023). Chromium knows the plurals of Welsh, but
 * neither its months nor its weekdays, and would write them in the browser's own language: they are named here.
 */

/** Where an engine has no Welsh, it sorts and counts as a British one. */
export const locale = ['cy', 'en-GB'];

const MONTHS = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
];
const SHORT_MONTHS = [
  'Ion',
  'Chwef',
  'Maw',
  'Ebr',
  'Mai',
  'Meh',
  'Gorff',
  'Awst',
  'Medi',
  'Hyd',
  'Tach',
  'Rhag',
];
const WEEKDAYS = {
  Sun: ['Dydd Sul', 'Sul'],
  Mon: ['Dydd Llun', 'Llun'],
  Tue: ['Dydd Mawrth', 'Maw'],
  Wed: ['Dydd Mercher', 'Mer'],
  Thu: ['Dydd Iau', 'Iau'],
  Fri: ['Dydd Gwener', 'Gwen'],
  Sat: ['Dydd Sadwrn', 'Sad'],
};

/** Writes a date or time: "Dydd Llun 30 Tachwedd 2026". The order of its parts is the British one. */
export function dates(options: Intl.DateTimeFormatOptions): (at: number | Date) => string {
  const british = new Intl.DateTimeFormat('en-GB', options);
  const month = new Intl.DateTimeFormat('en-GB', { timeZone: options.timeZone, month: 'numeric' });
  return (at) =>
    british
      .formatToParts(at)
      .map(({ type, value }) => {
        if (type === 'weekday') return weekdayOf(value);
        if (type !== 'month' || /\d/.test(value)) return value;
        const names = options.month === 'short' || options.dateStyle === 'medium' ? SHORT_MONTHS : MONTHS;
        return names[Number(month.format(at)) - 1] ?? value;
      })
      .join('')
      .replace(',', '');
}

function weekdayOf(english: string): string {
  const [long = english, short = english] = WEEKDAYS[english.slice(0, 3) as keyof typeof WEEKDAYS];
  return english.length > 3 ? long : short;
}

const rules = new Intl.PluralRules('cy');

/** Welsh has a form for each: 0, 1, 2, 3, 6, and all other numbers. */
type Forms = Readonly<Record<Intl.LDMLPluralRule, string>>;

/** The form for a count. Words that are still in English bring their own two forms. */
export function plural(count: number, forms: Forms): string {
  return (forms as Partial<Forms>)[rules.select(count)] ?? forms.other;
}

/** A noun after a number: it stays in the singular, and its first letter changes. */
interface Noun {
  /** after 0, 1, 4, 5, 7 and more */
  readonly plain: string;
  /** after 2 */
  readonly two: string;
  /** after 3 */
  readonly few: string;
  /** after 6 */
  readonly many: string;
}

/** "2 gofnod", "3 chofnod" */
export function counted(count: number, { plain, two, few, many }: Noun): string {
  const number = String(count);
  return plural(count, {
    zero: `${number} ${plain}`,
    one: `${number} ${plain}`,
    two: `${number} ${two}`,
    few: `${number} ${few}`,
    many: `${number} ${many}`,
    other: `${number} ${plain}`,
  });
}
