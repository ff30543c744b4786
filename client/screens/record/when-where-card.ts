import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-when-field';
import { icon } from '../../components/heed-icon';
import { moments, record as words } from '../../strings/record';
import { clockTime } from '../../strings/times';
import { FIELDS } from './check-record';
import { typedIn, type FormView } from './form-view';
import { OTHER_PLACE } from './record-content';
import { dateOf } from './when';

/** When and where. "Just now" is the moment at which the writing began, and stays it. */
export function whenWhereCard(view: FormView): TemplateResult {
  const { content, now } = view;
  return html`<section class="card when-where">
    <heed-when-field
      .fieldId=${FIELDS.when}
      .error=${view.errors.get(FIELDS.when) ?? ''}
      .now=${clockTime(content.startedAt === 0 ? now : content.startedAt)}
      .today=${dateOf(now)}
      .moments=${moments}
      .answer=${content.when}
      @when-changed=${(event: HTMLElementEventMap['when-changed']) =>
        view.change({ when: event.detail.answer })}
    ></heed-when-field>
    ${(view.board?.places ?? []).length === 0 ? freePlace(view) : listedPlace(view)}
  </section>`;
}

function listedPlace(view: FormView): TemplateResult {
  const { place } = view.content;
  return html`<div>
    <label class="question" for="where">${words.where}</label>
    <span class="select-box"
      ><select
        class="select"
        id="where"
        autocomplete="off"
        @change=${(event: Event) => view.change({ place: typedIn(event) })}
      >
        <option value="" ?selected=${place === ''}>${words.choosePlace}</option>
        ${(view.board?.places ?? []).map(
          ({ id, name }) => html`<option value=${id} ?selected=${place === id}>${name}</option>`,
        )}
        <option value=${OTHER_PLACE} ?selected=${place === OTHER_PLACE}>${words.otherPlace}</option></select
      >${icon('chevron-down')}</span
    >
    ${place === OTHER_PLACE ? placeInput(view, 'where-other', words.describePlace) : nothing}
  </div>`;
}

/** No list of places has reached this device: the place is typed. */
function freePlace(view: FormView): TemplateResult {
  return html`<div>
    <label class="question" for="where">${words.where}</label>
    ${placeInput(view, 'where', words.noPlaces)}
  </div>`;
}

function placeInput(view: FormView, id: string, placeholder: string): TemplateResult {
  return html`<input
    class="input other-place"
    id=${id}
    type="text"
    autocomplete="off"
    maxlength="200"
    aria-label=${id === 'where' ? nothing : words.describePlace}
    placeholder=${placeholder}
    .value=${view.content.otherPlace}
    @input=${(event: Event) => view.change({ place: OTHER_PLACE, otherPlace: typedIn(event) })}
  />`;
}
