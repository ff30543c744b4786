import { html, nothing, type TemplateResult } from 'lit';
import { isPlan, planKinds, type MatterKind } from '../../../protocol/pupil-matters';
import { LONGEST_NOTE } from '../../../protocol/text-limits';
import { locale } from '../../../protocol/words/language';
import { dateField } from '../../components/date-field';
import { selectField } from '../../components/select-field';
import { textAreaField } from '../../components/text-area-field';
import { textField } from '../../components/text-field';
import { matters as words } from '../../strings/matters';
import type { BegunMatter } from './begun-matter';

export interface MatterFields {
  readonly begun: BegunMatter;
  /** Whom a link can lead to; empty while they are on their way. */
  readonly pupils: readonly { readonly id: string; readonly label: string }[];
  readonly typed: string;
  readonly find: (typed: string) => void;
  readonly error: { readonly field: string; readonly title: string };
  readonly set: (given: Partial<BegunMatter>) => void;
}

/** Pupils offered at once. */
const MOST = 30;

/** Every field of its kind, in order. */
export function matterFields(fields: MatterFields): TemplateResult {
  const { begun } = fields;
  if (begun.removed) return noteField(fields, words.why);
  const plan = isPlan(begun.kind);
  return html`${begun.after === null ? kindField(fields) : nothing}
  ${begun.kind === 'link' && begun.after === null ? otherFields(fields) : nothing}
  ${plan ? nothing : nameField(fields)} ${begun.kind === 'link' ? nothing : dayFields(fields, plan)}
  ${plan ? authorityField(fields) : nothing} ${begun.kind === 'link' ? nothing : workerFields(fields, plan)}
  ${noteField(fields, plan ? words.note.plan : words.note.other)}`;
}

function kindField({ begun, set }: MatterFields): TemplateResult {
  const kinds: readonly MatterKind[] = isPlan(begun.kind) ? planKinds : ['agency', 'school', 'link'];
  return selectField({
    id: 'matter-kind',
    label: words.kind,
    value: begun.kind,
    options: kinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
    chosen: (kind) => set({ kind: kind as MatterKind }),
  });
}

function otherFields({ begun, pupils, typed, find, error, set }: MatterFields): TemplateResult {
  const wanted = typed.trim().toLocaleLowerCase(locale);
  const fitting = pupils.filter(({ label }) => label.toLocaleLowerCase(locale).includes(wanted));
  const none = wanted !== '' && fitting.length === 0;
  return html`${textField({ id: 'matter-find', label: words.find, value: typed, typed: find })}
  ${selectField({
    id: 'matter-otherId',
    label: words.pupil,
    value: begun.otherId,
    options: [
      { value: '', label: none ? words.noSuch : words.choosePupil },
      ...fitting.slice(0, MOST).map(({ id, label }) => ({ value: id, label })),
    ],
    chosen: (otherId) => set({ otherId }),
    error: errorOf(error, 'otherId'),
  })}`;
}

function nameField({ begun, error, set }: MatterFields): TemplateResult {
  const kind = begun.kind === 'school' || begun.kind === 'link' ? begun.kind : 'agency';
  return textField({
    id: 'matter-name',
    label: words.name[kind],
    hint: kind === 'link' ? words.linkHint : '',
    value: begun.name,
    typed: (name) => set({ name }),
    error: errorOf(error, 'name'),
  });
}

function dayFields({ begun, error, set }: MatterFields, plan: boolean): TemplateResult {
  return html`<div class="field-pair even">
      ${dateField({
        id: 'matter-start',
        label: plan ? words.start.plan : words.start.other,
        value: begun.start,
        chosen: (start) => set({ start }),
        error: errorOf(error, 'start'),
      })}
      ${plan
        ? dateField({
            id: 'matter-review',
            label: words.review,
            value: begun.review,
            chosen: (review) => set({ review }),
            error: errorOf(error, 'review'),
          })
        : nothing}
    </div>
    ${dateField({
      id: 'matter-end',
      label: words.end,
      hint: words.endHint,
      value: begun.end,
      chosen: (end) => set({ end }),
      error: errorOf(error, 'end'),
    })}`;
}

function authorityField({ begun, error, set }: MatterFields): TemplateResult {
  return textField({
    id: 'matter-authority',
    label: begun.kind === 'court-order' ? words.authority.court : words.authority.plan,
    value: begun.authority,
    typed: (authority) => set({ authority }),
    error: errorOf(error, 'authority'),
  });
}

function workerFields({ begun, error, set }: MatterFields, plan: boolean): TemplateResult {
  return html`<div class="field-pair even">
    ${textField({
      id: 'matter-worker',
      label: plan ? words.worker.plan : words.worker.other,
      value: begun.worker,
      typed: (worker) => set({ worker }),
      error: errorOf(error, 'worker'),
    })}
    ${textField({
      id: 'matter-phone',
      label: words.phone,
      value: begun.phone,
      typed: (phone) => set({ phone }),
      error: errorOf(error, 'phone'),
    })}
  </div>`;
}

function noteField({ begun, error, set }: MatterFields, label: string): TemplateResult {
  return textAreaField({
    id: 'matter-note',
    label,
    hint: words.noteHint,
    value: begun.note,
    most: LONGEST_NOTE,
    typed: (note) => set({ note }),
    error: errorOf(error, 'note'),
  });
}

function errorOf({ field, title }: MatterFields['error'], own: string): string {
  return field === own ? title : '';
}
