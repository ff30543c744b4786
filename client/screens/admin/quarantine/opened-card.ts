import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { readRoll } from '../../../../protocol/devices';
import type { Decision, OpenedQuarantined } from '../../../../protocol/quarantine';
import { describedBy, errorPart } from '../../../components/field-parts';
import { fire } from '../../../components/fire';
import { announce } from '../../../components/heed-live-region';
import { textField } from '../../../components/text-field';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { quarantine as words } from '../../../strings/admin/quarantine';
import { concern as inbox } from '../../../strings/inbox';

type RollPupil = ReplyOf<typeof readRoll>['pupils'][number];

/** One opened record: its text, and the three things that may be decided. Fires `record-decided`. */
@customElement('heed-opened-card')
export class HeedOpenedCard extends LitElement {
  @property({ attribute: false }) record: OpenedQuarantined | null = null;
  @property({ attribute: false }) pupils: readonly RollPupil[] = [];
  @state() private _faults: ReadonlyMap<string, string> = new Map();
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { record } = this;
    if (!record) return nothing;
    const { name, confirmed } = record.author;
    return html`<div class="stack roomy opened">
      <p class="hint">${inbox.quarantineWhat[record.reason]}</p>
      ${record.text === null
        ? html`<p><strong>${words.noText}</strong></p>`
        : html`<p class="account">${record.text}</p>`}
      <p><strong>${words.writtenBy}:</strong> ${confirmed ? name : words.notConfirmed(name)}</p>
      ${record.twins.length === 0 ? nothing : html`<p>${words.twins(record.twins)}</p>`}
      ${record.decision === null ? this._renderDeeds(record) : nothing}
    </div>`;
  }

  private _renderDeeds(record: OpenedQuarantined): TemplateResult {
    return html`${record.text === null ? nothing : this._renderAccept(record)}
    ${record.text === null
      ? nothing
      : this._renderOne('joined', words.join, words.joinWhat, words.joinReference)}
    ${this._renderOne('dismissed', words.dismiss, words.dismissWhat, words.dismissReason)}`;
  }

  private _renderAccept(record: OpenedQuarantined): TemplateResult {
    return html`<form
      class="deed"
      novalidate
      @submit=${(event: SubmitEvent) => void this._accept(event, record)}
    >
      <p><strong>${words.accept}.</strong> ${words.acceptWhat}</p>
      ${record.pupils.map((pupil, at) =>
        pupil.pupilId === null
          ? this._renderPupil(pupil.name, at)
          : html`<p><strong>${pupil.name}</strong></p>`,
      )}
      <datalist id="roll-names">
        ${this.pupils.map((pupil) => html`<option value=${labelOf(pupil)}></option>`)}
      </datalist>
      <button type="submit" class="button primary" ?disabled=${this._busy}>${words.accept}</button>
    </form>`;
  }

  private _renderPupil(described: string, at: number): TemplateResult {
    const id = `child-${String(at)}`;
    const error = this._faults.get(id) ?? '';
    return html`<div class=${error === '' ? 'field' : 'field invalid'}>
      <label class="label" for=${id}>${words.pupilFor(described)}</label>
      ${errorPart(id, error)}
      <input
        class="input"
        id=${id}
        name=${id}
        list="roll-names"
        autocomplete="off"
        placeholder=${words.choosePupil}
        aria-invalid=${error === '' ? nothing : 'true'}
        aria-describedby=${describedBy(id, '', error)}
      />
    </div>`;
  }

  private _renderOne(
    what: 'joined' | 'dismissed',
    button: string,
    why: string,
    label: string,
  ): TemplateResult {
    return html`<form class="deed" novalidate @submit=${(event: SubmitEvent) => void this._say(event, what)}>
      <p><strong>${button}.</strong> ${why}</p>
      <div class="row">
        ${textField({
          id: what,
          label,
          value: '',
          error: this._faults.get(what) ?? '',
          typed: () => undefined,
        })}
        <button type="submit" class="button" ?disabled=${this._busy}>${button}</button>
      </div>
    </form>`;
  }

  private async _accept(event: SubmitEvent, record: OpenedQuarantined): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const faults = new Map<string, string>();
    const pupils = record.pupils.map(({ pupilId }, at) => {
      const typed = textOf(data, `child-${String(at)}`);
      if (pupilId !== null || typed === '') return pupilId;
      const found = this.pupils.find((pupil) => labelOf(pupil) === typed);
      if (!found) faults.set(`child-${String(at)}`, words.unknownPupil);
      return found?.id ?? null;
    });
    this._faults = faults;
    if (faults.size > 0) return;
    await this._decide('accepted', 'accepted', () =>
      call('acceptQuarantined', { params: { id: record.id }, body: { pupils } }),
    );
  }

  private async _say(event: SubmitEvent, what: 'joined' | 'dismissed'): Promise<void> {
    event.preventDefault();
    const typed = textOf(new FormData(event.target as HTMLFormElement), what);
    const params = { id: this.record?.id ?? '' };
    if (typed === '') {
      this._faults = new Map([[what, words.needed]]);
      return;
    }
    await this._decide(what, what, () =>
      what === 'joined'
        ? call('joinQuarantined', { params, body: { reference: typed } })
        : call('dismissQuarantined', { params, body: { reason: typed } }),
    );
  }

  private async _decide(what: Decision, field: string, deed: () => Promise<unknown>): Promise<void> {
    this._busy = true;
    try {
      await deed();
      announce(words.done[what]);
      fire(this, 'record-decided');
    } catch (thrown) {
      const { title } = asCallFault(thrown);
      this._faults = new Map([[field === 'accepted' ? 'child-0' : field, title]]);
      announce(title);
    }
    this._busy = false;
  }
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** "Amira Khan, 4B": as the list offers it and the field takes it. */
function labelOf({ first, preferred, last, className }: RollPupil): string {
  return [`${preferred ?? first} ${last}`, className].filter(Boolean).join(', ');
}

declare global {
  interface HTMLElementEventMap {
    'record-decided': CustomEvent<undefined>;
  }
  interface HTMLElementTagNameMap {
    'heed-opened-card': HeedOpenedCard;
  }
}
