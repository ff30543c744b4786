import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { pupilName } from '../../../protocol/words/concern-said';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import { selectField } from '../../components/select-field';
import { textField } from '../../components/text-field';
import { correctPupil as words, decide } from '../../strings/concern-actions';
import type { KeptDecision } from '../decide/kept-decision';

export type Field = 'to' | 'reason';

/** A pupil on roll, as they are chosen. */
export interface PupilChoice {
  readonly id: string;
  /** "Amira Khan, 4B" */
  readonly label: string;
}

interface PupilFields {
  readonly begun: KeptDecision;
  /** Of the concern, in its order. */
  readonly children: Concern['pupils'];
  readonly roll: readonly PupilChoice[];
  /** What is looked for among the names. */
  readonly typed: string;
  readonly find: (typed: string) => void;
  readonly errors: Partial<Record<Field, string>>;
  readonly set: (given: Partial<KeptDecision>) => void;
}

/** The most names that one list offers. */
const MOST = 50;

/** Which child, who they are, and why. */
export function pupilFields(fields: PupilFields): TemplateResult {
  return html`${whichChild(fields)} ${whoTheyAre(fields)} ${why(fields)}`;
}

function whichChild({ begun, children, set }: PupilFields): TemplateResult {
  if (children.length < 2)
    return html`<p>${words.recordedAs} <strong>${children.map(pupilName).join('')}</strong></p>`;
  return selectField({
    id: 'correct-position',
    label: words.which,
    value: String(begun.position),
    options: children.map((pupil, at) => ({ value: String(at), label: pupilName(pupil) })),
    chosen: (position) => {
      set({ position: Number(position) });
    },
  });
}

function whoTheyAre({ begun, children, roll, typed, find, errors, set }: PupilFields): TemplateResult {
  const wanted = typed.trim().toLocaleLowerCase('en-GB');
  const there = new Set(children.map(({ pupilId }) => pupilId));
  const fitting = roll.filter(
    ({ id, label }) =>
      id === begun.to || (!there.has(id) && label.toLocaleLowerCase('en-GB').includes(wanted)),
  );
  const none = wanted !== '' && fitting.length === 0;
  return html`${textField({ id: 'correct-find', label: words.find, value: typed, typed: find })}
  ${selectField({
    id: 'correct-to',
    label: words.pupil,
    value: begun.to,
    options: [
      { value: '', label: none ? words.noSuch : words.choose },
      ...fitting.slice(0, MOST).map(({ id, label }) => ({ value: id, label })),
    ],
    chosen: (to) => {
      set({ to });
    },
    error: errors.to ?? '',
  })}`;
}

function why({ begun, errors, set }: PupilFields): TemplateResult {
  const [id, error] = ['correct-reason', errors.reason ?? ''];
  return html`<div class=${error === '' ? '' : 'invalid'}>
    <label class="label" for=${id}>${decide.reason}</label>
    ${hintPart(id, words.reasonHint)} ${errorPart(id, error)}
    <textarea
      class="textarea grows"
      id=${id}
      rows="3"
      maxlength="20000"
      autocomplete="off"
      aria-invalid=${error === '' ? nothing : 'true'}
      aria-describedby=${describedBy(id, words.reasonHint, error)}
      .value=${begun.reason}
      @input=${(event: Event) => {
        set({ reason: (event.target as HTMLTextAreaElement).value });
      }}
    ></textarea>
  </div>`;
}
