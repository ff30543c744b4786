import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Matching } from '../../../../protocol/changes/upload';
import type { UploadPreview } from '../../../../protocol/pupil-upload';
import { icon } from '../../../components/heed-icon';
import '../../../components/heed-notice';
import { announce } from '../../../components/heed-live-region';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { pupilUpload as words } from '../../../strings/admin/pupil-upload';
import { readChosen, toBase64 } from '../../set-up/chosen-file';
import { faultsTable } from '../../set-up/faults-step';
import { fileButton } from '../../set-up/file-button';
import { AdminPage, type PageParts } from '../admin-page';
import { columnsCard } from './columns-card';
import { leaversCard, type Ticked } from './leavers-card';
import { classesToAdd, missingClassesCard, type ChosenYears } from './missing-classes-card';
import { previewLists } from './preview-lists';

interface Sent {
  readonly name: string;
  /** base64 */
  readonly file: string;
}

/** The school's pupil export: match its columns, look at what it would change, confirm. */
@customElement('heed-pupil-upload-screen')
export class HeedPupilUploadScreen extends AdminPage<true> {
  protected readonly right = 'pupils';
  @state() private _sent: Sent | null = null;
  @state() private _preview: UploadPreview | null = null;
  @state() private _ticked: Ticked = nobody();
  @state() private _years: ChosenYears = new Map();
  @state() private _busy: 'reading' | 'writing' | null = null;
  @state() private _problem: string | null = null;
  /** What came of it, once it is written. */
  @state() private _done: string | null = null;

  protected load(): Promise<true> {
    this._forget();
    return Promise.resolve(true);
  }

  protected page(): PageParts {
    const preview = this._preview;
    return {
      title: words.title,
      intro: words.intro,
      back: { href: '/admin/pupils', title: words.back },
      content: html`<div class="stack">
        ${this._done ? this._renderDone(this._done) : this._renderChoose()}
        ${this._problem
          ? html`<heed-notice tone="danger" role="alert">${this._problem}</heed-notice>`
          : nothing}
        ${preview ? this._renderPreview(preview) : howItGoes()}
      </div>`,
      bar: preview && preview.faults.length === 0 && hasWork(preview) ? this._renderBar(preview) : undefined,
    };
  }

  private _renderDone(what: string): TemplateResult {
    return html`<section class="card" role="status">
      <p class="strong">${what}</p>
      <a class="button" href="/admin/pupils">${words.toPupils}</a>
    </section>`;
  }

  private _renderChoose(): TemplateResult {
    const preview = this._preview;
    const faulty = preview !== null && preview.faults.length > 0;
    const label = preview === null ? words.choose : faulty ? words.again : words.another;
    return html`<section class="card upload-file">
      <div class="grow">
        ${preview && this._sent
          ? html`<h2>${faulty ? words.faulty(preview.faults.length) : words.clean(preview.rows)}</h2>
              <p class="hint">
                ${faulty ? words.faultyHint(this._sent.name) : words.cleanHint(this._sent.name)}
              </p>`
          : html`<p>${words.hint}</p>`}
        <p class="hint" role="status">${this._busy === 'reading' ? words.reading : nothing}</p>
      </div>
      ${fileButton({
        id: 'pupil-export',
        words: label,
        busy: this._busy !== null,
        chosen: (file) => void this._choose(file),
        accept: '.csv,.xlsx,text/csv',
        look: preview && !faulty ? 'quiet' : 'primary',
      })}
    </section>`;
  }

  private _renderPreview(preview: UploadPreview): TemplateResult {
    return html`${columnsCard(preview, (matching) => void this._read(matching))}
    ${missingClassesCard(preview, {
      chosen: this._years,
      busy: this._busy !== null,
      choose: (chosen) => (this._years = chosen),
      add: () => void this._addClasses(preview),
    })}
    ${preview.faults.length > 0
      ? faultsTable(preview)
      : html`${hasWork(preview) ? nothing : html`<p class="card">${words.nothingToDo}</p>`}
        ${manyMissing(preview) ? html`<heed-notice tone="warn">${words.manyMissing}</heed-notice>` : nothing}
        ${previewLists(preview)}
        ${leaversCard(preview.leavers, this._ticked, (ticked) => (this._ticked = ticked))}`}`;
  }

  private _renderBar({ waits }: UploadPreview): TemplateResult {
    return html`<div class="tray-bar" role="region" aria-label=${words.notWritten}>
      <span class="sign" aria-hidden="true">${icon('pencil-line')}</span>
      <div class="grow">
        <p class="strong">${words.notWritten}</p>
        <p class="hint">${waits ? words.movesWait : words.checked}</p>
      </div>
      <button
        type="button"
        class="button primary main"
        ?disabled=${this._busy !== null}
        @click=${() => void this._write()}
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
      this._sent = { name, file: await toBase64(bytes) };
    } catch {
      this._busy = null;
      this._problem = words.cannotRead;
      return;
    }
    await this._read(null);
  }

  /** @param matching null: as last time, else guessed */
  private async _read(matching: Matching | null): Promise<void> {
    if (!this._sent) return;
    this._busy = 'reading';
    this._problem = null;
    try {
      this._preview = await call('previewPupilExport', { body: { ...this._sent, matching } });
      this._ticked = nobody();
    } catch (thrown) {
      this._problem = asCallFault(thrown).title;
    } finally {
      this._busy = null;
    }
  }

  private async _addClasses(preview: UploadPreview): Promise<void> {
    const changes = classesToAdd(preview, this._years);
    if (changes.length === 0) {
      this._problem = words.noClassChosen;
      return;
    }
    this._busy = 'writing';
    this._problem = null;
    try {
      await call('makeChanges', { body: { changes } });
      announce(words.classesAdded(changes.length));
    } catch (thrown) {
      this._busy = null;
      this._problem = asCallFault(thrown).title;
      return;
    }
    await this._read(preview.matching);
  }

  private async _write(): Promise<void> {
    if (!this._sent || !this._preview) return;
    const { matching, mark } = this._preview;
    const { ids, on, destination } = this._ticked;
    const body = {
      ...this._sent,
      matching,
      mark,
      leavers: [...ids],
      on,
      destination: destination.trim() || null,
    };
    this._busy = 'writing';
    this._problem = null;
    try {
      const { outcomes } = await call('confirmPupilExport', { body });
      this._forget();
      this._done = outcomes.some(({ outcome }) => outcome === 'waits') ? words.waits : words.written;
      announce(this._done);
    } catch (thrown) {
      this._problem = asCallFault(thrown).title;
    } finally {
      this._busy = null;
    }
  }

  private _forget(): void {
    [this._sent, this._preview, this._problem, this._done] = [null, null, null, null];
    this._ticked = nobody();
    this._years = new Map();
  }
}

function hasWork({ joiners, back, changed, movers, leavers }: UploadPreview): boolean {
  return [joiners, back, changed, movers, leavers].some((group) => group.length > 0);
}

/** A file of one class only would propose most of the school as leavers. */
function manyMissing({ leavers, back, movers, changed, same }: UploadPreview): boolean {
  const found = same + new Set([...back, ...movers, ...changed].map(({ id }) => id)).size;
  return leavers.length * 3 > found;
}

function howItGoes(): TemplateResult {
  return html`<section class="card" aria-labelledby="how">
    <h2 id="how">${words.howItGoes}</h2>
    <ol class="gains steps">
      ${words.howSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
  </section>`;
}

function nobody(): Ticked {
  return { ids: new Set(), on: new Date().toISOString().slice(0, 10), destination: '' };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pupil-upload-screen': HeedPupilUploadScreen;
  }
}
