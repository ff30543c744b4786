import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { errorLine, field } from '../components/field';
import { icon } from '../components/icon';
import { LightElement } from '../components/light-element';
import { saveFile } from '../components/save-file';
import type { Database } from '../store/database';
import { SHORTEST_PASSPHRASE, readExport, writeExport } from '../store/export-file';
import { tryPin } from '../store/lock';
import type { OpenStore } from '../store/open-store';
import { move as words } from '../strings/words';
import { triedError } from './tried-error';

const FILE_NAME = 'heed-authenticator.json';

/** To another phone and from another phone, by a file with a passphrase. */
@customElement('ha-move')
export class Move extends LightElement {
  @property({ attribute: false }) database: Database | null = null;
  @property({ attribute: false }) store: OpenStore | null = null;
  /** reads the list again and says what was done */
  @property({ attribute: false }) changed: (said: string) => Promise<void> = async () => undefined;
  @state() private _passphrase = '';
  @state() private _pin = '';
  @state() private _theirs = '';
  @state() private _errors: Partial<Record<'passphrase' | 'pin' | 'file' | 'theirs', string>> = {};
  @state() private _busy = false;

  protected override render(): TemplateResult {
    return html`<h1 class="page-heading" tabindex="-1">${words.title}</h1>
      <div class="stack">${this._renderOut()} ${this._renderIn()}</div>`;
  }

  private _renderOut(): TemplateResult {
    return html`<form class="card stack roomy" novalidate @submit=${this._export}>
      <div>
        <h2>${words.out}</h2>
        <p class="hint">${words.outText}</p>
      </div>
      ${field({
        id: 'passphrase',
        label: words.passphrase,
        hint: words.passphraseHint,
        error: this._errors.passphrase ?? '',
        value: this._passphrase,
        changed: (value) => (this._passphrase = value),
      })}
      ${field({
        id: 'export-pin',
        label: words.pin,
        error: this._errors.pin ?? '',
        value: this._pin,
        kind: 'pin',
        changed: (value) => (this._pin = value),
      })}
      <button type="submit" class="button wide" ?disabled=${this._busy}>
        ${icon('download')}${words.button}
      </button>
    </form>`;
  }

  private _renderIn(): TemplateResult {
    return html`<form class="card stack roomy" novalidate @submit=${this._import}>
      <div>
        <h2>${words.in}</h2>
        <p class="hint">${words.inText}</p>
      </div>
      <div class=${this._errors.file ? 'invalid' : ''}>
        <label class="label tall" for="file">${words.file}</label>
        ${errorLine('file-error', this._errors.file ?? '')}
        <input class="input" id="file" type="file" accept=".json,application/json" />
      </div>
      ${field({
        id: 'theirs',
        label: words.theirs,
        error: this._errors.theirs ?? '',
        value: this._theirs,
        kind: 'passphrase',
        changed: (value) => (this._theirs = value),
      })}
      <button type="submit" class="button wide" ?disabled=${this._busy}>
        ${icon('upload')}${words.importButton}
      </button>
    </form>`;
  }

  private async _export(event: Event): Promise<void> {
    event.preventDefault();
    const short = this._passphrase.length < SHORTEST_PASSPHRASE;
    this._errors = short ? { passphrase: words.passphraseShort } : {};
    if (short) await this._focusOn('#passphrase');
    else await this._once(() => this._checkedExport());
  }

  /** A phone that lies open for a moment does not give its secrets away: the PIN is asked again. */
  private async _checkedExport(): Promise<void> {
    if (!this.database) return;
    const tried = await tryPin(this.database, this._pin);
    this._pin = '';
    if (tried.kind !== 'open') {
      this._errors = { pin: triedError(tried) };
      await this._focusOn('#export-pin');
      return;
    }
    const accounts = await tried.store.accounts();
    if (accounts.length === 0) {
      this._errors = { passphrase: words.nothing };
      return;
    }
    saveFile(FILE_NAME, await writeExport(accounts, this._passphrase));
    this._passphrase = '';
    await this.changed(words.exported);
  }

  private async _import(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.querySelector<HTMLInputElement>('#file')?.files?.[0];
    if (!file) this._errors = { file: words.fileMissing };
    else if (this._theirs === '') this._errors = { theirs: words.theirsMissing };
    else await this._once(async () => this._take(await file.text()));
    if (this._errors.file) await this._focusOn('#file');
    else if (this._errors.theirs) await this._focusOn('#theirs');
  }

  private async _take(text: string): Promise<void> {
    const read = await readExport(text, this._theirs);
    if ('fault' in read) {
      const said = words.faults[read.fault];
      this._errors = read.fault === 'passphrase' ? { theirs: said } : { file: said };
      return;
    }
    this._errors = {};
    this._theirs = '';
    const added = (await this.store?.add(read.accounts)) ?? [];
    await this.changed(words.imported(added.length, read.accounts.length - added.length));
  }

  private async _once(deed: () => Promise<void>): Promise<void> {
    if (this._busy) return;
    this._busy = true;
    await deed().finally(() => (this._busy = false));
  }
}
