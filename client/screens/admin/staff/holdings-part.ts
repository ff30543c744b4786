import { html, nothing, type TemplateResult } from 'lit';
import type { Holdings } from '../../../../protocol/leavers';
import type { ListedStaff } from '../../../../protocol/staff';
import { icon } from '../../../components/heed-icon';
import { holdings as words, staffMember } from '../../../strings/admin/staff';
import { shortDay } from '../../../strings/times';

export interface HoldingsGiven {
  readonly person: ListedStaff;
  readonly holdings: Holdings;
  /** Id of the lead who is chosen to have them; empty: nobody yet. */
  readonly taker: string;
  readonly busy: boolean;
  readonly choose: (leadId: string) => void;
  readonly handOver: (lead: Holdings['leads'][number], concerns: readonly string[]) => void;
}

/** What one person holds, so that nothing is forgotten when they leave. */
export function holdingsPart(given: HoldingsGiven): TemplateResult {
  const { person, holdings } = given;
  const { concerns, unreadAlerts, unfinished, tablets, alertGroups } = holdings;
  const lines = [
    unreadAlerts > 0 ? words.unread(unreadAlerts) : '',
    unfinished > 0 ? words.unfinished(unfinished) : '',
    tablets.length > 0 ? words.tablets(tablets.map(({ name }) => name)) : '',
    alertGroups.length > 0 ? words.alertGroups(alertGroups.map(({ name }) => name)) : '',
  ].filter(Boolean);
  const free = concerns.length + lines.length + person.duty.length === 0;
  return html`<div class="holdings">
    <h3>${words.title}</h3>
    ${free ? html`<p class="hint">${words.nothing}</p>` : nothing}
    ${concerns.length > 0 ? concernsPart(given) : nothing}
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
      ${person.duty.length === 0
        ? nothing
        : html`<li>
            ${words.duty(person.duty.map((role) => staffMember.duty[role]))}
            <a href="/admin/staff/duty">${words.changeDuty}</a>
          </li>`}
    </ul>
  </div>`;
}

function concernsPart(given: HoldingsGiven): TemplateResult {
  const { concerns, leads } = given.holdings;
  const lead = leads.find(({ id }) => id === given.taker);
  const theirs = lead ? concerns.filter(({ mayTake }) => mayTake.includes(lead.id)) : [];
  return html`<p class="strong">${words.concerns(concerns.length)}</p>
    <ul class="held">
      ${concerns.map(
        ({ reference, takenAt, mayTake }) =>
          html`<li>
            <strong>${reference}</strong>
            <span class="hint">${words.taken(shortDay(Date.parse(takenAt), Date.now()))}</span>
            ${lead && !mayTake.includes(lead.id)
              ? html`<span class="not-theirs">${words.notTheirs(lead.name)}</span>`
              : nothing}
          </li>`,
      )}
    </ul>
    ${leads.length === 0
      ? html`<p>${words.noLead}</p>`
      : html`<div class="row end">
          ${takerField(given)}
          <button
            type="button"
            class="button primary"
            ?disabled=${given.busy || !lead || theirs.length === 0}
            @click=${() => {
              if (lead)
                given.handOver(
                  lead,
                  theirs.map(({ id }) => id),
                );
            }}
          >
            ${icon('user-check')}${words.handOver(lead ? theirs.length : concerns.length)}
          </button>
        </div>`}`;
}

function takerField({ holdings, taker, choose }: HoldingsGiven): TemplateResult {
  return html`<div class="field">
    <label class="label" for="taker">${words.taker}</label>
    <span class="select-box"
      ><select
        class="select"
        id="taker"
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${taker === ''}>${words.chooseTaker}</option>
        ${holdings.leads.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === taker}>${name}</option>`,
        )}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}
