import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { when as words } from '../strings/components';
import { fire } from './fire';
import { icon } from './heed-icon';
import './heed-segmented';

/** What was answered to "When?". Times are "HH:MM", dates "YYYY-MM-DD", both of this place; empty: not given. */
export interface WhenAnswer {
  kind: 'just-now' | 'earlier-today' | 'another-day';
  moment: string;
  time: string;
  date: string;
  about: boolean;
}

export const justNow: WhenAnswer = { kind: 'just-now', moment: '', time: '', date: '', about: false };

/** Just now, earlier today by a school moment or a time, or another day. Checking the future is the screen's. */
@customElement('heed-when-field')
export class HeedWhenField extends LitElement {
  @property({ attribute: 'field-id' }) fieldId = 'when';
  @property() label = words.label;
  @property() error = '';
  /** The shown time of "Just now": "12:43". */
  @property() now = '';
  /** Today as "YYYY-MM-DD": no later day can be picked. */
  @property() today = '';
  @property({ attribute: false }) moments: readonly { value: string; label: string }[] = [];
  @property({ attribute: false }) answer: WhenAnswer = justNow;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<heed-segmented
        .fieldId=${this.fieldId}
        .label=${this.label}
        .error=${this.error}
        .natural=${true}
        .options=${[
          { value: 'just-now', label: words.now(this.now) },
          { value: 'earlier-today', label: words.earlier },
          { value: 'another-day', label: words.day },
        ]}
        .value=${this.answer.kind}
        @segment-chosen=${this._onKind}
      ></heed-segmented>
      ${this.answer.kind === 'earlier-today' ? this._renderEarlier() : nothing}
      ${this.answer.kind === 'another-day' ? this._renderDay() : nothing}`;
  }

  private _renderEarlier(): TemplateResult {
    return html`<div class="when-more">
      <div class="chips" role="group" aria-label=${words.moment}>
        ${this.moments.map(
          (moment) =>
            html`<label class="chip choice-chip"
              ><input
                type="radio"
                name="${this.fieldId}-moment"
                autocomplete="off"
                .checked=${moment.value === this.answer.moment}
                @change=${() => this._set({ moment: moment.value, time: '' })}
              /><span>${moment.label}</span></label
            >`,
        )}
      </div>
      <div class="row"><span class="hint">${words.orTime}</span>${this._renderTime(words.time)}</div>
    </div>`;
  }

  private _renderDay(): TemplateResult {
    return html`<div class="when-more row">
      <label class="visually-hidden" for="${this.fieldId}-date">${words.date}</label>
      <input
        class="input short"
        id="${this.fieldId}-date"
        type="date"
        autocomplete="off"
        max=${this.today}
        .value=${this.answer.date}
        @change=${(event: Event) => this._set({ date: valueOf(event) })}
      />
      ${this._renderTime(words.timeIfKnown)}
    </div>`;
  }

  private _renderTime(label: string): TemplateResult {
    return html`<label class="visually-hidden" for="${this.fieldId}-time">${label}</label>
      <input
        class="input short"
        id="${this.fieldId}-time"
        type="time"
        autocomplete="off"
        .value=${this.answer.time}
        @change=${(event: Event) => this._set({ time: valueOf(event), moment: '' })}
      />
      <label class="tile about"
        ><input
          type="checkbox"
          autocomplete="off"
          .checked=${this.answer.about}
          @change=${() => this._set({ about: !this.answer.about })}
        /><span class="tick">${icon('check')}</span><span>${words.about}</span></label
      >`;
  }

  private readonly _onKind = (event: CustomEvent<{ value: string }>): void => {
    // The owner hears one event, of this element.
    event.stopPropagation();
    this._set({ ...justNow, kind: event.detail.value as WhenAnswer['kind'] });
  };

  private _set(change: Partial<WhenAnswer>): void {
    this.answer = { ...this.answer, ...change };
    fire(this, 'when-changed', { answer: this.answer });
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-when-field': HeedWhenField;
  }
  interface HTMLElementEventMap {
    'when-changed': CustomEvent<{ answer: WhenAnswer }>;
  }
}
