import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ActionChoices } from '../../../protocol/concern-actions';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION } from '../../../protocol/text-limits';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { textAreaField } from '../../components/text-area-field';
import { mayReadNow } from '../../contexts/may-read';
import { currentSession, sessionContext, type SessionState } from '../../contexts/session';
import { asCallFault } from '../../data/call-fault';
import { addAction, readActionChoices } from '../../data/concerns';
import type { OnlineFile } from '../../sealing/seal-online';
import { action as words } from '../../strings/concern-actions';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';
import { faultsOf, fieldIds, sentOf, type ActionFaults, type ActionField } from './action-faults';
import { barredLine, dueFields, kindFields } from './action-fields';
import { blank, type KeptAction } from './kept-text';

/** One action. It is refused only for what is missing; a send that failed can be pressed again and adds once. */
@customElement('heed-add-action-dialog')
export class HeedAddActionDialog extends LitElement {
  @property() concernId = '';
  /** decides about the concern: every kind, and whose it is */
  @property({ type: Boolean }) leads = false;
  @property({ attribute: false }) begun: KeptAction = { ...blank, actionId: '' };
  @property({ attribute: false }) answer: (added: Concern | null) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _choices: ActionChoices | null = null;
  @state() private _choicesFailed = false;
  @state() private _faults: ActionFaults = {};
  @state() private _fault = '';
  @state() private _busy = false;
  @state() private _filesOpen = false;
  private _sealing = false;

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
    if (this._session && !mayReadNow(this._session)) this._interrupt();
  }

  protected override render(): TemplateResult {
    const parts = {
      begun: this.begun,
      choices: this._choices,
      leads: this.leads,
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
      ${dueFields(parts)} ${this._choicesFailed ? this._renderFailed() : nothing}`,
      html`<p class="hint">${words.kept}</p>`,
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

  /** What takes files is fetched by whoever wants to add one. */
  private _renderFiles(): TemplateResult {
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
      this._choices = await readActionChoices(this.concernId);
    } catch (thrown) {
      if (asCallFault(thrown).code === 'elevation-needed') this._interrupt();
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

  private readonly _giveUp = (): void => {
    this.begun.text = '';
    this.answer(null);
  };

  private _interrupt(): void {
    this.begun.interrupted = true;
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
      const you = this._session?.session?.staffId ?? '';
      this.answer(await addAction(this.concernId, sentOf(this.begun, you)));
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'elevation-needed') this._interrupt();
      else this._fault = fault.title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-add-action-dialog': HeedAddActionDialog;
  }
}
