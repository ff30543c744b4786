import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PendingChange, WaitingKey } from '../../../../protocol/changes/endpoints';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { readOperation } from '../../../../protocol/operation';
import { areaTiles } from '../../../components/area-tiles';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { adminHome as words, waitingKeys as keyWords } from '../../../strings/admin/home';
import { dayAndTime } from '../../../strings/times';
import { AdminPage, type PageParts } from '../admin-page';
import { areas } from './areas';
import { pendingList, type PendingDeed } from './pending-list';
import { waitingKeys, type KeyDeed } from './waiting-keys';

type Operation = ReplyOf<typeof readOperation>;

interface Loaded {
  readonly pending: readonly PendingChange[];
  readonly keys: readonly WaitingKey[];
  /** null: this person does not administer */
  readonly operation: Operation | null;
}

const said: Readonly<Record<PendingDeed, string>> = {
  confirmChange: words.confirmed,
  refuseChange: words.refused,
  withdrawChange: words.withdrawn,
};

/** Home of the administration: what waits for a second person, and the way to every page that this person may open. */
@customElement('heed-admin-screen')
export class HeedAdminScreen extends AdminPage<Loaded> {
  protected readonly right = null;
  @state() private _busy = false;
  @state() private _refusal = '';

  protected async load(): Promise<Loaded> {
    const administers = this.session?.session?.administrator ?? false;
    const [{ pending, keys }, operation] = await Promise.all([
      call('listPendingChanges'),
      administers ? call('readOperation') : null,
    ]);
    return { pending, keys, operation };
  }

  protected page({ pending, keys, operation }: Loaded): PageParts {
    const session = this.session?.session;
    const may = areas.filter(({ right }) =>
      session?.may.includes(right === 'quarantine' ? 'quarantine.check' : `administer.${right}`),
    );
    return {
      title: words.title,
      content: html`${operationNotices(operation)}
        ${this._refusal === ''
          ? ''
          : html`<heed-notice tone="danger" role="alert">${this._refusal}</heed-notice>`}
        <div class="admin-columns">
          ${pendingList(
            pending,
            session?.staffId ?? '',
            this._busy,
            (deed, change) => void this._decide(deed, change),
          )}
          ${waitingKeys(keys, this._busy, (deed, key) => void this._decideKey(deed, key))}
        </div>
        ${areaTiles(may)}`,
    };
  }

  private _decide(deed: PendingDeed, change: PendingChange): Promise<void> {
    const params = { id: change.id };
    return this._do(
      () =>
        deed === 'confirmChange'
          ? call(deed, { params, body: { shown: change.shown } })
          : call(deed, { params }),
      said[deed],
    );
  }

  private _decideKey(deed: KeyDeed, { id }: WaitingKey): Promise<void> {
    const done = deed === 'confirmKey' ? keyWords.confirmed : keyWords.refused;
    return this._do(() => call(deed, { params: { id } }), done);
  }

  private async _do(deed: () => Promise<unknown>, done: string): Promise<void> {
    this._busy = true;
    this._refusal = '';
    try {
      await deed();
      announce(done);
    } catch (thrown) {
      this._refusal = asCallFault(thrown).title;
    }
    await this.reload();
    this._busy = false;
  }
}

/** Red until it is so: mail goes out (failures.md, S13), and the school does not depend on one person. */
function operationNotices(operation: Operation | null): TemplateResult | typeof nothing {
  if (!operation) return nothing;
  const { mail, standIns } = operation;
  const lines = [
    mail.since ? words.mailStuck(mail.stuck, dayAndTime(Date.parse(mail.since), Date.now())) : null,
    standIns.leads < 2 ? words.fewLeads(standIns.leads) : null,
    standIns.staffConcerns < 2 ? words.fewForStaffConcerns(standIns.staffConcerns) : null,
    standIns.administrators < 2 ? words.fewAdministrators(standIns.administrators) : null,
  ];
  return html`${lines
    .filter((line) => line !== null)
    .map((line) => html`<heed-notice tone="danger" role="alert">${line}</heed-notice>`)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-admin-screen': HeedAdminScreen;
  }
}
