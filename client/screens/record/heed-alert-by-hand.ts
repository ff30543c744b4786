import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fire } from '../../components/fire';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { record as words } from '../../strings/record';
import type { DeviceBoard, Roll } from '../../../protocol/devices';
import { toggled, typedIn } from './form-view';
import { byRule } from './goes-to';
import type { RecordContent } from './record-content';
import { findStaff } from './suggest';

/** People and groups to alert beside those whom the school's rules alert: groups as chips, colleagues by name. */
@customElement('heed-alert-by-hand')
export class HeedAlertByHand extends LitElement {
  @property({ attribute: false }) roll: Roll | null = null;
  @property({ attribute: false }) board: DeviceBoard | null = null;
  @property({ attribute: false }) categories: readonly string[] = [];
  @property({ attribute: false }) pupils: RecordContent['pupils'] = [];
  /** ids of staff members */
  @property({ attribute: false }) staff: readonly string[] = [];
  /** ids of alert groups */
  @property({ attribute: false }) groups: readonly string[] = [];
  @state() private _typed = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { categories, pupils } = this;
    const told = byRule(this.board, this.roll, { categories, pupils });
    return html`<h2>${words.alertByHand}</h2>
      <p class="hint">${words.alertByHandHint(words.list(told, 0))}</p>
      ${this._renderGroups()} ${this._renderStaff()}`;
  }

  private _renderGroups(): TemplateResult | typeof nothing {
    const groups = this.roll?.alertGroups ?? [];
    if (groups.length === 0) return nothing;
    return html`<fieldset class="field">
      <legend class="label">${words.alertGroups}</legend>
      <div class="chips">
        ${groups.map(({ id, name }) =>
          this._renderChoice(name, this.groups.includes(id), () => this._toggleGroup(id)),
        )}
      </div>
    </fieldset>`;
  }

  private _renderStaff(): TemplateResult | typeof nothing {
    const staff = this.roll?.staff ?? [];
    if (staff.length === 0) return nothing;
    const chosen = staff.filter(({ id }) => this.staff.includes(id));
    const found = findStaff(staff, this._typed).filter(({ id }) => !this.staff.includes(id));
    return html`<div class="field">
      <label class="label" for="alert-staff">${words.alertStaff}</label>
      <input
        class="input"
        id="alert-staff"
        type="text"
        autocomplete="off"
        autocapitalize="words"
        spellcheck="false"
        placeholder=${words.alertStaffType}
        .value=${this._typed}
        @input=${(event: Event) => this._onType(event)}
      />
      <div class="chips alert-staff">
        ${chosen.map(({ id, name }) => this._renderChoice(name, true, () => this._toggleStaff(id)))}
        ${found.map((person) => this._renderFound(person))}
        ${this._typed.trim() !== '' && found.length === 0
          ? html`<p class="hint">${words.alertStaffNobody}</p>`
          : nothing}
      </div>
    </div>`;
  }

  private _renderChoice(name: string, checked: boolean, change: () => void): TemplateResult {
    return html`<label class="chip choice-chip"
      ><input type="checkbox" autocomplete="off" .checked=${checked} @change=${change} />${checked
        ? icon('check')
        : nothing}<span>${name}</span></label
    >`;
  }

  private _renderFound(person: Roll['staff'][number]): TemplateResult {
    return html`<button type="button" class="chip" @click=${() => this._addStaff(person.id)}>
      ${icon('plus')}${person.name}
      ${person.jobTitle === null ? nothing : html`<span class="meta">${person.jobTitle}</span>`}
    </button>`;
  }

  private _onType(event: Event): void {
    this._typed = typedIn(event);
    announce(words.alertStaffFound(findStaff(this.roll?.staff ?? [], this._typed).length));
  }

  private _addStaff(id: string): void {
    this._typed = '';
    this.querySelector<HTMLInputElement>('#alert-staff')?.focus();
    this._toggleStaff(id);
  }

  private _toggleStaff(id: string): void {
    fire(this, 'alert-changed', { staff: toggled(this.staff, id), groups: this.groups });
  }

  private _toggleGroup(id: string): void {
    fire(this, 'alert-changed', { staff: this.staff, groups: toggled(this.groups, id) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-alert-by-hand': HeedAlertByHand;
  }
  interface HTMLElementEventMap {
    'alert-changed': CustomEvent<{ staff: readonly string[]; groups: readonly string[] }>;
  }
}
