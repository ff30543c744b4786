import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../../protocol/endpoint';
import type { ListedSlip, MadeSlip } from '../../../../../protocol/slips';
import type { ListedStaff, readSharing } from '../../../../../protocol/staff';
import { locale } from '../../../../../protocol/words/language';
import { announce } from '../../../../components/heed-live-region';
import '../../../../components/heed-notice';
import { call } from '../../../../data/call';
import { asCallFault } from '../../../../data/call-fault';
import { showConfirm } from '../../../../dialogs/confirm/show-confirm';
import { share as words } from '../../../../strings/admin/share';
import { staffMember } from '../../../../strings/admin/staff';
import '../../../set-up/copy-button';
import { AdminPage, type PageParts } from '../../admin-page';
import { Table } from '../../table/table';
import { madeSlips } from './made-slips';
import { peopleCard } from './people-card';
import { slipColumns } from './slip-columns';
import { slips } from './slips';
import { warningsBefore, warningsCard } from './warnings';

interface Loaded extends ReplyOf<typeof readSharing> {
  /** Whoever has not left, by name. */
  readonly people: readonly ListedStaff[];
  readonly slips: readonly ListedSlip[];
}

/** What a school tells its staff when it begins: to copy, to mail, or on paper. */
@customElement('heed-share-screen')
export class HeedShareScreen extends AdminPage<Loaded> {
  protected readonly right = 'staff';
  @state() private _chosen: ReadonlySet<string> = new Set();
  /** Codes that were made on this page; they are nowhere else, and gone with it. */
  @state() private _made: readonly MadeSlip[] = [];
  @state() private _busy = false;
  @state() private _said: { tone: 'ok' | 'danger'; text: string } | null = null;

  private readonly _table = new Table<ListedSlip>(this, {
    columns: slipColumns((slip) => void this._takeBack(slip)),
    key: ({ id }) => id,
    words: { caption: words.slipsCaption, search: words.slipsSearch, none: words.noSlips },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    // From one person's page.
    const wanted = new URLSearchParams(location.search).get('for');
    if (wanted) this._chosen = new Set([wanted]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // Codes go with full access, whoever elevates here next.
    if (this._made.length > 0 && !this.session?.session?.elevatedUntil) this._made = [];
  }

  protected async load(): Promise<Loaded> {
    const [sharing, { staff }, { slips: given }] = await Promise.all([
      call('readSharing'),
      call('listStaff'),
      call('listSlips'),
    ]);
    const people = staff.filter(({ leftAt }) => leftAt === null);
    return {
      ...sharing,
      people: people.sort((a, b) => a.name.localeCompare(b.name, locale)),
      slips: given,
    };
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
          ${madeSlips(this._made, () => print())} ${warningsCard(warningsBefore(people, unreached))}
          ${textCard(loaded)}
          ${peopleCard({
            people,
            chosen: this._chosen,
            busy: this._busy,
            choose: (ids) => (this._chosen = new Set(ids)),
            mail: () => void this._mail(),
            print: () => void this._print(chosen),
          })}
          ${this._renderSlips(loaded.slips)}
        </div>
        ${slips(chosen, loaded, this._made)}`,
    };
  }

  private _renderSlips(given: readonly ListedSlip[]): TemplateResult {
    return html`<section class="stack no-print">
      <h2>${words.slipsGiven}</h2>
      ${this._table.render(given)}
    </section>`;
  }

  /** Makes a code for whoever takes one and has none on this page yet, after a question. */
  private async _print(chosen: readonly ListedStaff[]): Promise<void> {
    const has = new Set(this._made.map(({ staffId }) => staffId));
    const takers = chosen.filter(({ id, takesSlip }) => takesSlip && !has.has(id));
    if (takers.length > 0) {
      const sure = await showConfirm({
        heading: words.makeTitle(takers.length),
        text: words.makeText(takers.map(({ name }) => name)),
        yes: words.makeYes,
        no: words.makeNo,
      });
      if (!sure) return;
      const made = await this._do(async () => {
        const { slips: now } = await call('makeSlips', { body: { to: takers.map(({ id }) => id) } });
        this._made = [...this._made, ...now];
        return words.made(now.length);
      });
      if (!made) return;
      // The codes themselves say so.
      this._said = null;
    }
    await this.updateComplete;
    print();
  }

  private async _takeBack({ id, state: stands, staffId, name, usedOn }: ListedSlip): Promise<void> {
    const unused = stands === 'open';
    const sure = await showConfirm({
      heading: unused ? words.withdrawTitle(name) : words.endTitle(name, usedOn ?? ''),
      text: unused ? words.withdrawText : words.endText,
      yes: unused ? words.withdraw : words.end,
      no: words.keep,
      danger: true,
    });
    if (!sure) return;
    await this._do(async () => {
      await call('withdrawSlip', { params: { id } });
      if (unused) this._made = this._made.filter((one) => one.staffId !== staffId);
      return unused ? words.withdrawn(name) : words.ended(name);
    });
  }

  /** Does something, says what came of it, and loads again. @returns whether it was done */
  private async _do(deed: () => Promise<string>): Promise<boolean> {
    this._busy = true;
    try {
      this._said = { tone: 'ok', text: await deed() };
      announce(this._said.text);
      await this.reload();
      return true;
    } catch (thrown) {
      this._said = { tone: 'danger', text: asCallFault(thrown).title };
      return false;
    } finally {
      this._busy = false;
    }
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
