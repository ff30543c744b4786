import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION } from '../../../protocol/text-limits';
import { textAreaField } from '../../components/text-area-field';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { action, decide } from '../../strings/concern-actions';
import { linkConcern as words } from '../../strings/link-concern';
import type { KeptDecision } from '../decide/kept-decision';
import { Sending } from '../decide/sending';
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
  private readonly _sending = new Sending<Field>(this, 'link', (changed) => this.answer(changed));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    void this._sending.load(() => this._load()).then(() => focusIn(this, 'input'));
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
        fault: this._sending.fault,
        busy: this._sending.busy,
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
          error: this._sending.errors.to ?? '',
        })}
        ${findField({
          typed: this._typed,
          type: (typed) => (this._typed = typed),
          search: () => void this._sending.load(() => this._search()),
          found: this._found,
          error: this._sending.errors.find ?? '',
        })}
        ${textAreaField({
          id: 'link-reason',
          label: decide.reason,
          hint: words.reasonHint,
          value: begun.reason,
          most: LONGEST_ACTION,
          rows: 2,
          typed: (reason) => this._set({ reason }),
          error: this._sending.errors.reason ?? '',
        })}`,
    );
  }

  private readonly _set = (given: Partial<KeptDecision>): void => {
    if (this.begun) Object.assign(this.begun, given);
    this._sending.typed(given);
  };

  private async _load(): Promise<void> {
    try {
      const { concerns } = await call('readLinkable', { params: { id: this.concern?.id ?? '' } });
      this._near = concerns.map(choiceOf);
    } finally {
      this._near ??= [];
    }
  }

  private async _search(): Promise<void> {
    const typed = this._typed.trim();
    if (this._sending.show(typed === '' ? { find: words.noWords } : {})) return;
    const { found } = await call('searchConcerns', { body: { words: typed } });
    const near = new Set([this.concern?.id, ...(this._near ?? []).map(({ id }) => id)]);
    this._found = found
      .filter(({ concernId }) => !near.has(concernId))
      .map((one) => choiceOf({ ...one, categories: one.categories.map(({ name }) => name) }));
  }

  private async _submit(event: Event): Promise<void> {
    const { begun, concern } = this;
    if (!begun || !concern) return;
    // Enter in the words to look for looks for them.
    if (document.activeElement?.id === 'link-find') {
      event.preventDefault();
      await this._sending.load(() => this._search());
      return;
    }
    const { actionId: linkId, to: otherId, reason } = begun;
    await this._sending.press(event, {
      begun,
      missing: {
        ...(otherId === '' ? { to: words.noChoice } : {}),
        ...(reason.trim() === '' ? { reason: decide.noReason } : {}),
      },
      send: () => call('linkConcern', { params: { id: concern.id }, body: { linkId, otherId, reason } }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-link-concern-dialog': HeedLinkConcernDialog;
  }
}
