import type { FieldError } from '../../components/heed-error-summary';
import { adult } from '../../strings/about-adult';
import { record } from '../../strings/record';
import { MAX_OTHERS_CHARS, MAX_TEXT_CHARS } from '../../../protocol/text-limits';
import type { RecordContent } from './record-content';
import { whenFault } from './when';

/** Ids of the form's fields, as the error summary links to them. */
export const FIELDS = {
  name: 'your-name',
  adult: 'adult',
  who: 'who',
  describe: (place: number): string => `who-describe-${place}`,
  what: 'what',
  when: 'when',
  told: 'told',
  toldWho: 'told-who',
  others: 'others',
} as const;

/** What stands between this record and Send, from top to bottom; empty: it may go. */
export function checkRecord(content: RecordContent, facts: { withName: boolean; now: number }): FieldError[] {
  const words = record.errors;
  const errors: FieldError[] = [];
  const unless = (right: boolean, field: string, text: string) => {
    if (!right) errors.push({ field, text });
  };
  if (facts.withName) unless(content.name.trim() !== '', FIELDS.name, words.name);
  const { about } = content;
  if (about) unless(about.staff.length > 0 || about.described.trim() !== '', FIELDS.adult, adult.missing);
  else unless(content.pupils.length > 0, FIELDS.who, words.who);
  content.pupils.forEach((pupil, place) => {
    const described = pupil.kind === 'listed' || pupil.description.trim() !== '';
    // Without unlocking there is one box, and it is the question itself.
    if (facts.withName && about) return;
    if (facts.withName) unless(described, FIELDS.who, words.who);
    else unless(described, FIELDS.describe(place), words.describe);
  });
  unless(content.text.trim() !== '', FIELDS.what, words.what);
  // The fields themselves never cut: what somebody pasted stays whole until they shorten it.
  unless(content.text.trim().length <= MAX_TEXT_CHARS, FIELDS.what, words.tooLong);
  const fault = whenFault(content.when, facts.now);
  if (fault) errors.push({ field: FIELDS.when, text: words[fault] });
  unless(content.told !== '', FIELDS.told, words.told);
  if (content.told === 'someone') unless(content.toldWho.trim() !== '', FIELDS.toldWho, words.toldWhom);
  unless(
    content.others.trim().length <= MAX_OTHERS_CHARS,
    FIELDS.others,
    words.othersTooLong(MAX_OTHERS_CHARS),
  );
  return errors;
}
