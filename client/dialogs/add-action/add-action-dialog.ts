import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ActionChoices, NewAction } from '../../../protocol/concern-actions';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION } from '../../../protocol/text-limits';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { textAreaField } from '../../components/text-area-field';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { deviceKind } from '../../contexts/device-kind';
import { mayReadNow } from '../../contexts/may-read';
import { currentSession, sessionContext, type SessionState } from '../../contexts/session';
import { asCallFault, isSentBefore, type CallFault } from '../../data/call-fault';
import { addAction, readActionChoices } from '../../data/concerns';
import type { OnlineFile } from '../../sealing/seal-online';
import { action as words } from '../../strings/concern-actions';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';
import { faultsOf, fieldIds, sentOf, type ActionFaults, type ActionField } from './action-faults';
import { barredLine, dueFields, kindFields } from './action-fields';
import { alertFields } from './alert-fields';
import { keepAction, outboxFor } from './keep-action';
import { blank, renewAction, settleAction, type KeptAction } from './kept-text';
import { settleFiles } from '../settle-files';

/** The concern with the action in it; `waits`: it waits on this device; null: nothing was added. */
export type Added = Concern | 'waits' | null;

/** One action. It is refused only for what is missing; a send that failed can be pressed again and adds once. */
@customElement('heed-add-action-dialog')
export class HeedAddActionDialog extends LitElement {
  @property({ attribute: false }) concern: Concern | null = null;
  @property({ attribute: false }) begun: KeptAction = { ...blank, actionId: '' };
  @property({ attribute: false }) answer: (added: Added) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @consume({ context: connectivityContext, subscribe: true })
  @state()
  private _connectivity: Connectivity | undefined;
  @state() private _choices: ActionChoices | null = null;
  @state() private _choicesFailed = false;
  @state() private _faults: ActionFaults = {};
  @state() private _fault = '';
  @state() private _busy = false;
  @state() private _filesOpen = false;
  private _sealing = false;
  /** full access ended while it was on its way */
  private _ended = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, `#${fieldIds.text}`);
    if (this.begun.files.length > 0) void this._openFiles();
    void this._load();
  }

  /** Full access has ended: what is written about a child may not stay on the screen. */
  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this._session && !mayReadNow(this._session)) this.interrupt();
  }

  protected override render(): TemplateResult {
    const parts = {
      begun: this.begun,
      choices: this._choices,
      leads: this.concern?.may.lead ?? false,
      faults: this._faults,
      set: this._set,
    };
    return dialogForm(
      {
        heading: words.title,
        fault: this._fault === '' ? '' : words.notAdded(this._fault),
        busy: this._busy,
        save: words.save,
        cancel: words.cancel,
        close: () => this.answer(null),
        giveUp: this._giveUp,
        submit: (event) => void this._submit(event),
      },
      html`${kindFields(parts)} ${barredLine(parts)} ${this._renderText()} ${this._renderFiles()}
      ${alertFields(parts)} ${dueFields(parts)} ${this._choicesFailed ? this._renderFailed() : nothing}`,
      html`<p class="hint">${this._waitsHere ? words.waitsHere(deviceKind()) : words.kept}</p>`,
    );
  }

  private _renderText(): TemplateResult {
    return textAreaField({
      id: fieldIds.text,
      label: words.label,
      hint: words.hint,
      value: this.begun.text,
      most: LONGEST_ACTION,
      rows: 4,
      typed: (text) => this._set({ text }),
      error: this._faults.text ?? '',
    });
  }

  /** Without a connection, and it can wait on this device until there is one. */
  private get _waitsHere(): boolean {
    return this._connectivity === 'unreached' && this.concern !== null && outboxFor(this.concern) !== null;
  }

  /** What takes files is fetched by whoever wants to add one. */
  private _renderFiles(): TemplateResult {
    if (this._waitsHere && this.begun.files.length === 0) return html`<p class="hint">${words.noFiles}</p>`;
    if (!this._filesOpen)
      return html`<button type="button" class="button small" @click=${() => void this._openFiles()}>
        ${icon('plus')}${words.addFile}
      </button>`;
    return html`<heed-online-files
      .files=${this.begun.files}
      .change=${(files: readonly OnlineFile[]) => this._set({ files })}
      .sealing=${(sealing: boolean) => (this._sealing = sealing)}
    ></heed-online-files>`;
  }

  private async _openFiles(): Promise<void> {
    try {
      await import('../../files/heed-online-files');
      this._filesOpen = true;
      this._fault = '';
    } catch {
      this._fault = words.filesNotLoaded;
    }
  }

  private _renderFailed(): TemplateResult {
    return html`<heed-notice tone="warn"
      >${words.choicesFailed}
      <button type="button" class="button small" @click=${() => void this._load()}>
        ${words.retry}
      </button></heed-notice
    >`;
  }

  private async _load(): Promise<void> {
    this._choicesFailed = false;
    try {
      this._choices = await readActionChoices(this.concern?.id ?? '');
    } catch (thrown) {
      if (asCallFault(thrown).code === 'elevation-needed') this.interrupt();
      else this._choicesFailed = true;
    }
  }

  /** What was answered is kept at once; a fault goes with the field that had it. */
  private readonly _set = (given: Partial<Omit<KeptAction, 'actionId'>>): void => {
    Object.assign(this.begun, given);
    const changed = Object.keys(given).join(' ').toLowerCase();
    const left = Object.entries(this._faults).filter(([field]) => !changed.includes(field));
    this._faults = Object.fromEntries(left);
    this.requestUpdate();
  };

  /** What is on its way cannot be given up any more: its outcome settles it, behind the closed dialog. */
  private readonly _giveUp = (): void => {
    if (!this._busy) this.begun.text = '';
    this.answer(null);
  };

  interrupt(): void {
    // What is on its way may be with the school in a moment: only what is not comes back by itself.
    if (this._busy) this._ended = true;
    else this.begun.interrupted = true;
    this.answer(null);
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    this._fault = this._sealing ? words.fileWaits : '';
    if (this._sealing) return;
    const now = Date.now() + currentSession().skew;
    this._faults = faultsOf(this.begun, now, this._choices?.today ?? '');
    const [first] = Object.keys(this._faults) as ActionField[];
    if (first) {
      focusIn(this, `#${fieldIds[first]}`);
      return;
    }
    this._busy = true;
    try {
      await this._send(this._sent);
    } finally {
      this._busy = false;
    }
  }

  /** In the session; only where no answer comes by the outbox, under the same id: the school may have it already. */
  private async _send(action: NewAction): Promise<void> {
    const { concern } = this;
    if (!concern) return;
    try {
      this._settle(action, await addAction(concern.id, action));
    } catch (thrown) {
      const fault = asCallFault(thrown);
      const outbox = fault.code === 'unreachable' ? outboxFor(concern) : null;
      this._fault = outbox ? await keepAction(outbox, action) : fault.title;
      if (this._fault === '') this._settle(action, 'waits');
      else this._keep(fault);
    }
  }

  private get _sent(): NewAction {
    return sentOf(this.begun, this._session?.session?.staffId ?? '');
  }

  private _settle(action: NewAction, added: Added): void {
    void settleFiles(this.begun.files, true);
    settleAction(this.begun, JSON.stringify(this._sent) !== JSON.stringify(action));
    this.answer(added);
  }

  /** It was not added: what was typed stays, and goes in anew where its id stands for what was sent first. */
  private _keep({ code, detail }: CallFault): void {
    const { begun } = this;
    if (code === 'unreachable' || code === 'internal') begun.unsure = true;
    if (code === 'conflict') renewAction(begun);
    if (code === 'conflict' && isSentBefore(detail)) {
      // Its files came in with what was sent first.
      void settleFiles(begun.files, true);
      begun.files = [];
    }
    this._busy = false;
    if (code === 'elevation-needed' || this._ended) this.interrupt();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-add-action-dialog': HeedAddActionDialog;
  }
}
