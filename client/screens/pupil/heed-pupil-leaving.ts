import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sendingWays, type Leaving, type SendingWay } from '../../../protocol/leaving';
import { uuidv7 } from '../../../protocol/identifiers';
import { matterDay } from '../../../protocol/words/matters';
import { dateField } from '../../components/date-field';
import { icon } from '../../components/heed-icon';
import { selectField } from '../../components/select-field';
import { textField } from '../../components/text-field';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { fetchPackage, newCode, readTask } from '../../data/leaving';
import { FetchToSave } from '../../files/fetch-to-save';
import { leaving as words } from '../../strings/leaving';
import { momentDay } from '../../strings/moment-day';

/** The school writes the package down when it has sent its last byte: asked again so often, and so long, ms. */
const ASK_AGAIN = { times: 10, ms: 300 };

/** Which step was pressed. */
type Place = 'pack' | 'sent' | 'receipt';

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
  @state() private _at: Place = 'pack';
  /** why it could not be read how far it has come */
  @state() private _lost = '';
  @state() private _how: SendingWay = 'secure-transfer';
  @state() private _to = '';
  @state() private _on = '';
  @state() private _name = '';
  @state() private _role = '';
  private readonly _fetching = new FetchToSave(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pupilId') || this.pupilId === '') return;
    // Nothing of another pupil stays here, their code least of all.
    [this._task, this._made, this._fault, this._to, this._name, this._role] = [null, null, '', '', '', ''];
    this._on = this.today;
    void this._load();
  }

  private async _load(): Promise<void> {
    const { pupilId } = this;
    this._lost = '';
    try {
      const task = await readTask(pupilId);
      if (pupilId === this.pupilId) this._task = task;
    } catch (thrown) {
      if (pupilId === this.pupilId) this._lost = asCallFault(thrown).title;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { _task: task } = this;
    if (!task)
      return this._lost === ''
        ? nothing
        : html`<section class="card stack roomy no-print">
            <h2 class="h2">${words.title}</h2>
            <p class="error" role="alert">${icon('circle-alert')}<span>${words.notRead(this._lost)}</span></p>
            <button type="button" class="button small" @click=${() => void this._load()}>
              ${words.retry}
            </button>
          </section>`;
    return html`<section class="card stack roomy no-print">
      <div class="row">
        <h2 class="h2">${words.title}</h2>
        ${task.receipt
          ? html`<span class="label-pill ok">${words.done}</span>`
          : task.late
            ? html`<span class="label-pill hot">${words.late}</span>`
            : nothing}
      </div>
      ${task.receipt ? nothing : html`<p>${words.due(matterDay(task.day))}</p>`} ${this._renderMade(task)}
      ${this._renderSent(task)} ${this._renderReceipt(task)}
    </section>`;
  }

  private _renderMade({ made, changed, receipt }: Leaving): TemplateResult {
    const said = made
      ? html`<p>${words.made(momentDay(made.at), made.by ?? words.somebody)}</p>
          ${made.left === 0 ? nothing : html`<p>${words.leftOut(made.left)}</p>`}
          ${changed
            ? html`<p class="error">${icon('circle-alert')}<span>${words.changed}</span></p>`
            : nothing}`
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
      <p role="status">${this._busy && this._at === 'pack' ? words.packing : ''}</p>
      ${this._renderFault('pack')}
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
    if (receipt || !made || sent) return html`${said}${this._renderFault('sent')}`;
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
      ${this._renderOn()} ${this._renderFault('sent')}
      <button type="submit" class="button" aria-disabled=${this._busy}>${words.noteSent}</button>
    </form>`;
  }

  private _renderReceipt({ sent, receipt }: Leaving): TemplateResult | typeof nothing {
    if (receipt)
      return html`<p>${words.receipt(receipt.name, receipt.role, matterDay(receipt.on))}</p>
        ${this._renderFault('receipt')}`;
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
      ${this._renderOn()} ${this._renderFault('receipt')}
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

  /** Beside the button that was pressed: on a phone the head of the card is far above it. */
  private _renderFault(at: Place): TemplateResult | typeof nothing {
    if (this._fault === '' || this._at !== at) return nothing;
    return html`<p class="error" role="alert">
      ${icon('circle-alert')}<span>${words.failed(this._fault)}</span>
    </p>`;
  }

  private _pack(): Promise<void> {
    return this._do('pack', async () => {
      this._made = null;
      const { pupilId } = this;
      const [packageId, code] = [uuidv7(Date.now()), newCode()];
      const saved = await this._fetching.save(async (signal) => {
        const file = await fetchPackage(pupilId, { packageId, code, names: this._names }, signal);
        const hash = await this._hashOf(pupilId, packageId, file.size);
        if (pupilId !== this.pupilId) return null;
        if (hash === null) this._fault = words.notWhole;
        return hash === null ? null : { name: 'pupil-file.zip', file, hash };
      });
      if (saved) this._made = { code, hash: saved.hash };
    });
  }

  /** The hash of what came, where that is as long as what the school says that it has sent; null: it is not whole. */
  private async _hashOf(pupilId: string, packageId: string, size: number): Promise<string | null> {
    for (let left = ASK_AGAIN.times; left > 0; left -= 1) {
      const task = await readTask(pupilId);
      if (pupilId !== this.pupilId) return null;
      this._task = task;
      if (task?.made?.packageId === packageId) return task.made.size === size ? task.made.sha256 : null;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN.ms));
    }
    return null;
  }

  private _noteSent(event: Event): Promise<void> {
    event.preventDefault();
    return this._do('sent', async () => {
      const body = { ...this._ofPackage, how: this._how, to: this._to.trim(), on: this._on };
      if (body.to === '' || body.on === '') this._fault = words.fill;
      else this._task = (await call('noteSent', { params: { id: this.pupilId }, body })).task;
    });
  }

  private _noteReceipt(event: Event): Promise<void> {
    event.preventDefault();
    return this._do('receipt', async () => {
      const body = { ...this._ofPackage, name: this._name.trim(), role: this._role.trim(), on: this._on };
      if (Object.values(body).includes('')) this._fault = words.fill;
      else this._task = (await call('noteReceipt', { params: { id: this.pupilId }, body })).task;
    });
  }

  /** The package that stands on the screen: what is said is said of this one. */
  private get _ofPackage(): { packageId: string } {
    return { packageId: this._task?.made?.packageId ?? '' };
  }

  private async _do(at: Place, deed: () => Promise<unknown>): Promise<void> {
    if (this._busy) return;
    [this._at, this._busy, this._fault] = [at, true, ''];
    try {
      await deed();
    } catch (thrown) {
      const fault = asCallFault(thrown);
      this._fault = fault.title;
      // Somebody else was first: what they did is shown, and what was typed stays.
      if (fault.code === 'conflict') await this._load();
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
