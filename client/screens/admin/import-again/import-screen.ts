import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ImportSheet } from '../../../../protocol/changes/import';
import type { ImportPreview } from '../../../../protocol/import-again';
import { icon } from '../../../components/heed-icon';
import '../../../components/heed-notice';
import { announce } from '../../../components/heed-live-region';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { importAgain as words } from '../../../strings/admin/import-again';
import { readChosen, toBase64 } from '../../set-up/chosen-file';
import { faultsTable } from '../../set-up/faults-step';
import { fileButton } from '../../set-up/file-button';
import { AdminPage, type PageParts } from '../admin-page';
import { leaversCard } from './leavers-card';
import { finishedWords, resultsCard, type Imported } from './results-card';
import { sheetCard } from './sheet-card';

interface Chosen {
  readonly name: string;
  /** base64 */
  readonly file: string;
}

/** The set-up spreadsheet again: choose it, look at each sheet, tick those that are right, import. */
@customElement('heed-import-screen')
export class HeedImportScreen extends AdminPage<true> {
  /** Each sheet needs a part of its own; the school shows those that this person administers. */
  protected readonly right = null;
  @state() private _chosen: Chosen | null = null;
  @state() private _preview: ImportPreview | null = null;
  @state() private _ticked: ReadonlySet<ImportSheet> = new Set();
  @state() private _busy: 'reading' | 'writing' | null = null;
  @state() private _problem: string | null = null;
  @state() private _imported: Imported | null = null;

  protected load(): Promise<true> {
    this._forget();
    return Promise.resolve(true);
  }

  protected page(): PageParts {
    const preview = this._preview;
    return {
      title: words.title,
      intro: words.intro,
      content: html`<div class="stack">
        ${this._imported ? resultsCard(this._imported) : nothing} ${this._renderChoose()}
        ${this._problem
          ? html`<heed-notice tone="danger" role="alert">${this._problem}</heed-notice>`
          : nothing}
        ${preview ? this._renderPreview(preview) : this._imported ? nothing : howItGoes()}
      </div>`,
      bar: preview && withRows(preview).length > 0 ? this._renderBar(preview) : undefined,
    };
  }

  private _renderChoose(): TemplateResult {
    const preview = this._preview;
    const faulty = preview !== null && preview.faults.length > 0;
    const label = preview === null ? words.choose : faulty ? words.again : words.another;
    return html`<section class="card upload-file">
      <div class="grow">
        ${preview && this._chosen
          ? html`<h2>${faulty ? words.faulty(preview.faults.length) : words.clean(preview.rows)}</h2>
              <p class="hint">
                ${faulty ? words.faultyHint(this._chosen.name) : words.cleanHint(this._chosen.name)}
              </p>`
          : html`<p>${words.hint}</p>`}
        <p class="hint" role="status">${this._busy === 'reading' ? words.reading : nothing}</p>
      </div>
      ${fileButton({
        id: 'spreadsheet',
        words: label,
        busy: this._busy !== null,
        chosen: (file) => void this._choose(file),
        look: (preview && !faulty) || this._imported ? 'quiet' : 'primary',
      })}
    </section>`;
  }

  private _renderPreview(preview: ImportPreview): TemplateResult {
    if (preview.faults.length > 0) return faultsTable(preview);
    const sheets = withRows(preview);
    const same = preview.sheets.filter((one) => !sheets.includes(one));
    const alone = same.filter(({ leftAlone }) => leftAlone.length > 0);
    return html`${sheets.length === 0
      ? html`<p class="card">${words.nothingToDo}</p>`
      : html`<section class="card flush" aria-labelledby="sheets">
          <h2 class="card-head" id="sheets">${words.sheets}</h2>
          <ul class="import-sheets">
            ${sheets.map((one) => sheetCard(one, this._ticked, (on) => this._tick(one.sheet, on)))}
          </ul>
          ${same.length > 0
            ? html`<p class="card-line hint">${words.asTheyAre(same.map(({ sheet }) => sheet))}</p>`
            : nothing}
          ${alone.map(
            ({ sheet, leftAlone }) =>
              html`<p class="card-line hint">${words.leftAlone(sheet, leftAlone)}</p>`,
          )}
        </section>`}
    ${leaversCard(preview.sheets)} ${warningsCard(preview)}
    ${preview.withheld.length > 0 ? html`<p class="hint">${words.withheld(preview.withheld)}</p>` : nothing}`;
  }

