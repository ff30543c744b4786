import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { documentKinds, type DocumentKind, type PupilDocument } from '../../../protocol/documents';
import { uuidv7 } from '../../../protocol/identifiers';
import { dateField } from '../../components/date-field';
import { selectField } from '../../components/select-field';
import { textField } from '../../components/text-field';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { namedFile } from '../../data/documents';
import type { OnlineFile } from '../../sealing/seal-online';
import { documents as words } from '../../strings/documents';
import { settleFiles } from '../settle-files';
import { dialogForm } from '../dialog-form';
import { Kept } from '../kept';
import { standsNow, unlessTyped } from '../stands-now';

/** What was said of a document, and not saved. Its file is not kept: it is picked again. */
interface BegunDocument {
  readonly kind: DocumentKind;
  /** yyyy-mm-dd, or empty */
  readonly review: string;
  readonly heldAt: string;
  readonly removing: boolean;
  readonly why: string;
}

const kept = new Kept<BegunDocument>();

/** One document: its file, what it is, and when it is looked at again. */
@customElement('heed-document-dialog')
export class HeedDocumentDialog extends LitElement {
  @property({ attribute: false }) answer: (saved: boolean) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _fault = '';
  @state() private _busy = false;
  @state() private _filesOpen = false;
  @state() private _files: readonly OnlineFile[] = [];
  @state() private _kind: DocumentKind = 'letter';
  @state() private _review = '';
  @state() private _heldAt = '';
  @state() private _removing = false;
  @state() private _why = '';
  @state() private _now: PupilDocument | null = null;
  private _known: PupilDocument | null = null;
  private _pupilId = '';
  private _sealing = false;
  /** Of a new document its id, of a change that of the version. */
  private _newId = uuidv7(Date.now());
  /** No answer came: the school may wait for its file. */
  private _unsure = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  begin(pupilId: string, known: PupilDocument | null): void {
    [this._pupilId, this._known] = [pupilId, known];
    if (known)
      [this._kind, this._review, this._heldAt] = [known.kind, known.review ?? '', known.heldAt ?? ''];
    const begun = kept.take(this._key);
    if (!begun) return;
    [this._kind, this._review, this._heldAt] = [begun.kind, begun.review, begun.heldAt];
    [this._removing, this._why] = [begun.removing, begun.why];
  }

  /** The version too: what was said of one is not put on another. */
  private get _key(): string {
    return `${this._pupilId} ${this._known?.versionId ?? ''}`;
  }

