import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { readRoll } from '../../../../protocol/devices';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { OpenedQuarantined, Quarantined } from '../../../../protocol/quarantine';
import '../../../components/heed-notice';
import '../../../components/heed-segmented';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { quarantine as words } from '../../../strings/admin/quarantine';
import { concern as inbox } from '../../../strings/inbox';
import { dayAndTime } from '../../../strings/times';
import { AdminPage, type PageParts } from '../admin-page';
import './opened-card';

interface Loaded {
  readonly records: readonly Quarantined[];
  readonly roll: ReplyOf<typeof readRoll>['pupils'];
}

/** Records that arrived with a doubt, for the leads: read, accept to a pupil, join, dismiss. */
@customElement('heed-quarantine-screen')
export class HeedQuarantineScreen extends AdminPage<Loaded> {
  protected readonly right = null;
  @state() private _decided = false;
  @state() private _opened: OpenedQuarantined | null = null;
  @state() private _refusal = '';
  private _opening = 0;

  protected async load(): Promise<Loaded> {
    const [{ records }, { pupils }] = await Promise.all([call('listQuarantine'), call('readRoll')]);
    return { records, roll: pupils };
  }

  protected page({ records, roll }: Loaded): PageParts {
    const undecided = records.filter(({ decision }) => decision === null);
    const decided = records.filter(({ decision }) => decision !== null);
    const shown = this._decided && decided.length > 0 ? decided : undecided;
    return {
      title: words.title,
      intro: words.intro,
      content: html`<div class="stack">
        ${this._refusal === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${this._refusal}</heed-notice>`}
        ${decided.length === 0 ? nothing : this._renderFilter(undecided.length, decided.length)}
        ${shown.length === 0 ? html`<p class="card hint">${words.noneToCheck}</p>` : nothing}
        ${shown.map((record) => this._renderRecord(record, roll))}
      </div>`,
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._shut();
  }

  protected override drop(): void {
    super.drop();
    this._shut();
  }

  /** The text is in this page's memory only while it is read; an answer that is still on its way is not kept either. */
  private _shut(): void {
    this._opening += 1;
    this._opened = null;
    this._refusal = '';
  }

  private _renderFilter(undecided: number, decided: number): TemplateResult {
    return html`<heed-segmented
      natural
      field-id="which-records"
      label=${words.which}
      label-hidden
      .options=${[
        { value: 'to-check', label: words.toCheck(undecided) },
        { value: 'decided', label: words.decided(decided) },
      ]}
      .value=${this._decided ? 'decided' : 'to-check'}
      @segment-chosen=${(event: CustomEvent<{ value: string }>) => {
        this._decided = event.detail.value === 'decided';
        this._shut();
      }}
    ></heed-segmented>`;
  }

  private _renderRecord(record: Quarantined, roll: Loaded['roll']): TemplateResult {
    const open = this._opened?.id === record.id ? this._opened : null;
    return html`<section class="card stack quarantined">
      <div class="row apart">
        <div class="grow">
          <h2>
            ${inbox.reference(record.reference)}${record.urgent
              ? html` <span class="warn-text">${words.urgent}</span>`
              : nothing}
          </h2>
          <p>${inbox.checking(inbox.quarantine[record.reason])}</p>
          <p class="hint">${words.from(record.device, when(record.receivedAt))}. ${standOf(record)}</p>
        </div>
        <button
          type="button"
          class="button"
          aria-expanded=${open !== null}
          aria-label=${`${open ? words.close : words.open} ${record.reference}`}
          @click=${() => void this._toggle(record.id)}
        >
          ${open ? words.close : words.open}
        </button>
      </div>
      ${open
        ? html`<heed-opened-card
            .record=${open}
            .pupils=${roll}
            @record-decided=${() => this._afterDeciding()}
          ></heed-opened-card>`
        : nothing}
    </section>`;
  }

  private async _toggle(id: string): Promise<void> {
    const wasOpen = this._opened?.id === id;
    this._shut();
    if (wasOpen) return;
    const opening = this._opening;
    try {
      const record = await call('openQuarantined', { params: { id } });
      if (opening === this._opening) this._opened = record;
    } catch (thrown) {
      if (opening === this._opening) this._refusal = asCallFault(thrown).title;
    }
    if (this.isConnected) await this.reload();
  }

  private _afterDeciding(): void {
    this._shut();
    void this.reload();
  }
}

const when = (time: string) => dayAndTime(Date.parse(time), Date.now());

function standOf({ decision, openedBy }: Quarantined): string {
  if (decision) return `${words.decidedBy(words.decisions[decision.what], decision.by, when(decision.at))}.`;
  return openedBy === null ? words.notOpened : `${words.openedBy(openedBy)}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-quarantine-screen': HeedQuarantineScreen;
  }
}
