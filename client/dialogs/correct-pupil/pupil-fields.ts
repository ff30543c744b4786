import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION } from '../../../protocol/text-limits';
import { pupilName } from '../../../protocol/words/concern-said';
import { locale } from '../../../protocol/words/language';
import { selectField } from '../../components/select-field';
import { textAreaField } from '../../components/text-area-field';
import { textField } from '../../components/text-field';
import { correctPupil as words, decide } from '../../strings/concern-actions';
import type { KeptDecision } from '../decide/kept-decision';

export type Field = 'to' | 'reason';

/** A pupil, as they are chosen. */
export interface PupilChoice {
  readonly id: string;
  /** "Amira Khan, 4B" */
  readonly label: string;
}

interface PupilFields {
  readonly begun: KeptDecision;
  /** Of the concern, in its order. */
  readonly children: Concern['pupils'];
  /** Those of the roll, or those who have left. */
  readonly roll: readonly PupilChoice[];
  /** Somebody who has left is looked for. */
  readonly left: boolean;
  readonly turn: (left: boolean) => void;
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

function whoTheyAre(fields: PupilFields): TemplateResult {
  const { begun, children, roll, left, typed, find, errors, set } = fields;
  const wanted = typed.trim().toLocaleLowerCase(locale);
  const there = new Set(children.map(({ pupilId }) => pupilId));
  const fitting = roll.filter(
    ({ id, label }) =>
      id === begun.to || (!there.has(id) && label.toLocaleLowerCase(locale).includes(wanted)),
  );
  const none = wanted !== '' && fitting.length === 0;
  const hint = fitting.length > MOST ? words.more(MOST) : '';
  return html`${whetherLeft(fields)}
  ${textField({ id: 'correct-find', label: words.find, hint, value: typed, typed: find })}
  ${selectField({
    id: 'correct-to',
    label: words.pupil,
    value: begun.to,
    options: [
      { value: '', label: none ? words.noSuch[left ? 'left' : 'roll'] : words.choose },
      ...fitting.slice(0, MOST).map(({ id, label }) => ({ value: id, label })),
    ],
    chosen: (to) => {
      set({ to });
    },
    error: errors.to ?? '',
  })}`;
}

function whetherLeft({ left, turn }: PupilFields): TemplateResult {
  return html`<label class="shortcut-switch"
      ><input
        type="checkbox"
        autocomplete="off"
        .checked=${left}
        @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}
      /><span>${words.left}</span></label
    >
    ${left ? html`<p class="hint">${words.leftHint}</p>` : nothing}`;
}

function why({ begun, errors, set }: PupilFields): TemplateResult {
  return textAreaField({
    id: 'correct-reason',
    label: decide.reason,
    hint: words.reasonHint,
    value: begun.reason,
    most: LONGEST_ACTION,
    typed: (reason) => set({ reason }),
    error: errors.reason ?? '',
  });
}
