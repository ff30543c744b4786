import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Picture } from '../../../protocol/help-sheets';
import { icon } from '../../components/heed-icon';
import { pictures as words } from '../../strings/help';

/** A picture of a screen. It is not kept on every tablet: where it cannot be had, its words stand in its place. */
@customElement('heed-help-picture')
export class HeedHelpPicture extends LitElement {
  @property({ attribute: false }) picture: Picture | null = null;
  @state() private _failed = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this._again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this._again);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('picture')) this._failed = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { picture } = this;
    if (!picture) return nothing;
    if (this._failed)
      return html`<div class="help-no-picture">
        ${icon('cloud-off')}
        <p>${words.needsConnection}</p>
        <p class="hint">${picture.alt}</p>
        <button type="button" class="button small no-print" @click=${this._again}>${words.again}</button>
      </div>`;
    return html`<img
      class="help-picture"
      src=${`/help/pictures/${picture.file}`}
      alt=${picture.alt}
      width=${picture.width}
      height=${picture.height}
      loading="lazy"
      @error=${() => (this._failed = true)}
    />`;
  }

  private readonly _again = (): void => {
    this._failed = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-picture': HeedHelpPicture;
  }
}
