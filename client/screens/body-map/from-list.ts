import { html, nothing, type TemplateResult } from 'lit';
import { partsOf, type Part } from '../../../protocol/body-map/parts';
import { views, type View } from '../../../protocol/body-map/views';
import { viewWords } from '../../../protocol/body-map/words';
import { icon } from '../../components/heed-icon';
import { bodyMap as words } from '../../strings/body-map';
import { partOptions } from './mark-form';

/** Adding a mark by the name of its place. */
export interface FromListView {
  /** the picture whose parts are offered; null: closed */
  listing: View | null;
  toggle: () => void;
  choose: (view: View) => void;
  add: (view: View, part: Part) => void;
}

/** For whoever does not tap: a picture, a part of it, and a mark in its middle. */
export function fromList(view: FromListView): TemplateResult {
  const { listing } = view;
  return html`<button
      type="button"
      class="button small"
      aria-expanded=${listing !== null}
      aria-controls=${listing ? 'from-list' : nothing}
      @click=${view.toggle}
    >
      ${icon(listing ? 'chevron-up' : 'plus')}${words.fromList}
    </button>
    ${listing ? selects(view, listing) : nothing}`;
}

function selects(view: FromListView, listing: View): TemplateResult {
  return html`<div class="from-list" id="from-list">
    <div class="field">
      <label class="label" for="from-view">${words.picture}</label>
      <span class="select-box"
        ><select
          class="select"
          id="from-view"
          autocomplete="off"
          @change=${(event: Event) => view.choose((event.target as HTMLSelectElement).value as View)}
        >
          ${views.map(
            (one) => html`<option value=${one} ?selected=${one === listing}>${viewWords[one]}</option>`,
          )}</select
        >${icon('chevron-down')}</span
      >
    </div>
    <div class="field">
      <label class="label" for="from-part">${words.part}</label>
      <span class="select-box"
        ><select class="select" id="from-part" autocomplete="off" aria-describedby="from-part-hint">
          ${partOptions(listing, '')}</select
        >${icon('chevron-down')}</span
      >
    </div>
    <p class="hint" id="from-part-hint">${words.leftIsTheirs}</p>
    <button
      type="button"
      class="button"
      @click=${(event: Event) => view.add(listing, chosenIn(event, listing))}
    >
      ${words.add}
    </button>
  </div>`;
}

/** The part that is chosen beside the button. */
function chosenIn(event: Event, listing: View): Part {
  const form = (event.currentTarget as HTMLElement).closest('.from-list');
  const value = form?.querySelector<HTMLSelectElement>('#from-part')?.value;
  const parts = partsOf(listing);
  return parts.find((part) => part === value) ?? parts[0] ?? 'neck';
}
