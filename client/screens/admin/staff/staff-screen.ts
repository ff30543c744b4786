import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ListedStaff } from '../../../../protocol/staff';
import { icon } from '../../../components/heed-icon';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import '../../../components/heed-segmented';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { showConfirm } from '../../../dialogs/confirm/show-confirm';
import { seeAs } from '../../../strings/admin/see-as';
import { staffList as words } from '../../../strings/admin/staff';
import { AdminPage, type PageParts } from '../admin-page';
import { Table } from '../table/table';
import { loadStaff, waitingFor, type LoadedStaff } from './load-staff';
import { staffColumns } from './staff-columns';
import { isReady, isWaitedFor } from './standing';

type Shown = 'all' | 'not-ready' | 'leavers';

/** Everybody on the staff, and how far each has come; those who have not logged in are reminded in one go. */
@customElement('heed-staff-screen')
export class HeedStaffScreen extends AdminPage<LoadedStaff> {
  protected readonly right = 'staff';
  @state() private _shown: Shown = 'all';
  @state() private _group = '';
  @state() private _said: { tone: 'ok' | 'danger'; text: string } | null = null;
  private _loadedLists: LoadedStaff | null = null;
  private readonly _table = new Table<ListedStaff>(this, {
    columns: staffColumns(() => ({
      groups: this._loadedLists?.groups ?? [],
      waiting: waitingFor(this._loadedLists?.pending ?? []),
    })),
    key: ({ id }) => id,
    href: ({ id }) => `/admin/staff/${id}`,
    words: { caption: words.caption, search: words.search, none: words.none },
  });

  protected async load(): Promise<LoadedStaff> {
    this._loadedLists = await loadStaff();
    return this._loadedLists;
  }

  protected page(loaded: LoadedStaff): PageParts {
    const { staff, groups } = loaded;
    const present = staff.filter(({ leftAt }) => leftAt === null);
    const ready = present.filter((person) => isReady(person, groups));
    return {
      title: words.title,
      intro: words.intro(present.length, ready.length),
      actions: this._renderActions(present.filter(isWaitedFor).length),
      content: html`${this._said
        ? html`<heed-notice
            class="page-notice"
            tone=${this._said.tone}
            role=${this._said.tone === 'ok' ? 'status' : 'alert'}
            >${this._said.text}</heed-notice
          >`
        : nothing}
      ${this._table.render(this._rows(loaded), this._renderFilters(loaded))}`,
    };
  }

  private _rows({ staff, groups }: LoadedStaff): ListedStaff[] {
    const wanted = (person: ListedStaff) => {
      if (this._shown === 'leavers') return person.leftAt !== null;
      return person.leftAt === null && (this._shown === 'all' || !isReady(person, groups));
    };
    return staff
      .filter((person) => wanted(person) && (this._group === '' || person.groupId === this._group))
      .sort((a, b) => byName.compare(sortName(a), sortName(b)));
  }

  private _renderActions(waitedFor: number): TemplateResult {
    const explains = this.session?.session?.may.includes('access.explain');
    return html`${explains ? html`<a class="button quiet" href="/admin/see-as">${seeAs.open}</a>` : nothing}
      <a class="button quiet" href="/admin/staff/duty">${words.duty}</a>
      <a class="button quiet" href="/admin/staff/share">${words.share}</a>
      <a class="button" href="/admin/staff/new">${icon('plus')}${words.add}</a>
      ${waitedFor > 0
        ? html`<button type="button" class="button primary" @click=${() => void this._remind()}>
            ${icon('mail')}${words.remind(waitedFor)}
          </button>`
        : nothing}`;
  }

  private _renderFilters({ staff, groups }: LoadedStaff): TemplateResult {
    const present = staff.filter(({ leftAt }) => leftAt === null);
    const notReady = present.filter((person) => !isReady(person, groups)).length;
    return html`<label class="select-box table-select"
        ><span class="visually-hidden">${words.group}</span>
        <select class="select" @change=${this._onGroup}>
          <option value="" ?selected=${this._group === ''}>${words.allGroups}</option>
          ${groups.map(
            ({ id, name }) => html`<option value=${id} ?selected=${id === this._group}>${name}</option>`,
          )}</select
        >${icon('chevron-down')}</label
      >
      <heed-segmented
        field-id="staff-shown"
        .label=${words.filter}
        label-hidden
        natural
        .options=${[
          { value: 'all', label: words.all(present.length) },
          { value: 'not-ready', label: words.notReady(notReady) },
          { value: 'leavers', label: words.leavers(staff.length - present.length) },
        ]}
        .value=${this._shown}
        @segment-chosen=${(event: CustomEvent<{ value: string }>) =>
          (this._shown = event.detail.value as Shown)}
      ></heed-segmented>`;
  }

  private readonly _onGroup = (event: Event): void => {
    this._group = (event.target as HTMLSelectElement).value;
  };

  /** Shows first who would be mailed. */
  private async _remind(): Promise<void> {
    try {
      const { mailed } = await call('mailFirstLogIns', { body: { to: 'waiting', rehearse: true } });
      if (mailed.length === 0) {
        this._say('ok', words.nobody);
        return;
      }
      const sure = await showConfirm({
        heading: words.remindTitle(mailed.length),
        text: words.remindText(mailed.map(({ name }) => name)),
        yes: words.remindYes,
        no: words.remindNo,
      });
      if (!sure) return;
      const sent = await call('mailFirstLogIns', { body: { to: mailed.map(({ id }) => id) } });
      this._say('ok', words.sent(sent.mailed.length));
      await this.reload();
    } catch (thrown) {
      this._say('danger', asCallFault(thrown).title);
    }
  }

  private _say(tone: 'ok' | 'danger', text: string): void {
    this._said = { tone, text };
    if (tone === 'ok') announce(text);
  }
}

const byName = new Intl.Collator('en-GB', { sensitivity: 'base' });
const sortName = (person: ListedStaff) => `${person.lastName} ${person.firstName}`;

declare global {
  interface HTMLElementTagNameMap {
    'heed-staff-screen': HeedStaffScreen;
  }
}