  private _renderBar(preview: ImportPreview): TemplateResult {
    return html`<div class="tray-bar" role="region" aria-label=${words.write}>
      <span class="sign" aria-hidden="true">${icon('pencil-line')}</span>
      <div class="grow">
        <p class="strong">${words.notWritten(this._ticked.size, withRows(preview).length)}</p>
        <p class="hint">${words.mayWait}</p>
      </div>
      <button
        type="button"
        class="button primary main"
        ?disabled=${this._busy !== null || this._ticked.size === 0}
        @click=${() => void this._import(preview)}
      >
        ${this._busy === 'writing' ? words.writing : words.write}
      </button>
    </div>`;
  }

  private async _choose(file: File): Promise<void> {
    this._forget();
    this._busy = 'reading';
    try {
      const { name, bytes } = await readChosen(file);
      this._chosen = { name, file: await toBase64(bytes) };
    } catch {
      this._busy = null;
      this._problem = words.cannotRead;
      return;
    }
    await this._read();
  }

  private async _read(): Promise<void> {
    if (!this._chosen) return;
    this._busy = 'reading';
    try {
      const preview = await call('previewImport', { body: { file: this._chosen.file } });
      this._preview = preview;
      const usual = withRows(preview).filter(
        ({ rights, rows }) => !rights && rows.some(({ waits }) => !waits),
      );
      this._ticked = new Set(usual.map(({ sheet }) => sheet));
    } catch (thrown) {
      this._problem = asCallFault(thrown).title;
    } finally {
      this._busy = null;
    }
  }

  private async _import({ mark }: ImportPreview): Promise<void> {
    if (!this._chosen) return;
    this._busy = 'writing';
    this._problem = null;
    const body = { file: this._chosen.file, mark, sheets: [...this._ticked] };
    try {
      const imported = await call('applyImport', { body });
      this._forget();
      this._imported = imported;
      announce(finishedWords(imported));
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'conflict') await this._read();
      this._problem = fault.code === 'conflict' ? words.stale(fault.title) : fault.title;
    } finally {
      this._busy = null;
    }
  }

  private _tick(sheet: ImportSheet, on: boolean): void {
    const ticked = new Set(this._ticked);
    if (on) ticked.add(sheet);
    else ticked.delete(sheet);
    this._ticked = ticked;
  }

  private _forget(): void {
    [this._chosen, this._preview, this._problem, this._imported] = [null, null, null, null];
    this._ticked = new Set();
  }
}

const withRows = ({ sheets }: ImportPreview) => sheets.filter(({ rows }) => rows.length > 0);

function warningsCard(preview: ImportPreview): TemplateResult | typeof nothing {
  const { warnings, notes } = preview;
  const lines = [
    ...warnings.map(({ sheet, cell, wrong, mend }) => `${sheet}!${cell}: ${wrong}. ${mend}.`),
    ...notes,
  ];
  if (lines.length === 0) return nothing;
  return html`<details class="card columns-card">
    <summary>
      ${icon('chevron-right')}
      <h2>${words.warnings(lines.length)}</h2>
    </summary>
    <ul class="gains">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

function howItGoes(): TemplateResult {
  return html`<section class="card" aria-labelledby="how">
    <h2 id="how">${words.howItGoes}</h2>
    <ol class="gains steps">
      ${words.howSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-import-screen': HeedImportScreen;
  }
}
