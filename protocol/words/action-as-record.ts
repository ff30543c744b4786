import type { Payload } from '../payload';
import { actionKindWords } from './actions';
import { matterDay } from './matters';

/**
 * An action that could not be added, as the text of the record that a lead finds in its place: for which concern it was
 * meant, what it says, and what was still to be done.
 * @param reference of the concern; null: it is not known here
 */
export function actionAsRecord(
  { kind, text, due }: Pick<Payload<'action'>['body'], 'kind' | 'text' | 'due'>,
  reference: string | null,
): string {
  const meant = reference === null ? 'Written as an action' : `Written as an action for ${reference}`;
  const said = `${meant}: ${actionKindWords[kind]}\n\n${text}`;
  return due ? `${said}\n\nTo be done by ${matterDay(due.day)}.` : said;
}
