import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from './heed-icon';
import type { IconName } from './icon-names';
import { leafStyles } from './leaf-styles';

/** Red: a child or the record is at risk. Amber: unsent. Blue: worth knowing. Green: done. */
export type NoticeTone = 'danger' | 'warn' | 'info' | 'ok';

const icons: Record<NoticeTone, IconName> = {
  danger: 'triangle-alert',
  warn: 'clock',
  info: 'info',
  ok: 'circle-check',
};

/** A strip across the column. Its text and actions are slotted, so they stay in the page's own tree. */
@customElement('heed-notice')
export class HeedNotice extends LitElement {
  static override styles = [
    leafStyles,
    css`
      :host {
        display: block;
      }

      .strip {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px 14px;
        padding: 10px 16px;
        border: var(--hair-width) solid var(--tint-edge);
        border-radius: var(--radius-control);
        background: var(--tint);
        line-height: 1.45;
      }

      .danger {
        --tint: var(--danger-tint);
        --tone: var(--danger);
        border-color: var(--danger-edge);
      }

      .warn {
        --tint: var(--warn-tint);
        --tone: var(--warn);
      }

      .info {
        --tint: var(--info-tint);
        --tone: var(--info);
      }

      .ok {
        --tint: var(--ok-tint);
        --tone: var(--ok);
      }

      .edged {
        border-color: var(--warn-edge);
        border-radius: var(--radius-card);
        padding: 14px 16px;
      }

      .sign {
        display: grid;
        flex: none;
        color: var(--tone);
      }

      .sign .icon {
        width: 24px;
        height: 24px;
      }

      .danger .sign .icon {
        width: 20px;
        height: 20px;
      }

      .edged .sign {
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        background: var(--surface);
      }

      .edged .sign .icon {
        width: 20px;
        height: 20px;
      }

      .words {
        flex: 1 1 12rem;
        min-width: 0;
      }

      .heading {
        display: block;
        color: var(--tone);
        font-weight: 650;
      }

      .edged .heading {
        color: var(--ink);
        font-size: 1.059rem;
      }

      @media (max-width: 640px) {
        .strip {
          padding: 10px 11px;
          gap: 8px 10px;
        }

        .sign {
          align-self: flex-start;
          padding-top: 1px;
        }

        .edged .sign {
          align-self: center;
        }

        ::slotted([slot='actions']) {
          flex: 1 1 100%;
        }
      }
    `,
  ];

  @property() tone: NoticeTone = 'info';
  /** Bold first line; the text itself is slotted. */
  @property() heading = '';
  /** Replaces the tone's own icon. */
  @property() sign: IconName | '' = '';
  /** With an edge and a round sign: something to act on, not only to read. */
  @property({ type: Boolean }) edged = false;

  /** A dialog may be longer than the screen: what went wrong in it is brought into sight. */
  protected override firstUpdated(): void {
    if (this.role === 'alert' && this.closest('heed-dialog')) this.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    return html`<div class="strip ${this.tone} ${this.edged ? 'edged' : ''}">
      <span class="sign">${icon(this.sign === '' ? icons[this.tone] : this.sign)}</span>
      <div class="words">
        ${this.heading === '' ? nothing : html`<strong class="heading">${this.heading}</strong>`}
        <slot></slot>
      </div>
      <slot name="actions"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-notice': HeedNotice;
  }
}
