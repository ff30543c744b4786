import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { LicencesFile, UsedPackage } from '../../../protocol/licences';
import { loadLicences } from '../../data/help-sheets';
import { about as words } from '../../strings/help';

/** Whose work Heed is made of; loaded when somebody asks for it. */
@customElement('heed-help-licences')
export class HeedHelpLicences extends LitElement {
  @state() private _file: LicencesFile | null = null;
  @state() private _said = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    if (!this._file)
      return html`<div class="row">
        <button type="button" class="button small" @click=${() => void this._load()}>
          ${words.showLicences}
        </button>
        <span class="hint" role="status">${this._said}</span>
      </div>`;
    const { packages, texts } = this._file;
    return html`<p class="meta" role="status">${words.count(packages.length)}</p>
      <div class="help-licences">${packages.map((one) => showPackage(one, texts))}</div>`;
  }

  private async _load(): Promise<void> {
    this._said = words.loading;
    try {
      this._file = await loadLicences();
    } catch {
      this._said = words.failed;
    }
  }
}

function showPackage({ name, version, licence, texts }: UsedPackage, all: readonly string[]): TemplateResult {
  const said = texts.length === 0 ? words.noText : texts.map((at) => all[at]).join('\n\n');
  return html`<details>
    <summary>${name} ${version}, ${licence}</summary>
    <p class="help-licence">${said}</p>
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-licences': HeedHelpLicences;
  }
}
