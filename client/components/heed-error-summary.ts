import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { errorSummary as words } from '../strings/components';

/** One fault: the id of its field, and the same words that stand beside that field. */
export interface FieldError {
  field: string;
  text: string;
}

/**
 * "There is a problem", with a link to each field (GOV.UK's error summary, its pattern).
 * It takes the focus whenever it is given errors anew, so set `errors` only when somebody pressed Send or Save.
 */
@customElement('heed-error-summary')
export class HeedErrorSummary extends LitElement {
  @property({ attribute: false }) errors: readonly FieldError[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.errors.length === 0) return nothing;
    return html`<div class="error-summary" role="alert" tabindex="-1">
      <h2>${words.title}</h2>
      <ul>
        ${this.errors.map(
          (error) =>
            html`<li>
              <a href="#${error.field}" @click=${(event: Event) => this._go(event, error.field)}
                >${error.text}</a
              >
            </li>`,
        )}
      </ul>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('errors') && this.errors.length > 0) this.focus();
  }

  override focus(): void {
    this.querySelector<HTMLElement>('.error-summary')?.focus();
  }

  /** The router must not see these links: the address keeps its path, the field gets the focus. */
  private _go(event: Event, field: string): void {
    event.preventDefault();
    event.stopPropagation();
    const target = document.getElementById(field);
    const inner = target?.matches('input,select,textarea,button')
      ? target
      : target?.querySelector<HTMLElement>('input,select,textarea,button');
    target?.scrollIntoView({ block: 'center' });
    inner?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-error-summary': HeedErrorSummary;
  }
}
