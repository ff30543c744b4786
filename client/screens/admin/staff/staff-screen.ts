import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ListedStaff } from '../../../../protocol/staff';
import { locale } from '../../../../protocol/words/language';
import { icon } from '../../../components/heed-icon';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import '../../../components/heed-segmented';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { showConfirm } from '../../../dialogs/confirm/show-confirm';
import { seeAs } from '../../../strings/admin/see-as';
import { staffList as words, standingWords } from '../../../strings/admin/staff';
import { AdminPage, type PageParts } from '../admin-page';
import { Table } from '../table/table';
import { filterSelect } from './filter-select';
import { loadStaff, waitingFor, type LoadedStaff } from './load-staff';
import { staffColumns } from './staff-columns';
import { isMissing, isReady, isWaitedFor, steps, type Step } from './standing';

type Shown = 'all' | 'not-ready' | 'leavers';

/** Everybody on the staff, and how far each has come; those who have not come far enough are reminded in one go. */
@customElement('heed-staff-screen')
export class HeedStaffScreen extends AdminPage<LoadedStaff> {
  protected readonly right = 'staff';
  @state() private _shown: Shown = 'all';
  @state() private _group = '';
  @state() private _missing: Step | '' = '';
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
      actions: this._renderActions(present.filter((person) => isWaitedFor(person, groups)).length),
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
      if (person.leftAt !== null) return false;
      if (this._missing !== '' && !isMissing(person, this._missing, groups)) return false;
      return this._shown === 'all' || !isReady(person, groups);
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
    return html`${filterSelect({
        label: words.group,
        all: words.allGroups,
        options: groups.map(({ id, name }) => ({ value: id, text: name })),
        chosen: this._group,
        change: (group) => (this._group = group),
      })}
      ${filterSelect({
        label: words.missing,
        all: words.anyStep,
        options: steps.map((step) => ({ value: step, text: words.missingStep(standingWords.steps[step]) })),
        chosen: this._missing,
        change: (step) => (this._missing = step as Step | ''),
      })}
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

  /** Shows first who would be mailed. */
  private async _remind(): Promise<void> {
    try {
      const [first, practice] = await this._whomToRemind();
      const count = first.length + practice.length;
      if (count === 0) {
        this._say('ok', words.nobody);
        return;
      }
      const sure = await showConfirm({
        heading: words.remindTitle(count),
        text: words.remindText(namesOf(first), namesOf(practice)),
        yes: words.remindYes,
        no: words.remindNo,
      });
      if (!sure) return;
      if (first.length > 0) await call('mailFirstLogIns', { body: { to: first.map(({ id }) => id) } });
      if (practice.length > 0) await call('remindToPractise', { body: {} });
      this._say('ok', words.sent(first.length, practice.length));
      await this.reload();
    } catch (thrown) {
      this._say('danger', asCallFault(thrown).title);
    }
  }

  /** Who has not logged in, and who has and did not practise. */
  private async _whomToRemind() {
    const [first, practice] = await Promise.all([
      call('mailFirstLogIns', { body: { to: 'waiting', rehearse: true } }),
      call('remindToPractise', { body: { rehearse: true } }),
    ]);
    return [first.mailed, practice.mailed] as const;
  }

  private _say(tone: 'ok' | 'danger', text: string): void {
    this._said = { tone, text };
    if (tone === 'ok') announce(text);
  }
}

const byName = new Intl.Collator(locale, { sensitivity: 'base' });
const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name);
const sortName = (person: ListedStaff) => `${person.lastName} ${person.firstName}`;

declare global {
  interface HTMLElementTagNameMap {
    'heed-staff-screen': HeedStaffScreen;
  }
}
