import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-pupil-picker';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import { adult } from '../../strings/about-adult';
import { record as words, roleOptions, unlocked as lockedWords } from '../../strings/record';
import { FIELDS } from './check-record';
import { typedIn, type FormView } from './form-view';

/** Who is this about: the picker over the roll, or one box for free text where nobody has unlocked. */
export function whoCard(view: FormView): TemplateResult {
  return view.withoutUnlocking ? describedCard(view) : pickedCard(view);
}

function pickedCard(view: FormView): TemplateResult {
  const { offers } = view;
  return html`<section class="card">
    <heed-pupil-picker
      .fieldId=${FIELDS.who}
      .label=${view.content.about ? adult.pupils : words.who}
      .error=${view.errors.get(FIELDS.who) ?? describeError(view)}
      .device=${view.device}
      .search=${offers.search}
      .siblingsOf=${offers.siblingsOf}
      .quick=${offers.quick}
      .roles=${roleOptions}
      .chosen=${view.content.pupils}
      .listMissing=${view.roll === null}
      @chosen-changed=${(event: HTMLElementEventMap['chosen-changed']) =>
        view.change({ pupils: event.detail.chosen })}
    ></heed-pupil-picker>
  </section>`;
}

/** The words for a child who was added but not described; the summary's link leads to that child's own box. */
function describeError(view: FormView): string {
  const at = view.content.pupils.findIndex((_, place) => view.errors.has(FIELDS.describe(place)));
  return at < 0 ? '' : (view.errors.get(FIELDS.describe(at)) ?? '');
}

function describedCard(view: FormView): TemplateResult {
  const [first] = view.content.pupils;
  const error = view.errors.get(FIELDS.who) ?? '';
  return html`<section class="card ${error === '' ? '' : 'invalid'}">
    <label class="question" for=${FIELDS.who}>${view.content.about ? adult.pupils : words.who}</label>
    ${hintPart(FIELDS.who, lockedWords.describe)} ${errorPart(FIELDS.who, error)}
    <input
      class="input"
      id=${FIELDS.who}
      type="text"
      autocomplete="off"
      maxlength="500"
      aria-invalid=${error !== ''}
      aria-describedby=${describedBy(FIELDS.who, lockedWords.describe, error)}
      .value=${first && first.kind !== 'listed' ? first.description : ''}
      @input=${(event: Event) =>
        view.change({ pupils: [{ kind: 'not-on-list', description: typedIn(event), role: '' }] })}
    />
  </section>`;
}

/** The writer's own name, where nobody has unlocked: typed, or one tap on a name that is enrolled here. */
export function nameCard(view: FormView): TemplateResult | typeof nothing {
  if (!view.withoutUnlocking) return nothing;
  const error = view.errors.get(FIELDS.name) ?? '';
  return html`<section class="card ${error === '' ? '' : 'invalid'}">
    <label class="question" for=${FIELDS.name}>${lockedWords.yourName}</label>
    ${hintPart(FIELDS.name, lockedWords.yourNameHint)} ${errorPart(FIELDS.name, error)}
    <input
      class="input"
      id=${FIELDS.name}
      type="text"
      autocomplete="off"
      autocapitalize="words"
      maxlength="200"
      aria-invalid=${error !== ''}
      aria-describedby=${describedBy(FIELDS.name, lockedWords.yourNameHint, error)}
      .value=${view.content.name}
      @input=${(event: Event) => view.change({ name: typedIn(event) })}
    />
    ${view.content.name === '' && view.namesHere.length > 0
      ? html`<div class="chips" role="group" aria-label=${lockedWords.yourName}>
          ${view.namesHere.map(
            (name) =>
              html`<button type="button" class="chip" @click=${() => view.change({ name })}>${name}</button>`,
          )}
        </div>`
      : nothing}
  </section>`;
}
