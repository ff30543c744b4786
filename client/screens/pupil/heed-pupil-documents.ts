import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PupilDocument, TakenOff } from '../../../protocol/documents';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { readFileBytes } from '../../data/documents';
import { readFileStanding } from '../../data/online-files';
import { showDocument } from '../../dialogs/document/show-document';
import { FileLook, fileStanding, isOpenable } from '../../files/file-look';
import { sendOnline, watchSending } from '../../sealing/send-online';
import { momentDay } from '../../strings/moment-day';
import { documents as words } from '../../strings/documents';
import { fileSize } from '../../strings/files';
import { takenOffPart } from './taken-off';

/** How often a file that is being sent is asked after, ms. */
const LOOK_AGAIN_MS = 2000;

/** The documents of one pupil, for the leads. */
@customElement('heed-pupil-documents')
export class HeedPupilDocuments extends LitElement {
  @property() pupilId = '';
  /** Something was added, changed or taken off: the chronology says so too. */
  @property({ attribute: false }) changed: () => void = () => undefined;
  @state() private _documents: readonly PupilDocument[] | null = null;
  @state() private _takenOff: readonly TakenOff[] = [];
  @state() private _fault = '';
  @state() private _sent = 0;
  private _stop: () => void = () => undefined;
  private _timer = 0;
  private readonly _others = new Set<string>();
  private readonly _looks = new FileLook(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._stop = watchSending(() => (this._sent += 1));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
    clearTimeout(this._timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pupilId') || this.pupilId === '') return;
    // Another pupil's stay on no screen, not even for a moment.
    this._documents = null;
    this._takenOff = [];
    this._looks.keepOnly([]);
    void this._load();
  }

  protected override render(): TemplateResult {
    const all = this._documents ?? [];
    const late = all.some((one) => one.late);
    return html`<details class="card folded">
      <summary>
        <h2 class="h2">${words.title}</h2>
        ${all.length === 0 ? nothing : html`<span class="meta">${String(all.length)}</span>`}
        ${late ? html`<span class="label-pill hot">${words.late}</span>` : nothing}
      </summary>
      ${this._fault === ''
        ? nothing
        : html`<p class="error" role="alert">${icon('circle-alert')}<span>${this._fault}</span></p>
            <button type="button" class="button small" @click=${() => void this._load()}>
              ${words.retry}
            </button>`}
      ${this._documents === null
        ? html`<p class="hint" role="status">${this._fault === '' ? words.loading : ''}</p>`
        : all.length === 0
          ? html`<p class="hint">${words.none}</p>`
          : html`<ul class="rows">
                ${all.map((one) => this._row(one))}
              </ul>
              <p class="hint">${words.care}</p>`}
      <button type="button" class="button small no-print" @click=${() => void this._keep(null)}>
        ${icon('plus')}${words.add}
      </button>
      ${takenOffPart(this._takenOff)}
    </details>`;
  }

  private _row(one: PupilDocument): TemplateResult {
    const { file, kind, review, heldAt, late, by, at } = one;
    return html`<li class="list-row lean matter">
      <span
        ><strong><bdi>${file.name}</bdi></strong> ${late
          ? html`<span class="label-pill hot">${words.late}</span>`
          : nothing}
        <span class="matter-line">${words.kinds[kind]}, ${fileSize(file.size)}</span>
        ${review === null ? nothing : html`<span class="matter-line">${words.reviewOn(review)}</span>`}
        ${heldAt === null ? nothing : html`<span class="matter-line">${words.heldAt(heldAt)}</span>`}
        ${isOpenable(file) ? nothing : html`<span class="matter-line hint">${fileStanding(file)}</span>`}
        <span class="meta">${words.by(by ?? words.somebody, momentDay(at))}</span> ${this._looks.note(
          file,
        )}</span
      >
      <span class="contact-ways no-print"
        >${this._looks.buttons(file, (signal) => readFileBytes(this.pupilId, one.documentId, signal))}<button
          type="button"
          class="button quiet small"
          aria-label=${words.changeOf(file.name)}
          @click=${() => void this._keep(one)}
        >
          ${icon('pencil-line')}${words.change}
        </button></span
      >
      ${this._looks.shown(file)}
    </li>`;
  }

  private async _load(): Promise<void> {
    clearTimeout(this._timer);
    const id = this.pupilId;
    try {
      const { documents, takenOff } = await call('listDocuments', { params: { id } });
      if (id !== this.pupilId) return;
      [this._documents, this._takenOff, this._fault] = [documents, takenOff, ''];
      if (this._coming().length === 0) return;
      sendOnline();
      this._lookAgain();
    } catch (thrown) {
      if (id === this.pupilId) this._fault = asCallFault(thrown).title;
    }
  }

  private async _keep(known: PupilDocument | null): Promise<void> {
    if (!(await showDocument(this.pupilId, known))) return;
    announce(words.saved);
    this.changed();
    await this._load();
  }

  /** Files that this person named and that are not whole at the school yet. */
  private _coming(): string[] {
    const coming = (this._documents ?? []).filter(({ file }) => file.state === 'coming');
    return coming.flatMap(({ file: { fileId } }) => (this._others.has(fileId) ? [] : fileId));
  }

  private _lookAgain(): void {
    clearTimeout(this._timer);
    this._timer = window.setTimeout(() => void this._look(), LOOK_AGAIN_MS);
  }

  /** Asks how far each has come; the list is read again once one is here, since each reading of it is in the audit. */
  private async _look(): Promise<void> {
    for (const fileId of this._coming()) {
      try {
        const { state } = await readFileStanding(fileId);
        if (state !== 'coming') {
          await this._load();
          return;
        }
      } catch {
        // Somebody else sends it from another device, or there is no network.
        this._others.add(fileId);
      }
    }
    if (this.isConnected && this._coming().length > 0) this._lookAgain();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pupil-documents': HeedPupilDocuments;
  }
}
