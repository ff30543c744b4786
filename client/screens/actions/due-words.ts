import type { DueAction } from '../../../protocol/due-actions';
import { action, done } from '../../strings/concern-actions';
import { due as words } from '../../strings/due';
import { withOthers } from '../alerts/row-words';

/** Everything that one row says besides its day. */
export interface DueWords {
  /** "Amira Khan", "Sofia Marsh +2", "Record 4F2K", "Something is due" */
  readonly who: string;
  readonly className: string;
  readonly text: string;
  /** "Phone call", "Answer due from Children's services", "For Tom Lowe", "Ref 4F2K" */
  readonly facts: readonly string[];
  /** what its button says, as in the concern: "Done", of a referral "Answer has come" */
  readonly finish: string;
}

/** The words of a row. One without content says its reference and nothing else. */
export function dueWords({ content, reference, concernId, mine }: DueAction): DueWords {
  const ref = words.reference(reference);
  if (!content)
    return {
      who: words.neutral,
      className: '',
      text: concernId === null ? words.shut : '',
      facts: [ref],
      finish: words.done,
    };
  return {
    ...whoOf(content, reference),
    text: content.text,
    facts: [kindOf(content), mine ? '' : words.forWhom(content.owner ?? words.someone), ref].filter(Boolean),
    finish: content.kind === 'referral' ? done.finishAnswer : words.done,
  };
}

type Content = NonNullable<DueAction['content']>;

function whoOf({ about, pupils }: Content, reference: string): Pick<DueWords, 'who' | 'className'> {
  if (about) return { who: withOthers(about[0] ?? '', about.length - 1), className: words.memberOfStaff };
  const [first, ...others] = pupils;
  if (!first) return { who: words.record(reference), className: '' };
  const who = withOthers(first.name === '' ? words.anotherPupil : first.name, others.length);
  return { who, className: others.length > 0 ? '' : (first.className ?? '') };
}

function kindOf({ kind, agency }: Content): string {
  if (kind !== 'referral') return action.kinds[kind];
  return agency === undefined ? words.answer : words.answerFrom(agency);
}
