import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart } from '../../components/field-parts';
import '../../components/heed-segmented';
import { record as words } from '../../strings/record';
import { FIELDS } from './check-record';
import { leadName, typedIn, type FormView } from './form-view';
import type { Told } from './record-content';

/** "Have you told someone in person?", the one answer that is required beside who and what. */
export function toldCard(view: FormView): TemplateResult {
  const { told } = view.content;
  return html`<section class="card">
    <heed-segmented
      .fieldId=${FIELDS.told}
      .label=${words.told}
      .error=${view.errors.get(FIELDS.told) ?? ''}
      .options=${[
        ...(view.content.about
          ? [{ value: 'someone', label: words.toldYes }]
          : [
              { value: 'lead', label: words.toldLead(leadName(view.board)) },
              { value: 'someone', label: words.toldOther },
            ]),
        { value: 'not-yet', label: words.toldNotYet },
      ]}
      .value=${told}
      @segment-chosen=${(event: HTMLElementEventMap['segment-chosen']) =>
        view.change({ told: event.detail.value as Told })}
    ></heed-segmented>
    ${told === 'someone' ? whom(view) : nothing}
  </section>`;
}

function whom(view: FormView): TemplateResult {
  const error = view.errors.get(FIELDS.toldWho) ?? '';
  return html`<div class="told-whom ${error === '' ? '' : 'invalid'}">
    <label class="label" for=${FIELDS.toldWho}>${words.toldWhom}</label>
    ${errorPart(FIELDS.toldWho, error)}
    <input
      class="input"
      id=${FIELDS.toldWho}
      type="text"
      autocomplete="off"
      autocapitalize="words"
      maxlength="200"
      aria-invalid=${error !== ''}
      aria-describedby=${describedBy(FIELDS.toldWho, '', error)}
      .value=${view.content.toldWho}
      @input=${(event: Event) => view.change({ toldWho: typedIn(event) })}
    />
  </div>`;
}
