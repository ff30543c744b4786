import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AbsencePlan, ShownAbsence } from '../../../../protocol/absence';
import type { Holdings } from '../../../../protocol/leavers';
import type { ListedStaff } from '../../../../protocol/staff';
import '../../../components/heed-absence-card';
import { announce } from '../../../components/heed-live-region';
import { icon } from '../../../components/heed-icon';
import '../../../components/heed-notice';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { showConfirm } from '../../../dialogs/confirm/show-confirm';
import { showFreshCode } from '../../../dialogs/fresh-code/show-fresh-code';
import type { RouteParams } from '../../../router';
import { absence as absenceWords, theirAbsence } from '../../../strings/absence';
import { seeAs } from '../../../strings/admin/see-as';
import {
  holdings as holdingWords,
  staffKeys as keyWords,
  staffMember as words,
} from '../../../strings/admin/staff';
import { shortDay } from '../../../strings/times';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { holdingsPart } from './holdings-part';
import { keysCard, type StaffKey } from './keys-card';
import { leavingCard } from './leaving-card';
import { loadStaff, type LoadedStaff } from './load-staff';
import { pendingOf } from './pending-of';
import { underName } from './staff-columns';
import { factsWith, putChanges, unsaved } from './staff-facts';
import { staffForm } from './staff-form';
import { standingCard } from './standing-card';

interface LoadedPerson extends LoadedStaff {
  /** Null where this person is not here. */
  readonly holdings: Holdings | null;
  readonly keys: readonly StaffKey[];
  /** Null where who looks does not keep the alerts, or the person is not here. */
  readonly absence: ShownAbsence | null;
}

/** One person on the staff: who they are, what they may do, how far they have come, and leaving. */
@customElement('heed-staff-member-screen')
export class HeedStaffMemberScreen extends AdminPage<LoadedPerson> {
  protected readonly right = 'staff';
  @property({ attribute: false }) params: RouteParams = {};
  /** The lead who is chosen to have what this person holds. */
  @state() private _taker = '';
  @state() private _busy = false;
  @state() private _said: { tone: 'ok' | 'danger'; text: string } | null = null;
  private readonly _tray = new ChangeTray(this);

