import { html, type TemplateResult } from 'lit';
import { describedBy, errorPart } from '../../../components/field-parts';
import { selectField } from '../../../components/select-field';
import { textField } from '../../../components/text-field';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { listPupils } from '../../../../protocol/pupils';
import { pupilForm as words } from '../../../strings/admin/pupils';
import type { DraftFaults, PupilDraft } from './draft';

/** What the parts of the form share. */
export interface FormGiven {
  readonly draft: PupilDraft;
  readonly faults: DraftFaults;
  readonly places: Pick<ReplyOf<typeof listPupils>, 'classes' | 'yearGroups'>;
  readonly keep: (part: Partial<PupilDraft>) => void;
}

type TextKey = 'firstName' | 'lastName' | 'preferredName' | 'sex' | 'upn' | 'pupilRef';

/** Who the pupil is: names, date of birth, numbers. */
export function whoCard(given: FormGiven): TemplateResult {
  const text = (key: TextKey, label: string, hint = '') =>
    textField({
      id: key,
      label,
      hint,
      value: given.draft[key] ?? '',
      error: given.faults[key] ?? '',
      typed: (value) => given.keep({ [key]: value }),
    });
  return html`<section class="card" aria-labelledby="who">
    <h2 id="who">${words.who}</h2>
    <div class="field-grid">
      ${text('firstName', words.first)} ${text('lastName', words.last)}
      ${text('preferredName', words.preferred)}
      ${dayField(
        'dateOfBirth',
        words.born,
        given.draft.dateOfBirth,
        given.faults['dateOfBirth'] ?? '',
        (value) => given.keep({ dateOfBirth: value }),
      )}
      ${text('upn', words.upn)} ${text('pupilRef', words.pupilRef)}
    </div>
    <p class="hint">${words.numbersWhy}</p>
  </section>`;
}

/** A day, by the browser's own calendar. @param value yyyy-mm-dd */
export function dayField(
  id: string,
  label: string,
  value: string,
  error: string,
  typed: (value: string) => void,
): TemplateResult {
  return html`<div class=${error === '' ? 'field' : 'field invalid'}>
    <label class="label" for=${id}>${label}</label>
    ${errorPart(id, error)}
    <input
      class="input"
      id=${id}
      type="date"
      autocomplete="off"
      .value=${value}
      aria-invalid=${error === '' ? 'false' : 'true'}
      aria-describedby=${describedBy(id, '', error)}
      @change=${(event: Event) => typed((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

/** Class and year group; the year group follows the class. */
export function placeCard({ draft, faults, places, keep }: FormGiven): TemplateResult {
  const listed = (rows: readonly { id: string; name: string; closed: boolean }[], current: string) =>
    rows
      .filter(({ id, closed }) => !closed || id === current)
      .map(({ id, name, closed }) => ({ value: id, label: closed ? words.closed(name) : name }));
  const choose = { value: '', label: words.chooseClass };
  return html`<section class="card" aria-labelledby="place">
    <h2 id="place">${words.place}</h2>
    <div class="field-grid">
      ${selectField({
        id: 'classId',
        label: words.class,
        value: draft.classId,
        error: faults['classId'] ?? '',
        options: [...(draft.classId ? [] : [choose]), ...listed(places.classes, draft.classId)],
        chosen: (classId) =>
          keep({ classId, yearGroupId: places.classes.find(({ id }) => id === classId)?.yearGroupId ?? '' }),
      })}
      ${selectField({
        id: 'yearGroupId',
        label: words.year,
        value: draft.yearGroupId,
        options: [
          ...(draft.yearGroupId ? [] : [{ value: '', label: words.chooseYear }]),
          ...listed(places.yearGroups, draft.yearGroupId),
        ],
        chosen: (yearGroupId) => keep({ yearGroupId }),
      })}
    </div>
    <p class="hint">${words.yearWhy}</p>
  </section>`;
}

/** What else a school says of a pupil. */
export function moreCard({ draft, keep }: FormGiven): TemplateResult {
  const check = (key: 'freeSchoolMeals' | 'lookedAfter' | 'eal') =>
    html`<label class="check"
      ><input
        type="checkbox"
        .checked=${draft[key]}
        @change=${(event: Event) => keep({ [key]: (event.target as HTMLInputElement).checked })}
      /><span>${words[key]}</span></label
    >`;
  return html`<section class="card" aria-labelledby="more">
    <h2 id="more">${words.more}</h2>
    <div class="field-grid">
      ${selectField({
        id: 'sen',
        label: words.sen,
        value: draft.sen ?? '',
        options: [
          { value: '', label: words.senNone },
          { value: 'K', label: words.senSupport },
          { value: 'E', label: words.senPlan },
        ],
        chosen: (value) => keep({ sen: value === 'K' || value === 'E' ? value : null }),
      })}
      ${textField({
        id: 'sex',
        label: words.sex,
        value: draft.sex ?? '',
        typed: (value) => keep({ sex: value }),
      })}
    </div>
    <div>${check('freeSchoolMeals')} ${check('lookedAfter')} ${check('eal')}</div>
  </section>`;
}
