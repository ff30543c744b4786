import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PendingChange } from '../../../../protocol/changes/endpoints';
import { areaTiles } from '../../../components/area-tiles';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { adminHome as words } from '../../../strings/admin/home';
import { AdminPage, type PageParts } from '../admin-page';
import { areas } from './areas';
import { pendingList, type PendingDeed } from './pending-list';

interface Loaded {
  readonly pending: readonly PendingChange[];
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

  protected load(): Promise<Loaded> {
    return call('listPendingChanges');
  }

  protected page({ pending }: Loaded): PageParts {
    const session = this.session?.session;
    const may = areas.filter(({ right }) => session?.may.includes(`administer.${right}`));
    return {
      title: words.title,
      content: html`${this._refusal === ''
          ? ''
          : html`<heed-notice tone="danger" role="alert">${this._refusal}</heed-notice>`}
        <div class="admin-columns">
          ${pendingList(
            pending,
            session?.staffId ?? '',
            this._busy,
            (deed, change) => void this._decide(deed, change),
          )}
        </div>
        ${areaTiles(may)}`,
    };
  }

  private async _decide(deed: PendingDeed, change: PendingChange): Promise<void> {
    this._busy = true;
    this._refusal = '';
    try {
      const params = { id: change.id };
      if (deed === 'confirmChange') await call(deed, { params, body: { shown: change.shown } });
      else await call(deed, { params });
      announce(said[deed]);
    } catch (thrown) {
      this._refusal = asCallFault(thrown).title;
    }
    await this.reload();
    this._busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-admin-screen': HeedAdminScreen;
  }
}