  protected async load(): Promise<LoadedPerson> {
    const loaded = await loadStaff();
    const person = loaded.staff.find(({ id }) => id === this.params['id']);
    if (!person) return { ...loaded, holdings: null, keys: [], absence: null };
    const params = { id: person.id };
    const keepsAlerts = this.session?.session?.may.includes('administer.alerts') === true;
    const [holdings, { keys }, absence] = await Promise.all([
      call('readHoldings', { params }),
      call('listStaffKeys', { params }),
      keepsAlerts && person.leftAt === null ? call('readStaffAbsence', { params }) : null,
    ]);
    return { ...loaded, holdings, keys, absence };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('params')) return;
    [this._said, this._taker] = [null, ''];
    if (this._tray.size > 0) this._tray.discard();
    if (changed.get('params') !== undefined) void this.reload();
  }

  protected page(loaded: LoadedPerson): PageParts {
    const back = { href: '/admin/staff', title: words.back };
    const person = loaded.staff.find(({ id }) => id === this.params['id']);
    if (!person || !loaded.holdings)
      return { title: words.back, back, content: html`<p class="card">${words.gone}</p>` };
    return {
      title: person.name,
      intro: [...person.duty.map((role) => words.duty[role]), underName(person, loaded.groups)].join(', '),
      back,
      actions: this._renderSeeAs(person),
      content: html`<div class="stack">
        ${this._renderSaid()} ${pendingOf(loaded.pending, person.id)}
        ${person.leftAt === null ? this._renderPresent(person, loaded) : nothing}
        ${this._renderLeaving(person, loaded.holdings)}
      </div>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _renderSeeAs({ id }: ListedStaff): TemplateResult | typeof nothing {
    if (!this.session?.session?.may.includes('access.explain')) return nothing;
    return html`<a class="button" href="/admin/see-as/${id}">${icon('eye')}${seeAs.open}</a>`;
  }

  private _renderSaid(): TemplateResult | typeof nothing {
    if (!this._said) return nothing;
    const { tone, text } = this._said;
    return html`<heed-notice tone=${tone} role=${tone === 'ok' ? 'status' : 'alert'}>${text}</heed-notice>`;
  }

  private _renderPresent(person: ListedStaff, lists: LoadedPerson): TemplateResult {
    return html`${standingCard(person, lists.groups, this._renderDeeds(person))}
    ${staffForm({
      facts: factsWith(person, this._tray),
      lists,
      checked: () => true,
      changed: (now) => putChanges(this._tray, person, now),
    })}
    ${this._renderKeys(person, lists)} ${this._renderAbsence(person, lists.absence)}`;
  }

  private _renderDeeds(person: ListedStaff): TemplateResult {
    const send = () => this._do(() => call('sendFirstLogIn', { params: { id: person.id } }), words.mailed);
    const label =
      person.firstLogInAt !== null
        ? words.sendReset
        : person.invitedAt === null
          ? words.sendFirst
          : words.sendAgain;
    return html`${person.email === null
      ? withoutAddress(person)
      : html`<button type="button" class="button" ?disabled=${this._busy} @click=${() => void send()}>
          ${icon('mail')}${label}
        </button>`}
    ${person.firstLogInAt === null
      ? nothing
      : html`<button
          type="button"
          class="button"
          ?disabled=${this._busy}
          @click=${() => void this._endSessions(person)}
        >
          ${icon('log-out')}${words.endSessions}
        </button>`}`;
  }

  private _renderKeys(person: ListedStaff, { keys, waitingKeys }: LoadedPerson) {
    const staffId = person.id;
    return keysCard({
      keys,
      waiting: waitingKeys,
      self: staffId === this.session?.session?.staffId,
      busy: this._busy,
      isUnsaved: (keyId) => this._tray.find(keyId) !== undefined,
      putRemoval: (keyId, on) =>
        this._tray.put(keyId, on ? { kind: 'staff.remove-key', staffId, keyId } : null),
      removeByCode: (key) => void this._removeByCode(person, key),
      decide: (id, decision) =>
        void this._do(
          () => call(decision, { params: { id } }),
          decision === 'confirmKey' ? keyWords.confirmed : keyWords.refused,
        ),
    });
  }

  private _renderAbsence(person: ListedStaff, shown: ShownAbsence | null): TemplateResult | typeof nothing {
    if (!shown) return nothing;
    const params = { id: person.id };
    const words = theirAbsence(person.name);
    return html`<heed-absence-card
      .shown=${shown}
      .words=${words}
      .save=${(body: AbsencePlan, cover: string) =>
        this._do(
          () => call('setStaffAbsence', { params, body }),
          absenceWords.savedTheirs(person.name, cover),
        )}
      .back=${() => void this._do(() => call('endStaffAbsence', { params }), words.ended)}
      ?busy=${this._busy}
    ></heed-absence-card>`;
  }

  private async _removeByCode(person: ListedStaff, key: StaffKey): Promise<void> {
    const params = { id: person.id, keyId: key.id };
    const done = await showFreshCode({
      heading: keyWords.codeTitle(key.name),
      text: keyWords.codeText(person.name),
      label: keyWords.codeLabel,
      yes: keyWords.codeYes,
      danger: true,
      send: async (recoveryCode) => {
        await call('removeLostKey', { params, body: { recoveryCode } });
      },
    });
    if (done) await this._do(() => Promise.resolve(), keyWords.removed);
  }

  private _renderLeaving(person: ListedStaff, holdings: Holdings): TemplateResult {
    const standing = this._tray.find(unsaved.standing);
    const left = person.leftAt === null ? null : shortDay(Date.parse(person.leftAt), Date.now());
    return leavingCard({
      left,
      self: person.id === this.session?.session?.staffId,
      unsaved: standing !== undefined,
      holdings: holdingsPart({
        person,
        holdings,
        taker: this._taker,
        busy: this._busy,
        choose: (lead) => (this._taker = lead),
        handOver: (lead, concerns) =>
          void this._do(
            () =>
              call('handOver', { params: { id: person.id }, body: { concerns: [...concerns], to: lead.id } }),
            holdingWords.handedOver(concerns.length, lead.name),
          ),
      }),
      put: (on) =>
        this._tray.put(
          unsaved.standing,
          on ? { kind: left === null ? 'staff.disable' : 'staff.enable', staffId: person.id } : null,
        ),
    });
  }

  private async _endSessions(person: ListedStaff): Promise<void> {
    const sure = await showConfirm({
      heading: words.endTitle(person.name),
      text: words.endText,
      yes: words.endYes,
      no: words.endNo,
      danger: true,
    });
    if (sure) await this._do(() => call('endStaffSessions', { params: { id: person.id } }), words.ended);
  }

  /** Resolves to true when it is done. */
  private async _do(deed: () => Promise<unknown>, done: string): Promise<boolean> {
    this._busy = true;
    try {
      await deed();
      this._said = { tone: 'ok', text: done };
      announce(done);
      this._taker = '';
      await this.reload();
      return true;
    } catch (thrown) {
      this._said = { tone: 'danger', text: asCallFault(thrown).title };
      return false;
    } finally {
      this._busy = false;
    }
  }
}

/** Whoever has no address is given a slip, if their group needs no log-in. */
function withoutAddress({ id, takesSlip }: ListedStaff): TemplateResult {
  if (!takesSlip) return html`<p class="hint">${words.noAddress}</p>`;
  return html`<a class="button" href="/admin/staff/share?for=${id}">${icon('printer')}${words.makeSlip}</a>
    <p class="hint">${words.slipWhy}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-staff-member-screen': HeedStaffMemberScreen;
  }
}
