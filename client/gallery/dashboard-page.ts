import { html, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar';
import '../components/heed-code-input';
import '../components/heed-countdown';
import '../components/heed-dialog';
import { icon } from '../components/heed-icon';
import '../components/heed-notice';
import '../components/heed-status-ladder';
import { adult } from '../strings/about-adult';
import { elevate } from '../strings/account';
import { dashboard } from '../strings/dashboard';
import type { DeviceKind } from '../strings/device';
import { passkeys } from '../strings/passkeys';
import { record } from '../strings/record';
import { draft, draftKept } from '../strings/draft';
import type { LadderStep } from '../strings/status';
import { nearDays } from '../strings/near-days';
import { duty, school } from './made-up';

const own: { step: LadderStep; meta: string }[] = [
  {
    step: { kind: 'alerted', at: '12:20', people: 2 },
    meta: dashboard.reference('9T3D', nearDays.today('12:20')),
  },
  { step: { kind: 'opened', at: '09:05' }, meta: dashboard.reference('7M9C', nearDays.today('09:05')) },
  { step: { kind: 'taken', at: '14:10' }, meta: dashboard.reference('6K2A', nearDays.yesterday('14:10')) },
  { step: { kind: 'closed', at: '11:30' }, meta: dashboard.reference('2H8R', 'Fri 20 Nov, 11:30') },
];

/** `?page=dashboard`: everyone's home; drawn for a lead who has not elevated. */
export function dashboardPage(device: DeviceKind): TemplateResult {
  return html`<heed-top-bar
      .school=${school}
      access="can-elevate"
      .person=${'Tom Lowe'}
      with-lock
    ></heed-top-bar>
    <main class="page with-aside">
      <h1 class="visually-hidden">${dashboard.title}</h1>
      <div class="stack">
        <heed-notice tone="warn" edged sign="pencil-line" .heading=${draftKept(device, '12:43')}
          >${draft.pressSend}
          <a slot="actions" class="button" href="/record/draft">${record.resume}</a></heed-notice
        >
        <a class="record-button" href="/record"
          ><span class="round">${icon('plus')}</span>${dashboard.record}</a
        >
        <p><a class="link-line" href="/record/about-an-adult">${adult.link}</a></p>
        ${alerts()} ${records(device)}
      </div>
      ${whoToTell()}
    </main>`;
}

/** `?page=elevate`: the dialog over the dashboard. */
export function elevatePage(device: DeviceKind, variant: string): TemplateResult {
  return html`${dashboardPage(device)}
    <heed-dialog open .heading=${elevate.title}>
      <form class="stack roomy">
        <div class="code-row">
          <heed-code-input value="4829" .error=${variant === 'wrong' ? elevate.wrong : ''}></heed-code-input>
          <heed-countdown .seconds=${18}></heed-countdown>
        </div>
        <button type="submit" class="button primary main wide">${elevate.button}</button>
        <div class="row apart">
          <button type="button" class="link">${icon('fingerprint')}${passkeys.instead}</button>
          <button type="button" class="link">${elevate.recovery}</button>
        </div>
      </form>
    </heed-dialog>`;
}

function alerts(): TemplateResult {
  return html`<section class="card">
    <div class="waiting-alerts">
      <span class="round-icon danger">${icon('bell')}</span>
      <h2>${dashboard.alertsWait(2)}</h2>
      <button type="button" class="button">${icon('key-round')}${dashboard.elevateToRead}</button>
    </div>
    <ul class="rows">
      ${[
        ['4F2K', '12:51'],
        ['8J5W', '11:20'],
      ].map(
        ([reference, time]) =>
          html`<li class="list-row lean">
            <span>${dashboard.alert} <strong class="inline">${reference}</strong></span
            ><time class="hint">${time}</time>
          </li>`,
      )}
    </ul>
  </section>`;
}

function records(device: DeviceKind): TemplateResult {
  return html`<section class="card">
    <h2>${dashboard.yourRecords}</h2>
    <ul class="rows">
      ${own.map(
        (one) =>
          html`<li>
            <a class="list-row pointed" href="/mine"
              ><heed-status-ladder
                size="line"
                .device=${device}
                .steps=${[one.step]}
                .meta=${one.meta}
              ></heed-status-ladder
              >${icon('chevron-right')}</a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

function whoToTell(): TemplateResult {
  return html`<aside class="aside">
    <section class="card duty">
      <h2>${dashboard.whoToTell}</h2>
      <div>
        ${duty.map(
          (person) =>
            html`<p class="person-line">
              ${avatar(person.initials, person.name)}<span
                ><strong>${person.name}</strong><span class="hint">${person.role}</span
                ><span class="hint">${person.reach}</span></span
              >
            </p>`,
        )}
        <p class="numbers">
          ${dashboard.childrensServices('01632 960114')}<br /><span class="hint"
            >${dashboard.outOfHours('01632 960177')}</span
          >
        </p>
      </div>
    </section>
  </aside>`;
}
