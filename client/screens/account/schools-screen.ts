import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { listOwnSites } from '../../../protocol/sites';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { call } from '../../data/call';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { sites as words } from '../../strings/sites';
import { AccountScreen } from './account-screen';

type Sites = ReplyOf<typeof listOwnSites>;
type Offer = Sites['offers'][number];

/** "Your schools": where this person belongs, what waits at the others, and who asks them to join. */
@customElement('heed-schools-screen')
export class HeedSchoolsScreen extends AccountScreen {
  protected readonly _href = '/account/schools';
  protected readonly _title = words.title;
  @state() private _sites: Sites | null = null;
  @state() private _said = '';

  protected override _renderCards(): TemplateResult {
    const sites = this._sites;
    if (sites === null) return html`<section class="card">${this._renderUnanswered(words.loading)}</section>`;
    return html`${this._said === ''
        ? nothing
        : html`<heed-notice tone="ok" role="status">${this._said}</heed-notice>`}
      ${sites.offers.map((offer) => this._renderOffer(offer))}
      <section class="card">
        <ul class="rows">
          <li class="list-row">
            <span class="round-icon brand">${icon('school')}</span>
            <span><strong>${sites.here.name}</strong><span class="hint">${words.here}</span></span>
          </li>
          ${sites.others.map(
            (site) =>
              html`<li class="list-row">
                <span class="round-icon plain">${icon('school')}</span>
                <span
                  ><strong>${site.name}</strong><span class="hint">${words.toRead(site.toRead)}</span></span
                >
              </li>`,
          )}
        </ul>
        <p class="after hint">${sites.others.length === 0 ? words.only : words.why}</p>
      </section>`;
  }

  private _renderOffer(offer: Offer): TemplateResult {
    return html`<heed-notice edged sign="school" .heading=${words.asks(offer.name)}
      >${words.asksWhy}
      <button slot="actions" type="button" class="button primary" @click=${() => void this._accept(offer)}>
        ${words.accept}
      </button>
      <button slot="actions" type="button" class="button" @click=${() => void this._decline(offer)}>
        ${words.decline}
      </button></heed-notice
    >`;
  }

  protected override async _load(): Promise<void> {
    await this._try(async () => {
      this._sites = await call('listOwnSites');
    });
  }

  private async _accept(offer: Offer): Promise<void> {
    await this._decide(offer, 'accept', words.accepted(offer.name));
  }

  private async _decline(offer: Offer): Promise<void> {
    const sure = await showConfirm({
      heading: words.declineSure(offer.name),
      text: words.declineText,
      yes: words.decline,
      no: words.keep,
    });
    if (sure) await this._decide(offer, 'decline', words.declined(offer.name));
  }

  private async _decide(offer: Offer, decision: 'accept' | 'decline', said: string): Promise<void> {
    const fault = await this._try(async () => {
      await call('decideOffer', { params: { id: offer.schoolId }, body: { decision } });
      this._said = said;
      announce(said);
      // The bar and the pages at the side know of the schools from the session.
      await call('readSession');
    });
    await this._load();
    if (fault) this._fault = fault.title;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-schools-screen': HeedSchoolsScreen;
  }
}
