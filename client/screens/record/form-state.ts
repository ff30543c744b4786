import type { FieldError } from '../../components/heed-error-summary';
import { FIELDS } from './check-record';
import type { RareThing } from './form-view';
import type { NoticesView } from './notices';
import { emptyContent, type RecordContent } from './record-content';
import type { Kept } from './send-bar';
import { isOfSealing } from './sending';

/** What stands in the form, and how it fares. */
export interface FormState {
  content: RecordContent;
  /** as of the last Send */
  faults: readonly FieldError[];
  kept: Kept;
  open: ReadonlySet<RareThing>;
  notice: NoticesView['notice'];
  sealing: boolean;
  /** the text is on the clipboard, since it could be kept nowhere else */
  copied: boolean;
}

/** A form in which nothing stands. */
export const blankForm: FormState = {
  content: emptyContent,
  faults: [],
  kept: { kind: 'not-yet' },
  open: new Set(),
  notice: null,
  sealing: false,
  copied: false,
};

/** Of the faults of the last Send those that still stand, by the field's id; one of sealing stands until the next. */
export function stillWrong(
  faults: readonly FieldError[],
  now: readonly FieldError[],
): ReadonlyMap<string, string> {
  const fields = new Set<string>(now.map(({ field }) => field));
  if (faults.some(isOfSealing)) fields.add(FIELDS.what);
  return new Map(faults.filter(({ field }) => fields.has(field)).map(({ field, text }) => [field, text]));
}
