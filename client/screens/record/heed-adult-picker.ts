import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { describedBy, errorPart } from '../../components/field-parts';
import { fire } from '../../components/fire';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { adult as words } from '../../strings/about-adult';
import { record } from '../../strings/record';
import type { Roll } from '../../../protocol/devices';
import { typedIn } from './form-view';
import type { ChosenAdult } from './record-content';
import { findStaff } from './suggest';

/** Adults who work here, found by name; where no list is open, the few names of the duty list as chips. */
@customElement('heed-adult-picker')
export class HeedAdultPicker extends LitElement {
  @property({ attribute: false }) fieldId = '';
  @property({ attribute: false }) error = '';
  @property({ attribute: false }) staff: Roll['staff'] = [];
  /** the whole staff list is open: it is searched */
  @property({ attribute: false }) listed = false;
  @property({ attribute: false }) chosen: readonly ChosenAdult[] = [];
  @state() private _typed = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return this.listed ? this._renderSearch() : this._renderFew();
  }

  private _renderSearch(): TemplateResult {
    const found = findStaff(this.staff, this._typed).filter(({ id }) => !this._has(id));
    return html`<label class="question" for=${this.fieldId}>${words.which}</label>
      ${errorPart(this.fieldId, this.error)}
      <input
        class="input"
        id=${this.fieldId}
        type="text"
        autocomplete="off"
        autocapitalize="words"
        spellcheck="false"
        placeholder=${record.alertStaffType}
        aria-invalid=${this.error !== ''}
        aria-describedby=${describedBy(this.fieldId, '', this.error)}
        .value=${this._typed}
        @input=${(event: Event) => this._onType(event)}
      />
      <div class="chips alert-staff">
        ${this.chosen.map((person) => this._renderChosen(person))}
        ${found.map(
          (person) =>
            html`<button type="button" class="chip" @click=${() => this._add(person)}>
              ${icon('plus')}${person.name}
              ${person.jobTitle === null ? nothing : html`<span class="meta">${person.jobTitle}</span>`}
            </button>`,
        )}
        ${this._typed.trim() !== '' && found.length === 0
          ? html`<p class="hint">${record.alertStaffNobody}</p>`
          : nothing}
      </div>`;
  }

  private _renderFew(): TemplateResult {
    return html`<fieldset>
      <legend class="question">${words.isItOne}</legend>
      ${errorPart(this.fieldId, this.error)}
      <div class="chips" id=${this.fieldId} tabindex="-1">
        ${this.staff.map((person) =>
          this._has(person.id) ? this._renderChosen(person) : this._renderOffered(person),
        )}
      </div>
    </fieldset>`;
  }

  private _renderOffered(person: ChosenAdult): TemplateResult {
    return html`<label class="chip choice-chip"
      ><input type="checkbox" autocomplete="off" .checked=${false} @change=${() => this._add(person)} /><span
        >${person.name}</span
      ></label
    >`;
  }

  private _renderChosen({ id, name }: ChosenAdult): TemplateResult {
    return html`<label class="chip choice-chip"
      ><input type="checkbox" autocomplete="off" .checked=${true} @change=${() => this._remove(id)} />${icon(
        'check',
      )}<span>${name}</span></label
    >`;
  }

  private _has(id: string): boolean {
    return this.chosen.some((one) => one.id === id);
  }

  private _onType(event: Event): void {
    this._typed = typedIn(event);
    announce(record.alertStaffFound(findStaff(this.staff, this._typed).length));
  }

  private _add({ id, name }: ChosenAdult): void {
    this._typed = '';
    this.querySelector<HTMLInputElement>('input[type="text"]')?.focus();
    fire(this, 'adults-changed', { chosen: [...this.chosen, { id, name }] });
  }

  private _remove(id: string): void {
    fire(this, 'adults-changed', { chosen: this.chosen.filter((one) => one.id !== id) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-adult-picker': HeedAdultPicker;
  }
  interface HTMLElementEventMap {
    'adults-changed': CustomEvent<{ chosen: readonly ChosenAdult[] }>;
  }
}
