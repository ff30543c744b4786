import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Session } from '../../../../protocol/accounts';
import type { PendingChange, WaitingKey } from '../../../../protocol/changes/endpoints';
import { areaTiles } from '../../../components/area-tiles';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { adminHome as words, waitingKeys as keyWords } from '../../../strings/admin/home';
import '../../first-steps/heed-first-steps';
import { AdminPage, type PageParts } from '../admin-page';
import { areas, type Area } from './areas';
import { operationNotices, type Operation } from './operation-notices';
import { pendingList, type PendingDeed } from './pending-list';
import { waitingKeys, type KeyDeed } from './waiting-keys';

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
    const may = areas.filter(({ right }) => session && mayOpen(session, right));
    return {
      title: words.title,
      content: html`${operationNotices(
          operation,
          may.some(({ right }) => right === 'settings') ? () => void this._keysSeen() : null,
        )}
        ${this._refusal === ''
          ? ''
          : html`<heed-notice tone="danger" role="alert">${this._refusal}</heed-notice>`}
        ${session?.administrator ? html`<heed-first-steps admin></heed-first-steps>` : ''}
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

  private _keysSeen(): Promise<void> {
    return this._do(() => call('confirmKeysKept'), words.keysConfirmed);
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

function mayOpen(session: Session, right: Area['right']): boolean {
  if (right === 'any') return session.administrator;
  return session.may.includes(right === 'quarantine' ? 'quarantine.check' : `administer.${right}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-admin-screen': HeedAdminScreen;
  }
}
