import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { describedBy, errorPart, hintPart } from './field-parts';
import { fire } from './fire';

export interface SegmentOption {
  value: string;
  label: string;
}

/** One of a few, side by side: real radios, so arrows, names and forms work by themselves. */
@customElement('heed-segmented')
export class HeedSegmented extends LitElement {
  /** Id for the error summary, and the radios' group name. */
  @property({ attribute: 'field-id' }) fieldId = 'choice';
  @property() label = '';
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;
  @property() hint = '';
  @property() error = '';
  @property({ attribute: false }) options: readonly SegmentOption[] = [];
  /** The chosen option's value; empty: nothing chosen. */
  @property() value = '';
  /** Segments as wide as their words, instead of all equal. */
  @property({ type: Boolean }) natural = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<fieldset
      id=${this.fieldId}
      class=${this.error === '' ? '' : 'invalid'}
      aria-describedby=${describedBy(this.fieldId, this.hint, this.error)}
    >
      <legend class=${this.labelHidden ? 'visually-hidden' : 'question'}>${this.label}</legend>
      ${hintPart(this.fieldId, this.hint)} ${errorPart(this.fieldId, this.error)}
      <div class="segments ${this.natural ? 'natural' : ''}">
        ${this.options.map((option) => this._renderOption(option))}
      </div>
    </fieldset>`;
  }

  private _renderOption(option: SegmentOption): TemplateResult {
    return html`<label class="segment"
      ><input
        type="radio"
        name=${this.fieldId}
        .value=${option.value}
        .checked=${option.value === this.value}
        autocomplete="off"
        @change=${() => this._choose(option.value)}
      /><span>${option.label}</span></label
    >`;
  }

  private _choose(value: string): void {
    this.value = value;
    fire(this, 'segment-chosen', { value });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-segmented': HeedSegmented;
  }
  interface HTMLElementEventMap {
    'segment-chosen': CustomEvent<{ value: string }>;
  }
}
