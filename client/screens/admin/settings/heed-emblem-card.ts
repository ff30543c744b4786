import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { emblemBounds, type Emblem } from '../../../../protocol/emblem';
import { emblemPicture } from '../../../components/emblem';
import { fire } from '../../../components/fire';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { emblemAddress } from '../../../data/emblem';
import { emblem as words } from '../../../strings/admin/emblem';
import { fileButton } from '../../set-up/file-button';
import { shrinkPicture } from './shrink-picture';

/** The school's emblem on the log-in page: choose, look, take it off. It fires `emblem-changed`. */
@customElement('heed-emblem-card')
export class HeedEmblemCard extends LitElement {
  @property({ attribute: false }) emblem: Emblem | null = null;
  @state() private _busy = false;
  @state() private _fault: string | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { emblem } = this;
    return html`<section class="card stack roomy">
      <div>
        <h2>${words.title}</h2>
        <p class="hint">${words.hint}</p>
      </div>
      ${this._fault === null
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      ${emblem ? emblemPicture(emblem, emblemAddress(emblem)) : html`<p class="hint">${words.none}</p>`}
      <div class="row">
        ${fileButton({
          id: 'emblem-file',
          words: emblem ? words.another : words.choose,
          busy: this._busy,
          chosen: (file) => void this._set(file),
          accept: 'image/png,image/jpeg,image/webp',
          look: 'plain',
        })}
        ${emblem
          ? html`<button type="button" class="button quiet" ?disabled=${this._busy} @click=${this._remove}>
              ${words.remove}
            </button>`
          : nothing}
      </div>
    </section>`;
  }

  private async _set(file: File): Promise<void> {
    await this._do(async () => {
      const body = await shrinkPicture(file, emblemBounds.bytes);
      if (!body) return words.noPicture;
      await call('setEmblem', { body });
      announce(words.set);
      return null;
    });
  }

  private readonly _remove = async (): Promise<void> => {
    await this._do(async () => {
      await call('removeEmblem');
      announce(words.removed);
      return null;
    });
  };

  /** @param deed gives a sentence where it could not be done */
  private async _do(deed: () => Promise<string | null>): Promise<void> {
    this._busy = true;
    try {
      this._fault = await deed();
      if (this._fault === null) fire(this, 'emblem-changed');
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-emblem-card': HeedEmblemCard;
  }
  interface HTMLElementEventMap {
    'emblem-changed': CustomEvent<undefined>;
  }
}
