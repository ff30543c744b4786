import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { uuidv7 } from '../../../protocol/identifiers';
import { icon } from '../../components/heed-icon';
import { textField } from '../../components/text-field';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { namedFile } from '../../data/documents';
import type { OnlineFile } from '../../sealing/seal-online';
import { documents as documentWords, earlier as words } from '../../strings/documents';

/** One file that was chosen, and whose it is. */
interface Chosen {
  readonly file: File;
  readonly pupil: { readonly id: string; readonly label: string } | null;
  /** Made once, so that a file whose answer was lost is added once however often it is sent. */
  readonly documentId: string;
  sealed: OnlineFile | null;
  done: boolean;
}

/** Files looked up at once. */
const AT_ONCE = 500;

/** Many PDF files at once, each named by the number of its pupil: earlier records. */
@customElement('heed-earlier-records')
export class HeedEarlierRecords extends LitElement {
  @state() private _chosen: readonly Chosen[] = [];
  @state() private _faults: readonly string[] = [];
  @state() private _heldAt = '';
  @state() private _busy = false;
  @state() private _said = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const left = this._chosen.filter(({ pupil, done }) => pupil !== null && !done);
    return html`<section class="card stack roomy">
      <h2 class="h2">${words.title}</h2>
      <p class="hint" id="earlier-hint">${words.intro}</p>
      ${textField({
        id: 'earlier-held',
        label: documentWords.held,
        hint: documentWords.heldHint,
        value: this._heldAt,
        typed: (heldAt) => (this._heldAt = heldAt),
      })}
      <label class="button file-choice"
        >${icon('plus')}<span>${words.choose}</span
        ><input
          type="file"
          class="visually-hidden"
          multiple
          accept="application/pdf,.pdf"
          aria-describedby="earlier-hint"
          ?disabled=${this._busy}
          @change=${(event: Event) => void this._choose(event.target as HTMLInputElement)}
      /></label>
      ${this._faults.map(
        (fault) => html`<p class="error" role="alert">${icon('circle-alert')}<span>${fault}</span></p>`,
      )}
      ${this._chosen.length === 0
        ? nothing
        : html`<ul class="rows">
            ${this._chosen.map(
              ({ file, pupil, done }) =>
                html`<li class="list-row lean">
                  <span
                    ><strong><bdi>${file.name}</bdi></strong
                    ><span class=${pupil ? 'hint' : 'error'}>${pupil?.label ?? words.nobody}</span></span
                  >
                  ${pupil ? html`<span class="meta">${done ? words.done : words.ready}</span>` : nothing}
                </li>`,
            )}
          </ul>`}
      <p role="status">${this._said}</p>
      ${left.length === 0
        ? nothing
        : html`<button
            type="button"
            class="button primary"
            aria-disabled=${this._busy}
            @click=${() => void this._add(left)}
          >
            ${words.add(left.length)}
          </button>`}
    </section>`;
  }

  private async _choose(input: HTMLInputElement): Promise<void> {
    const all = [...(input.files ?? [])];
    input.value = '';
    const fitting = all.filter(({ name }) => /\.pdf$/i.test(name));
    const pdf = fitting.slice(0, AT_ONCE);
    this._faults = all.filter((file) => !fitting.includes(file)).map(({ name }) => words.notPdf(name));
    if (fitting.length > pdf.length)
      this._faults = [...this._faults, words.tooMany(AT_ONCE, fitting.length - pdf.length)];
    this._said = '';
    if (pdf.length === 0) return;
    try {
      const numbers = pdf.map(
        ({ name }) =>
          name
            .replace(/\.pdf$/i, '')
            .trim()
            .slice(0, 80) || '-',
      );
      const { pupils } = await call('matchNumbers', { body: { numbers } });
      const added = pdf.map((file, at): Chosen => {
        const found = pupils[at];
        const label = found ? [found.name, found.className].filter(Boolean).join(', ') : '';
        const pupil = found ? { id: found.id, label } : null;
        return { file, pupil, documentId: uuidv7(Date.now()), sealed: null, done: false };
      });
      // What was chosen before and is nobody's was to be renamed; the rest waits on.
      const known = this._chosen.filter(({ pupil }) => pupil !== null);
      this._chosen = [
        ...known,
        ...added.filter(({ file }) => !known.some((one) => sameFile(one.file, file))),
      ];
    } catch (thrown) {
      this._faults = [asCallFault(thrown).title];
    }
  }

  /** One after another: sealed here, named at the school, sent behind the others. What failed can be pressed again. */
  private async _add(left: readonly Chosen[]): Promise<void> {
    if (this._busy) return;
    [this._busy, this._faults] = [true, []];
    let done = 0;
    try {
      const [{ readClean, NotTaken }, { sealOnline }, { sendOnline }] = await Promise.all([
        import('../../files/clean-file'),
        import('../../sealing/seal-online'),
        import('../../sealing/send-online'),
      ]);
      for (const one of left) {
        try {
          if (!one.sealed) {
            const clean = await readClean(one.file);
            if (clean.type !== 'application/pdf') throw new NotTaken(words.notPdf(clean.name));
            one.sealed = await sealOnline(clean, () => undefined);
          }
          const file = namedFile(one.sealed);
          const heldAt = this._heldAt.trim() === '' ? null : this._heldAt.trim();
          const said = { kind: 'earlier-record', review: null, heldAt } as const;
          const body = { documentId: one.documentId, file, ...said };
          await call('addDocument', { params: { id: one.pupil?.id ?? '' }, body });
          one.done = true;
          done += 1;
          this._said = words.adding(done, left.length);
          sendOnline();
        } catch (fault) {
          if (!(fault instanceof NotTaken)) throw fault;
          this._faults = [...this._faults, fault.message];
          // Left out is left out: it neither stands there as ready nor is it sent again.
          this._chosen = this._chosen.filter((chosen) => chosen !== one);
        }
      }
      this._said = words.finished(done);
    } catch (thrown) {
      this._faults = [...this._faults, asCallFault(thrown).title];
    } finally {
      this._busy = false;
    }
  }
}

/** Chosen once more: the same file, as far as its browser says. */
const sameFile = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

declare global {
  interface HTMLElementTagNameMap {
    'heed-earlier-records': HeedEarlierRecords;
  }
}
