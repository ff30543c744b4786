import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ShownFile } from '../../protocol/concern-files';
import { isPdf, isPicture, UNKNOWN_TYPE } from '../../protocol/files/sniff';
import { asCallFault } from '../data/call-fault';
import { sentOf } from '../sealing/send-online';
import { onlineFiles, shownFiles as words } from '../strings/files';
import { pdf } from '../strings/pdf';
import { drawPicture } from './draw-picture';
import { FetchToSave } from './fetch-to-save';
import { pdfFrame, showPdf } from './pdf-frame';

/** Fetches the bytes of a file. @throws CallFault */
export type FileReader = (signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Looks into the files of one list: saved as they came; a picture is also drawn as plain pixels, and a PDF in a frame that
 * reaches nothing. Nothing of a file ever runs. One is shown at a time.
 */
export class FileLook {
  readonly #host: ReactiveControllerHost;
  readonly #fetching: FetchToSave;
  /** id of the file that is being opened, or empty */
  #opening = '';
  #fault: { fileId: string; why: string } | null = null;
  #looked: { fileId: string; at: HTMLElement } | null = null;

  /** @param host is drawn again when something of it changes */
  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#fetching = new FetchToSave(host);
  }

  /** Takes away what is shown unless it is one of these: other files stand here now. */
  keepOnly(files: readonly Pick<ShownFile, 'fileId'>[]): void {
    if (this.#looked && !files.some(({ fileId }) => fileId === this.#looked?.fileId)) this.#hide();
  }

  /** "Show" and "Save" of one file, where it is here. */
  buttons(file: ShownFile, read: FileReader): TemplateResult | typeof nothing {
    if (!isOpenable(file)) return nothing;
    const waits = this.#opening !== '';
    const { name } = file;
    const isShown = this.#looked?.fileId === file.fileId;
    return html`${isPicture(file.type ?? '') || isPdf(file.type ?? '')
        ? html`<button
            type="button"
            class="button small"
            aria-expanded=${isShown}
            aria-label=${isShown ? words.hideName(name) : words.showName(name)}
            aria-disabled=${waits && !isShown}
            @click=${() => {
              if (isShown) this.#hide();
              else void this.#open(file, () => this.#show(file, read));
            }}
          >
            ${isShown ? words.hide : words.show}
          </button>`
        : nothing}<button
        type="button"
        class="button small"
        aria-label=${words.saveName(name)}
        aria-disabled=${waits}
        @click=${() => void this.#open(file, () => this.#save(file, read))}
      >
        ${words.save}
      </button>`;
  }

  /** Why it was not opened, or that it is being opened. */
  note({ fileId, name }: ShownFile): TemplateResult {
    return html`${this.#fault?.fileId === fileId
      ? html`<span class="error" role="alert">${this.#fault.why}</span>`
      : nothing}
    ${this.#opening === fileId
      ? html`<span class="hint" role="status">${words.loading(name)}</span>`
      : nothing}`;
  }

  /** What is shown of a file. */
  shown({ fileId }: ShownFile): HTMLElement | typeof nothing {
    return this.#looked?.fileId === fileId ? this.#looked.at : nothing;
  }

  async #save({ name }: ShownFile, read: FileReader): Promise<string> {
    await this.#fetching.save(async (signal) => ({
      name,
      file: new Blob([await read(signal)], { type: UNKNOWN_TYPE }),
    }));
    return '';
  }

  async #show(file: ShownFile, read: FileReader): Promise<string> {
    const bytes = await read();
    return isPdf(file.type ?? '') ? this.#showPdf(file, bytes) : this.#draw(file, bytes);
  }

  async #showPdf({ fileId, name }: ShownFile, bytes: Uint8Array): Promise<string> {
    const frame = pdfFrame(name);
    this.#set({ fileId, at: frame });
    const shown = await showPdf(frame, bytes);
    // Hidden meanwhile, or another record stands here: nothing is to be said of it.
    if ('pages' in shown || this.#looked?.at !== frame) return '';
    this.#set(null);
    return pdf.notShown[shown.fault];
  }

  async #draw({ fileId, name, type }: ShownFile, bytes: Uint8Array): Promise<string> {
    const drawn = await drawPicture(bytes, type ?? '');
    if (drawn === 'too-large') return words.tooManyPixels;
    if (drawn === 'unreadable') return words.notShown;
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', name);
    this.#set({ fileId, at: drawn });
    return '';
  }

  /** A PDF that is still being read is not waited for. */
  #hide(): void {
    if (this.#opening === this.#looked?.fileId) this.#opening = '';
    this.#set(null);
  }

  #set(looked: { fileId: string; at: HTMLElement } | null): void {
    this.#looked = looked;
    this.#host.requestUpdate();
  }

  async #open({ fileId }: ShownFile, deed: () => Promise<string>): Promise<void> {
    if (this.#opening !== '') return;
    this.#opening = fileId;
    this.#fault = null;
    this.#host.requestUpdate();
    const why = await deed().catch((thrown: unknown) => asCallFault(thrown).title);
    // What was hidden meanwhile has let go of it, and something else may be opening.
    if (this.#opening !== fileId) return;
    this.#fault = why === '' ? null : { fileId, why };
    this.#opening = '';
    this.#host.requestUpdate();
  }
}

/** Whether a file can be opened: here, and not held back by the scanner. */
export function isOpenable({ state, held }: ShownFile): boolean {
  return state === 'here' && !held;
}

/** Where a file is, and where it is on its way from here how far; nothing more once it can be opened. */
export function fileStanding({ fileId, state, held }: ShownFile): string {
  if (held) return held.found === null ? words.notScanned : words.found(held.found);
  const part = state === 'coming' ? sentOf(fileId) : null;
  return part === null ? words.states[state] : onlineFiles.sending(part);
}
