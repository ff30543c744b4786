/**
 * The one place that says which language this build speaks (decision 0023): whatever sorts, folds, counts or writes a date for
 * people asks here, so that another language replaces this file and no other.
 */
export const locale = 'en-GB';

/** Writes a date or time, without the comma that some engines set after the weekday. */
export function dates(options: Intl.DateTimeFormatOptions): (at: number | Date) => string {
  const format = new Intl.DateTimeFormat(locale, options);
  return (at) => format.format(at).replace(',', '');
}

const rules = new Intl.PluralRules(locale);

/** A sentence for each form that a count takes in this language. */
type Forms = Readonly<Record<'one' | 'other', string> & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The form for a count: "1 record", "2 records". */
export function plural(count: number, forms: Forms): string {
  return forms[rules.select(count)] ?? forms.other;
}
