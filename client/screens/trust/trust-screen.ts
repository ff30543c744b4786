import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Session } from '../../../protocol/accounts';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { NewTraining } from '../../../protocol/training';
import type { inviteSite, listSites } from '../../../protocol/trust';
import { announce } from '../../components/heed-live-region';
import { call } from '../../data/call';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { longDay } from '../../strings/times';
import { keptTraining as training } from '../../strings/training';
import { trust as words } from '../../strings/trust';
import type { AdminGate } from '../admin/admin-gate';
import { AdminPage, type PageParts } from '../admin/admin-page';
import '../admin/training/heed-training-form';
import './heed-new-site';

type Loaded = ReplyOf<typeof listSites>;
type Invitation = ReplyOf<typeof inviteSite>;

async function listForSites(id: string, body: NewTraining): Promise<string> {
  return training.savedAt((await call('listTrainingForSites', { params: { id }, body })).sites);
}

const day = (time: string): string => longDay(Date.parse(time));

/** /trust: the sites of a trust, links on their way, and a further one. Nothing of any school is read here. */
@customElement('heed-trust-screen')
export class HeedTrustScreen extends AdminPage<Loaded> {
  protected readonly right = null;

  protected load(): Promise<Loaded> {
    return call('listSites');
  }

  /** A right of the account: no part of a school's administration opens it. */
  protected override gate(session: Session): AdminGate {
    if (!session.keepsSites) return 'hidden';
    if (session.elevatedUntil === null) return session.keyHolder ? 'elevate' : 'add-key';
    return 'show';
  }

  protected page({ behind, sites, invitations }: Loaded): PageParts {
    return {
      title: words.title,
      intro: words.intro,
      back: { href: '/', title: words.back },
      content: html`<div class="admin-columns">
        <div class="stack">${this._renderSites(sites)} ${this._renderInvitations(invitations)}</div>
        <div class="stack">
          <heed-new-site .behind=${behind} @site-invited=${() => void this.reload()}></heed-new-site>
          <heed-training-form .heading=${training.forSites} .save=${listForSites}></heed-training-form>
        </div>
      </div>`,
    };
  }

  private _renderSites(sites: Loaded['sites']): TemplateResult {
    return html`<section class="card flush" aria-labelledby="sites-title">
      <div class="card-head"><h2 id="sites-title">${words.sites}</h2></div>
      <ul class="lines">
        ${sites.map(
          ({ name, address, setUp, begun }) =>
            html`<li class="middle">
              <div class="grow">
                <p><a class="link-line" href=${address}>${name}</a></p>
                <p class="meta">
                  ${new URL(address).host} · ${words.since(day(setUp))} ·
                  ${begun ? words.begun : words.notBegun}
                </p>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private _renderInvitations(invitations: readonly Invitation[]): TemplateResult {
    return html`<section class="card flush" aria-labelledby="links-title">
      <div class="card-head"><h2 id="links-title">${words.waiting}</h2></div>
      ${invitations.length === 0
        ? html`<p class="card-line hint">${words.noneWaiting}</p>`
        : html`<ul class="lines">
            ${invitations.map((one) => this._renderInvitation(one))}
          </ul>`}
    </section>`;
  }

  private _renderInvitation(one: Invitation): TemplateResult {
    return html`<li class="middle">
      <div class="grow">
        <p>${one.site}</p>
        <p class="meta">${words.sent(one.contactName, one.email, day(one.expires))}</p>
      </div>
      <button
        type="button"
        class="button small quiet"
        aria-label=${words.withdrawOne(one.site)}
        @click=${() => void this._withdraw(one)}
      >
        ${words.withdraw}
      </button>
    </li>`;
  }

  private async _withdraw({ id, site }: Invitation): Promise<void> {
    const { heading, ...sure } = words.sure;
    if (!(await showConfirm({ ...sure, heading: heading(site), danger: true }))) return;
    // Used or withdrawn meanwhile: the list shows what became of it.
    await call('withdrawSite', { params: { id } }).then(
      () => announce(words.withdrawn(site)),
      () => undefined,
    );
    await this.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-trust-screen': HeedTrustScreen;
  }
}
