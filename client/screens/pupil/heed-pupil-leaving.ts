import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sendingWays, type Leaving, type SendingWay } from '../../../protocol/leaving';
import { matterDay } from '../../../protocol/words/matters';
import { dateField } from '../../components/date-field';
import { download } from '../../components/download';
import { icon } from '../../components/heed-icon';
import { selectField } from '../../components/select-field';
import { textField } from '../../components/text-field';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { fetchPackage, newCode, readTask } from '../../data/leaving';
import { leaving as words } from '../../strings/leaving';

/** The school writes the package down when it has sent its last byte: asked again so often, and so long, ms. */
const ASK_AGAIN = { times: 10, ms: 300 };

/** The file of a pupil who has left: package, how it was sent, who has it; for the leads. */
@customElement('heed-pupil-leaving')
export class HeedPupilLeaving extends LitElement {
  @property() pupilId = '';
  /** yyyy-mm-dd on the school's wall */
  @property() today = '';
  @state() private _task: Leaving | null = null;
  @state() private _names: 'all' | 'letters' = 'letters';
  @state() private _made: { code: string; hash: string } | null = null;
  @state() private _busy = false;
  @state() private _fault = '';
  @state() private _how: SendingWay = 'secure-transfer';
  @state() private _to = '';
  @state() private _on = '';
  @state() private _name = '';
  @state() private _role = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pupilId') || this.pupilId === '') return;
    this._on = this.today;
    void this._do(async () => (this._task = await readTask(this.pupilId)));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { _task: task } = this;
    if (!task)
      return this._fault === ''
        ? nothing
        : html`<p class="error" role="alert">${words.failed(this._fault)}</p>`;
    return html`<section class="card stack roomy no-print">
      <div class="row">
        <h2 class="h2">${words.title}</h2>
        ${task.receipt
          ? html`<span class="label-pill ok">${words.done}</span>`
          : task.late
            ? html`<span class="label-pill hot">${words.late}</span>`
            : nothing}
      </div>
      ${task.receipt ? nothing : html`<p>${words.due(matterDay(task.day))}</p>`}
      ${this._fault === ''
        ? nothing
        : html`<p class="error" role="alert">
            ${icon('circle-alert')}<span>${words.failed(this._fault)}</span>
          </p>`}
      ${this._renderMade(task)} ${this._renderSent(task)} ${this._renderReceipt(task)}
    </section>`;
  }

  private _renderMade({ made, receipt }: Leaving): TemplateResult {
    const said = made
      ? html`<p>${words.made(matterDay(made.at.slice(0, 10)), made.by ?? words.somebody)}</p>`
      : nothing;
    if (receipt) return html`${said}`;
    const code = this._made;
    return html`${said}
      ${code
        ? html`<div class="nudge">
            ${icon('key-round')}<span
              ><strong>${words.code}</strong><br /><code class="package-code">${code.code}</code
              ><br />${words.codeOnce}<br /><span class="meta package-hash"
                >${words.hash(code.hash)}</span
              ></span
            >
          </div>`
        : html`<p class="hint">${words.packWhat}</p>`}
      ${selectField({
        id: 'leaving-names',
        label: words.names,
        hint: words.filesHint,
        value: this._names,
        options: (['letters', 'all'] as const).map((value) => ({ value, label: words.namesAs[value] })),
        chosen: (names) => (this._names = names === 'all' ? 'all' : 'letters'),
      })}
      <p role="status">${this._busy ? words.packing : ''}</p>
      <button
        type="button"
        class="button ${made ? '' : 'primary'}"
        aria-disabled=${this._busy}
        @click=${() => void this._pack()}
      >
        ${icon('lock')}${made ? words.packAgain : words.pack}
      </button>`;
  }

  private _renderSent({ made, sent, receipt }: Leaving): TemplateResult | typeof nothing {
    const said = sent
      ? html`<p>${words.sent(words.ways[sent.how], sent.to, matterDay(sent.on))}</p>`
      : nothing;
    if (receipt || !made || sent) return html`${said}`;
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this._noteSent(event)}>
      <h3 class="label">${words.sentTitle}</h3>
      ${selectField({
        id: 'leaving-how',
        label: words.how,
        value: this._how,
        options: sendingWays.map((value) => ({ value, label: words.ways[value] })),
        chosen: (how) => (this._how = how as SendingWay),
      })}
      ${textField({
        id: 'leaving-to',
        label: words.to,
        hint: words.toHint,
        value: this._to,
        typed: (to) => (this._to = to),
      })}
      ${this._renderOn()}
      <button type="submit" class="button" aria-disabled=${this._busy}>${words.noteSent}</button>
    </form>`;
  }

  private _renderReceipt({ sent, receipt }: Leaving): TemplateResult | typeof nothing {
    if (receipt) return html`<p>${words.receipt(receipt.name, receipt.role, matterDay(receipt.on))}</p>`;
    if (!sent) return nothing;
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this._noteReceipt(event)}>
      <h3 class="label">${words.receiptTitle}</h3>
      <p class="hint">${words.receiptHint}</p>
      ${textField({
        id: 'leaving-name',
        label: words.name,
        value: this._name,
        typed: (name) => (this._name = name),
      })}
      ${textField({
        id: 'leaving-role',
        label: words.role,
        value: this._role,
        typed: (role) => (this._role = role),
      })}
      ${this._renderOn()}
      <button type="submit" class="button" aria-disabled=${this._busy}>${words.received}</button>
    </form>`;
  }

  private _renderOn(): TemplateResult {
    return dateField({
      id: 'leaving-on',
      label: words.on,
      value: this._on,
      chosen: (on) => (this._on = on),
    });
  }

  private _pack(): Promise<void> {
    return this._do(async () => {
      this._made = null;
      const code = newCode();
      const { bytes, hash } = await fetchPackage(this.pupilId, { code, names: this._names });
      if (!(await this._isWhole(hash))) {
        this._fault = words.notWhole;
        return;
      }
      download('pupil-file.zip', 'application/zip', bytes);
      this._made = { code, hash };
    });
  }

  /** What came is what the school says that it has sent. */
  private async _isWhole(hash: string): Promise<boolean> {
    for (let left = ASK_AGAIN.times; left > 0; left -= 1) {
      this._task = await readTask(this.pupilId);
      if (this._task?.made?.sha256 === hash) return true;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN.ms));
    }
    return false;
  }

  private _noteSent(event: Event): Promise<void> {
    event.preventDefault();
    return this._do(async () => {
      const body = { how: this._how, to: this._to.trim(), on: this._on };
      if (body.to === '' || body.on === '') this._fault = words.fill;
      else this._task = (await call('noteSent', { params: { id: this.pupilId }, body })).task;
    });
  }

  private _noteReceipt(event: Event): Promise<void> {
    event.preventDefault();
    return this._do(async () => {
      const body = { name: this._name.trim(), role: this._role.trim(), on: this._on };
      if (Object.values(body).includes('')) this._fault = words.fill;
      else this._task = (await call('noteReceipt', { params: { id: this.pupilId }, body })).task;
    });
  }

  private async _do(deed: () => Promise<unknown>): Promise<void> {
    if (this._busy) return;
    [this._busy, this._fault] = [true, ''];
    try {
      await deed();
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pupil-leaving': HeedPupilLeaving;
  }
}
