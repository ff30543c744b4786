import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { readDevice } from '../../../offline/vault/device';
import '../../components/heed-segmented';
import { deviceKind } from '../../contexts/device-kind';
import { chooseLook, chosenLook, textSizes, themes, type Look } from '../../shell/theme';
import { account, appearance as words } from '../../strings/account';
import { AccountScreen } from './account-screen';

/** "Appearance": colours and size of text, at once and on this device only. */
@customElement('heed-appearance-screen')
export class HeedAppearanceScreen extends AccountScreen {
  protected readonly _href = '/account/appearance';
  protected readonly _title = account.appearance;
  @state() private _look: Look = chosenLook();
  @state() private _shared = false;

  protected override _renderCards(): TemplateResult {
    const { theme, text } = this._look;
    return html`<section class="card looks">
      <p class="hint">${words.where(deviceKind(), this._shared)}</p>
      <heed-segmented
        field-id="theme"
        .label=${words.theme}
        .hint=${words.themeHint}
        .options=${themes.map((value) => ({ value, label: words.themes[value] }))}
        .value=${theme}
        natural
        @segment-chosen=${(event: CustomEvent<{ value: Look['theme'] }>) =>
          this._choose({ theme: event.detail.value, text })}
      ></heed-segmented>
      <heed-segmented
        field-id="text-size"
        .label=${words.text}
        .options=${textSizes.map((value) => ({ value, label: words.sizes[value] }))}
        .value=${text}
        natural
        @segment-chosen=${(event: CustomEvent<{ value: Look['text'] }>) =>
          this._choose({ theme, text: event.detail.value })}
      ></heed-segmented>
      <p>${words.sample}</p>
    </section>`;
  }

  /** Only the device is asked: all of this works without a connection. */
  protected override async _load(): Promise<void> {
    this._shared = (await readDevice().catch(() => null))?.shared ?? false;
    this._look = chosenLook();
  }

  private _choose(look: Look): void {
    chooseLook(look);
    this._look = look;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-appearance-screen': HeedAppearanceScreen;
  }
}