  protected override firstUpdated(): void {
    if (!this._known) void this._openFiles();
  }

  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) void this.interrupt();
  }

  protected override render(): TemplateResult {
    const heading = this._known?.file.name ?? words.add;
    return dialogForm(
      {
        heading: heading,
        fault: this._fault === '' ? '' : words.notSaved(this._fault),
        busy: this._busy,
        save: words.saveForm,
        cancel: words.cancel,
        close: () => void this._giveUp(),
        submit: (event) => void this._submit(event),
      },
      html`${this._now === null ? nothing : standsNow(linesOf(this._now))}
      ${this._filesOpen
        ? html`<heed-online-files
            .files=${this._files}
            .most=${1}
            .full=${words.oneFile}
            .change=${(files: readonly OnlineFile[]) => (this._files = files)}
            .sealing=${(sealing: boolean) => (this._sealing = sealing)}
          ></heed-online-files>`
        : nothing}
      ${this._removing ? nothing : this._renderFields()} ${this._known ? this._renderRemove() : nothing}`,
    );
  }

  private _renderFields(): TemplateResult {
    return html`${selectField({
      id: 'document-kind',
      label: words.kind,
      value: this._kind,
      options: documentKinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
      chosen: (kind) => (this._kind = kind as DocumentKind),
    })}
    ${dateField({
      id: 'document-review',
      label: words.review,
      hint: words.reviewHint,
      value: this._review,
      chosen: (review) => (this._review = review),
    })}
    ${this._kind === 'earlier-record'
      ? textField({
          id: 'document-held',
          label: words.held,
          hint: words.heldHint,
          value: this._heldAt,
          typed: (heldAt) => (this._heldAt = heldAt),
        })
      : nothing}`;
  }

  private _renderRemove(): TemplateResult {
    return html`<label class="shortcut-switch"
        ><input
          type="checkbox"
          autocomplete="off"
          .checked=${this._removing}
          @change=${(event: Event) => (this._removing = (event.target as HTMLInputElement).checked)}
        /><span>${words.remove}</span></label
      >
      ${this._removing
        ? textField({
            id: 'document-why',
            label: words.why,
            hint: words.removeHint,
            value: this._why,
            typed: (why) => (this._why = why),
          })
        : nothing}`;
  }

  private async _openFiles(): Promise<void> {
    try {
      await import('../../files/heed-online-files');
      this._filesOpen = true;
    } catch {
      this._fault = words.notLoaded;
    }
  }

  /** What is written about a child may not stay on the screen; it is there again with the next press of its button. */
  async interrupt(): Promise<void> {
    const { _kind: kind, _review: review, _heldAt: heldAt, _removing: removing, _why: why } = this;
    kept.keep(this._key, { kind, review, heldAt, removing, why });
    await this._giveUp();
  }

  /**
   * Nothing of a file that nobody added stays on the device; but what is on its way cannot be given up any more, and of what
   * may have arrived nothing is thrown away: the page would wait for it for ever.
   */
  private async _giveUp(): Promise<void> {
    // Its place hears of the outcome: what was saved stands in the list.
    if (this._busy) {
      this.remove();
      return;
    }
    this.answer(false);
    await settleFiles(this._files, this._unsure);
  }

  private _missing(): string {
    if (this._sealing) return words.fileWaits;
    if (!this._known && this._files.length === 0) return words.noFile;
    return this._removing && this._why.trim() === '' ? words.noWhy : '';
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    this._fault = this._missing();
    if (this._fault !== '') return;
    this._busy = true;
    try {
      await this._save();
      kept.forget(this._key);
      this.answer(true);
    } catch (thrown) {
      const fault = asCallFault(thrown);
      this._busy = false;
      if (fault.code === 'unreachable' || fault.code === 'internal') this._unsure = true;
      if (fault.code === 'elevation-needed' || !this.isConnected) await this.interrupt();
      else {
        if (fault.code === 'conflict') await this._lookAgain();
        this._fault = fault.title;
      }
    } finally {
      this._busy = false;
    }
  }

  /** Somebody else was first: shows what they wrote, so that it can be saved on top of it. */
  private async _lookAgain(): Promise<void> {
    const { _known: known } = this;
    const looked = known?.documentId ?? this._newId;
    try {
      const { documents } = await call('listDocuments', { params: { id: this._pupilId } });
      const now = documents.find(({ documentId }) => documentId === looked);
      if (!now) return;
      this._newId = uuidv7(Date.now());
      // Of a new one it was this person who was first: its answer was lost, and its file follows.
      if (!known) await settleFiles(this._files, true);
      [this._files, this._filesOpen] = [[], false];
      this._kind = known ? unlessTyped(this._kind, known.kind, now.kind) : this._kind;
      this._review = unlessTyped(this._review, known?.review ?? '', now.review ?? '');
      this._heldAt = unlessTyped(this._heldAt, known?.heldAt ?? '', now.heldAt ?? '');
      [this._known, this._now] = [now, now];
    } catch {
      // It is looked at again with the next press of Save.
    }
  }

  private async _save(): Promise<void> {
    const id = this._pupilId;
    const said = {
      kind: this._kind,
      review: this._review === '' ? null : this._review,
      heldAt: this._kind === 'earlier-record' && this._heldAt.trim() !== '' ? this._heldAt : null,
    };
    const [file] = this._files;
    if (this._known) {
      const params = { id, documentId: this._known.documentId };
      const { versionId: after } = this._known;
      const removed = this._removing ? this._why : null;
      await call('changeDocument', { params, body: { ...said, versionId: this._newId, after, removed } });
    } else if (file) {
      const body = { documentId: this._newId, file: namedFile(file), ...said };
      await call('addDocument', { params: { id }, body });
      const { sendOnline } = await import('../../sealing/send-online');
      sendOnline();
    }
  }
}

function linesOf({ kind, review, heldAt }: PupilDocument): string[] {
  return [
    words.kinds[kind],
    review === null ? '' : words.reviewOn(review),
    heldAt === null ? '' : words.heldAt(heldAt),
  ].filter(Boolean);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-document-dialog': HeedDocumentDialog;
  }
}
