import { html, type TemplateResult } from 'lit';
import type { MenuEntry } from '../components/heed-person-menu';
import '../components/heed-top-bar';
import { showElevate } from '../dialogs/elevate/show-elevate';
import type { Bar } from './bar';
import { endAccess } from './session-end';

/** What the bar's buttons do beyond elevation. */
export interface BarDeeds {
  cover: () => void;
  lock: () => void;
  menu: (entry: MenuEntry) => void;
}

/** The switcher is for the few who need it: it is no part of the first load. */
function loaded(switches: boolean): boolean {
  if (switches) void import('../dialogs/site-switcher/site-switcher');
  return switches;
}

/** Draws the bar on top of every screen. @param inert while something lies over the page */
export function topBar(bar: Bar, inert: boolean, deeds: BarDeeds): TemplateResult {
  return html`<heed-top-bar
    ?inert=${inert}
    .school=${bar.school}
    .switches=${loaded(bar.switches)}
    .offline=${bar.offline}
    .waiting=${bar.waiting}
    .waitingEarlier=${bar.waitingEarlier}
    .person=${bar.person}
    .access=${bar.access}
    .minutesLeft=${bar.minutesLeft}
    .withCover=${bar.withCover}
    .withLock=${bar.withLock}
    .help=${bar.help}
    @elevate-requested=${() => void showElevate()}
    @end-access-requested=${() => void endAccess()}
    @cover-requested=${deeds.cover}
    @lock-requested=${deeds.lock}
    @menu-chosen=${(event: CustomEvent<{ entry: MenuEntry }>) => deeds.menu(event.detail.entry)}
  ></heed-top-bar>`;
}
