import { emptyContent, type RecordContent } from '../record/record-content';

/** Whether somebody has typed anything of their own. What was only ticked or picked is no loss. */
export function hasWords(content: RecordContent): boolean {
  const described = content.pupils.map((one) => (one.kind === 'listed' ? '' : one.description));
  const { text, others, otherPlace, toldWho } = content;
  return [text, others, otherPlace, toldWho, ...described].some((typed) => typed.trim() !== '');
}

/**
 * What was written while practising, as the start of a real record: every word, and every answer that is true of the
 * school. Invented pupils are left out, so whom it is about has to be chosen anew.
 */
export function asReal(content: RecordContent): RecordContent {
  return {
    ...emptyContent,
    ...content,
    pupils: content.pupils.filter((one) => one.kind !== 'listed'),
    about: null,
    // Invented children: whose mark it is has to be said anew.
    marks: content.marks.map(({ child: _, ...mark }) => mark),
    alertStaff: [],
    alertGroups: [],
  };
}
