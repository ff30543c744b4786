import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION } from '../../../protocol/text-limits';
import { textAreaField } from '../../components/text-area-field';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { action, decide } from '../../strings/concern-actions';
import { linkConcern as words } from '../../strings/link-concern';
import type { KeptDecision } from '../decide/kept-decision';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';
import { choiceOf, findField, otherFields, type Choice } from './other-fields';

type Field = 'to' | 'find' | 'reason';

/** Another concern that belongs to this one: of the same pupils, or found by searching. */
@customElement('heed-link-concern-dialog')
export class HeedLinkConcernDialog extends LitElement {
  @property({ attribute: false }) concern: Concern | null = null;
  @property({ attribute: false }) begun: KeptDecision | null = null;
  @property({ attribute: false }) answer: (changed: Concern | null) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  /** null while they are on their way */
  @state() private _near: readonly Choice[] | null = null;
  /** null before anything was searched for */
  @state() private _found: readonly Choice[] | null = null;
  @state() private _typed = '';
  @state() private _errors: Partial<Record<Field, string>> = {};
  @state() private _fault = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    void this._load();
  }

  /** Full access has ended: nothing of a child may stay on the screen. */
  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) this.answer(null);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { concern, begun } = this;
    if (!concern || !begun) return nothing;
    const said = decide.link;
    return dialogForm(
      {
        heading: said.title,
        fault: this._fault === '' ? '' : decide.notDone(this._fault),
        busy: this._busy,
        save: said.save,
        cancel: action.cancel,
        close: () => this.answer(null),
        submit: (event) => void this._submit(event),
      },
      html`<p class="hint">${words.what}</p>
        ${otherFields({
          near: this._near,
          found: this._found,
          chosen: begun.to,
          choose: (to) => this._set({ to }),
          error: this._errors.to ?? '',
        })}
        ${findField({
          typed: this._typed,
          type: (typed) => (this._typed = typed),
          search: () => void this._search(),
          found: this._found,
          error: this._errors.find ?? '',
        })}
        ${textAreaField({
          id: 'link-reason',
          label: decide.reason,
          hint: words.reasonHint,
          value: begun.reason,
          most: LONGEST_ACTION,
          rows: 2,
          typed: (reason) => this._set({ reason }),
          error: this._errors.reason ?? '',
        })}`,
    );
  }

  private readonly _set = (given: Partial<KeptDecision>): void => {
    if (this.begun) Object.assign(this.begun, given);
    const left = Object.entries(this._errors).filter(([field]) => !(field in given));
    this._errors = Object.fromEntries(left);
    this.requestUpdate();
  };

  private async _load(): Promise<void> {
    try {
      const { concerns } = await call('readLinkable', { params: { id: this.concern?.id ?? '' } });
      this._near = concerns.map(choiceOf);
      focusIn(this, 'input');
    } catch (thrown) {
      this._near = [];
      this._fault = asCallFault(thrown).title;
    }
  }

  private async _search(): Promise<void> {
    this._errors = this._typed.trim() === '' ? { find: words.noWords } : {};
    if (this._errors.find !== undefined) return;
    try {
      const { found } = await call('searchConcerns', { body: { words: this._typed } });
      const near = new Set([this.concern?.id, ...(this._near ?? []).map(({ id }) => id)]);
      this._found = found
        .filter(({ concernId }) => !near.has(concernId))
        .map((one) => choiceOf({ ...one, categories: one.categories.map(({ name }) => name) }));
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    const { begun, concern } = this;
    if (this._busy || !begun || !concern) return;
    this._fault = '';
    this._errors = {
      ...(begun.to === '' ? { to: words.noChoice } : {}),
      ...(begun.reason.trim() === '' ? { reason: decide.noReason } : {}),
    };
    const [first] = Object.keys(this._errors);
    if (first !== undefined) {
      focusIn(this, first === 'to' ? 'input' : '#link-reason');
      return;
    }
    this._busy = true;
    try {
      const { actionId, to, reason } = begun;
      const body = { linkId: actionId, otherId: to, reason };
      this.answer(await call('linkConcern', { params: { id: concern.id }, body }));
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'elevation-needed') this.answer(null);
      else this._fault = fault.title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-link-concern-dialog': HeedLinkConcernDialog;
  }
}
