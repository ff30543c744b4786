import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../../protocol/endpoint';
import type { ListedStaff, readSharing } from '../../../../../protocol/staff';
import { announce } from '../../../../components/heed-live-region';
import '../../../../components/heed-notice';
import { call } from '../../../../data/call';
import { asCallFault } from '../../../../data/call-fault';
import { showConfirm } from '../../../../dialogs/confirm/show-confirm';
import { share as words } from '../../../../strings/admin/share';
import { staffMember } from '../../../../strings/admin/staff';
import '../../../set-up/copy-button';
import { AdminPage, type PageParts } from '../../admin-page';
import { peopleCard } from './people-card';
import { slips } from './slips';
import { warningsBefore, warningsCard } from './warnings';

interface Loaded extends ReplyOf<typeof readSharing> {
  /** Whoever has not left, by name. */
  readonly people: readonly ListedStaff[];
}

/** What a school tells its staff when it begins: to copy, to mail, or on paper. */
@customElement('heed-share-screen')
export class HeedShareScreen extends AdminPage<Loaded> {
  protected readonly right = 'staff';
  @state() private _chosen: ReadonlySet<string> = new Set();
  @state() private _busy = false;
  @state() private _said: { tone: 'ok' | 'danger'; text: string } | null = null;

  protected async load(): Promise<Loaded> {
    const [sharing, { staff }] = await Promise.all([call('readSharing'), call('listStaff')]);
    const people = staff.filter(({ leftAt }) => leftAt === null);
    return { ...sharing, people: people.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) };
  }

  protected page(loaded: Loaded): PageParts {
    const { people, unreached } = loaded;
    const chosen = people.filter(({ id }) => this._chosen.has(id));
    return {
      title: words.title,
      intro: words.intro,
      back: { href: '/admin/staff', title: staffMember.back },
      content: html`<div class="stack">
          ${this._said
            ? html`<heed-notice tone=${this._said.tone} role=${this._said.tone === 'ok' ? 'status' : 'alert'}
                >${this._said.text}</heed-notice
              >`
            : nothing}
          ${warningsCard(warningsBefore(people, unreached))} ${textCard(loaded)}
          ${peopleCard({
            people,
            chosen: this._chosen,
            busy: this._busy,
            choose: (ids) => (this._chosen = new Set(ids)),
            mail: () => void this._mail(),
            print: () => print(),
          })}
        </div>
        ${slips(chosen, loaded)}`,
    };
  }

  /** Shows first who would be mailed. */
  private async _mail(): Promise<void> {
    this._busy = true;
    const to = [...this._chosen];
    try {
      const { mailed } = await call('mailFirstLogIns', { body: { to, rehearse: true } });
      if (mailed.length === 0) {
        this._said = { tone: 'danger', text: words.nobodyToMail };
      } else if (await this._isSure(mailed)) {
        const sent = await call('mailFirstLogIns', { body: { to } });
        this._said = { tone: 'ok', text: words.mailed(sent.mailed.length) };
        announce(this._said.text);
        this._chosen = new Set();
        await this.reload();
      }
    } catch (thrown) {
      this._said = { tone: 'danger', text: asCallFault(thrown).title };
    }
    this._busy = false;
  }

  private _isSure(mailed: readonly { readonly name: string }[]): Promise<boolean> {
    return showConfirm({
      heading: words.mailTitle(mailed.length),
      text: words.mailText(
        mailed.map(({ name }) => name),
        this._chosen.size - mailed.length,
      ),
      yes: words.mailYes,
      no: words.mailNo,
    });
  }
}

function textCard({ schoolName, address }: Loaded): TemplateResult {
  const message = words.message(schoolName, address);
  return html`<section class="card stack no-print">
    <div class="row apart">
      <h2>${words.address}</h2>
      <heed-copy-button .text=${address} .label=${words.copyAddress}></heed-copy-button>
    </div>
    <p class="share-address">${address}</p>
    <div class="row apart">
      <h2>${words.text}</h2>
      <heed-copy-button .text=${message} .label=${words.copyText}></heed-copy-button>
    </div>
    <p class="share-text">${message}</p>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-share-screen': HeedShareScreen;
  }
}
