import { html, type TemplateResult } from 'lit';
import { icon } from '../../../components/heed-icon';

/** What a list is narrowed by. */
export interface FilterGiven {
  readonly label: string;
  /** What stands there while nothing is narrowed. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** Empty: everything. */
  readonly chosen: string;
  readonly change: (chosen: string) => void;
}

/** A choice beside the search of a list. */
export function filterSelect({ label, all, options, chosen, change }: FilterGiven): TemplateResult {
  return html`<label class="select-box table-select"
    ><span class="visually-hidden">${label}</span>
    <select class="select" @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${chosen === ''}>${all}</option>
      ${options.map(
        ({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}</select
    >${icon('chevron-down')}</label
  >`;
}
