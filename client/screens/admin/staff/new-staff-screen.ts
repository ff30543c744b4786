import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Outcome } from '../../../../protocol/changes/endpoints';
import { announce } from '../../../components/heed-live-region';
import { call } from '../../../data/call';
import { go } from '../../../router';
import { staffMember as words } from '../../../strings/admin/staff';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { additionOf, emptyFacts, factsOfNew, isNamed } from './staff-facts';
import { staffForm } from './staff-form';
import type { StaffLists } from './standing';

const NEW = 'new';

/** A new person on the staff. Nobody is mailed by it. */
@customElement('heed-new-staff-screen')
export class HeedNewStaffScreen extends AdminPage<StaffLists> {
  protected readonly right = 'staff';
  /** Fields that somebody was in and has left. */
  @state() private _left: ReadonlySet<string> = new Set();
  private readonly _tray = new ChangeTray(this, () => (this._left = new Set()));

  protected load(): Promise<StaffLists> {
    return call('listStaff');
  }

  protected page(lists: StaffLists): PageParts {
    const unsaved = this._tray.find(NEW);
    const facts = unsaved?.kind === 'staff.add' ? factsOfNew(unsaved) : emptyFacts(lists.groups);
    return {
      title: words.newTitle,
      intro: words.newIntro,
      back: { href: '/admin/staff', title: words.back },
      content: html`<div
        class="stack"
        @focusout=${({ target }: FocusEvent) => {
          this._left = new Set([...this._left, (target as HTMLElement).id]);
        }}
      >
        ${staffForm({
          facts,
          lists,
          checked: (id) => this._tray.fault !== null || this._left.has(id),
          changed: (now) => this._tray.put(NEW, additionOf(now), isNamed(now)),
        })}
      </div>`,
      bar: trayBar(this._tray, (outcomes) => void this._added(outcomes[0])),
    };
  }

  private async _added(outcome: Outcome | undefined): Promise<void> {
    const made = outcome?.outcome === 'made' && outcome.id !== null;
    await go(made ? `/admin/staff/${outcome.id ?? ''}` : '/admin', { replace: made });
    announce(made ? words.added : words.addedWaits);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-new-staff-screen': HeedNewStaffScreen;
  }
}
