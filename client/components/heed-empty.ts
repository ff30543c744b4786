import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from './heed-icon';
import type { IconName } from './icon-names';
import { leafStyles } from './leaf-styles';

/** What a list shows when it has nothing to list, or cannot: one sentence, and what to do (slotted). */
@customElement('heed-empty')
export class HeedEmpty extends LitElement {
  static override styles = [
    leafStyles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 36px 20px;
        color: var(--ink2);
        text-align: center;
        text-wrap: balance;
      }

      .round {
        display: grid;
        place-items: center;
        width: 56px;
        height: 56px;
        border: var(--hair-width) solid var(--tint-edge);
        border-radius: 50%;
        background: var(--brand-tint);
        color: var(--brand);
      }

      .round .icon {
        width: 26px;
        height: 26px;
      }

      p {
        margin: 0;
        max-width: 36ch;
      }
    `,
  ];

  @property() sign: IconName | '' = '';
  @property() text = '';

  protected override render(): TemplateResult {
    return html`${this.sign === '' ? nothing : html`<span class="round">${icon(this.sign)}</span>`}
      <p>${this.text}</p>
      <slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-empty': HeedEmpty;
  }
}
