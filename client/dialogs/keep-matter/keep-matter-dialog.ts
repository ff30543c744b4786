import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Matter, MatterKind } from '../../../protocol/pupil-matters';
import { matterLines } from '../../../protocol/words/matters';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { matters as words } from '../../strings/matters';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';
import { standsNow } from '../stands-now';
import { beginMatter, goOnFrom, sentOf, type BegunMatter } from './begun-matter';
import { beginKept, keptMatters } from './kept-matter';
import { matterFields, type MatterFields } from './matter-fields';

/** One plan, agency, school or link. What cannot be is said beside its field, and nothing that was typed is lost. */
@customElement('heed-keep-matter-dialog')
export class HeedKeepMatterDialog extends LitElement {
  @property({ attribute: false }) answer: (saved: boolean) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _error: MatterFields['error'] = { field: '', title: '' };
  @state() private _fault = '';
  @state() private _busy = false;
  @state() private _typed = '';
  @state() private _pupils: MatterFields['pupils'] = [];
  @state() private _now: Matter | null = null;
  private _known: Matter | null = null;
  private _key = '';
  private _pupilId = '';
  private _begun: BegunMatter = beginMatter('child-protection', null);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  begin(pupilId: string, kind: MatterKind, matter: Matter | null): void {
    this._pupilId = pupilId;
    this._key = `${pupilId} ${matter?.matterId ?? kind}`;
    ({ known: this._known, begun: this._begun } = beginKept(this._key, kind, matter));
  }

  protected override firstUpdated(): void {
    focusIn(this, 'select, input');
  }

  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) this.interrupt();
    if (this._begun.kind === 'link' && this._begun.after === null && this._pupils.length === 0)
      void this._loadPupils();
  }

  protected override render(): TemplateResult {
    const begun = this._begun;
    const heading = begun.after === null ? words.title.add : words.kinds[begun.kind];
    return dialogForm(
      {
        heading: heading,
        fault: this._fault === '' ? '' : words.notSaved(this._fault),
        busy: this._busy,
        save: words.save,
        cancel: words.cancel,
        close: () => this.answer(false),
        submit: (event) => void this._submit(event),
      },
      html`${this._now === null
        ? nothing
        : standsNow([...matterLines(this._now.details), this._now.details.note ?? ''].filter(Boolean))}
      ${matterFields({
        begun,
        pupils: this._pupils,
        typed: this._typed,
        find: (typed) => (this._typed = typed),
        error: this._error,
        set: this._set,
      })}
      ${begun.after === null ? nothing : this._renderMistake()}`,
    );
  }

  private _renderMistake(): TemplateResult {
    return html`<label class="shortcut-switch"
        ><input
          type="checkbox"
          autocomplete="off"
          .checked=${this._begun.removed}
          @change=${(event: Event) =>
            this._set({ removed: (event.target as HTMLInputElement).checked, note: '' })}
        /><span>${words.mistake}</span></label
      >
      ${this._begun.removed ? html`<p class="hint">${words.mistakeHint}</p>` : nothing}`;
  }

  private readonly _set = (given: Partial<BegunMatter>): void => {
    Object.assign(this._begun, given);
    if (this._error.field in given) this._error = { field: '', title: '' };
    this.requestUpdate();
  };

  private async _loadPupils(): Promise<void> {
    try {
      const { pupils } = await call('readRoll');
      this._pupils = pupils
        .filter(({ id }) => id !== this._pupilId)
        .map(({ id, first, last, className }) => ({
          id,
          label: [`${first} ${last}`, className].filter(Boolean).join(', '),
        }));
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
  }

  /** Somebody else was first: shows what they wrote, so that it can be saved on top of it. */
  private async _lookAgain(): Promise<void> {
    const { _known: known, _begun: begun } = this;
    try {
      const { matters } = await call('readPupilPage', { params: { id: this._pupilId } });
      const now = matters.find(({ matterId }) => matterId === begun.matterId);
      if (!now) return;
      goOnFrom(begun, known, now);
      [this._known, this._now] = [now, now];
    } catch {
      // It is looked at again with the next press of Save.
    }
  }

  /** What is written about a child may not stay on the screen; it is there again with the next press of its button. */
  interrupt(): void {
    keptMatters.keep(this._key, { known: this._known, begun: this._begun });
    this.answer(false);
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    [this._fault, this._error, this._busy] = ['', { field: '', title: '' }, true];
    try {
      await call('keepMatter', { params: { id: this._pupilId }, body: sentOf(this._begun) });
      if (keptMatters.find(this._key)?.begun === this._begun) keptMatters.forget(this._key);
      this.answer(true);
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'conflict') await this._lookAgain();
      const field = fault.field?.replace(/^body\.(details\.)?/, '') ?? '';
      if (fault.code === 'elevation-needed') this.interrupt();
      else if (field === '' || !this.querySelector(`#matter-${field}`)) this._fault = fault.title;
      else {
        this._error = { field, title: fault.title };
        focusIn(this, `#matter-${field}`);
      }
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-keep-matter-dialog': HeedKeepMatterDialog;
  }
}
