import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { fromSideOf, pupilLine, pupilName } from '../../../protocol/words/concern-said';
import { capital } from '../../../protocol/words/capital';
import { avatar } from '../../components/avatar';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import type { Decision } from '../../data/concerns';
import { done, levelWords } from '../../strings/concern-actions';
import { concern as words, inbox } from '../../strings/inbox';
import { roleWords } from '../../strings/record';
import { age, briefMoment } from './ages';
import { alertedCard } from './alerted-card';
import { bodyMapCard } from './body-map-card';
import { factsOf, stepsOf, writtenMore, type Step } from './concern-words';
import { concernWays } from './concern-ways';
import { filesCard, stepFiles } from './files-card';
import { linksCard } from './links-card';
import { pupilLink } from './pupil-link';
import { withOthers } from './row-words';
import './waiting-actions';

/** What the buttons within a concern do. */
export interface ConcernDeeds {
  /** what was due of an action is done */
  finish: (actionId: string) => void;
  /** @param of which link ends */
  decide: (kind: Decision, of?: string) => void;
}

/**
 * A concern as one person may see it.
 * @param now school's clock, ms
 * @param fresh ids of actions that were just brought
 * @param deeds what its buttons do
 * @param pupilId from whose page it was opened: that pupil and their part in it stand first
 */
export function concernPane(
  concern: Concern,
  now: number,
  fresh: ReadonlySet<string>,
  { finish, decide }: ConcernDeeds,
  pupilId: string | null = null,
): TemplateResult {
  return html`${head(concern, pupilId)} ${chips(concern, now)} ${concernWays(concern, decide, pupilId)}
    <div class="stack">
      ${ofStaff(concern)} ${checking(concern)} ${recorded(concern, now, fresh)} ${filesCard(concern)}
      ${bodyMapCard(concern)} ${pupils(concern, pupilId)} ${linksCard(concern, (of) => decide('unlink', of))}
      ${alertedCard(concern.recipients, now)} ${soFar(concern, now, fresh, finish)}
    </div>`;
}

/** How the concern is called on the screen: by its child, or where none is known by its reference. */
export function concernTitle(concern: Concern): string {
  if (concern.about) return withOthers(concern.about[0]?.name ?? '', concern.about.length - 1);
  const [first] = concern.pupils;
  return first ? withOthers(pupilName(first), concern.pupils.length - 1) : inbox.alertOnly(concern.reference);
}

function head(concern: Concern, pupilId: string | null): TemplateResult {
  if (concern.about) return headOf(concern, null, words.memberOfStaff);
  const [own] = ofPupil(concern, pupilId);
  if (own && concern.pupils.length > 1) return headOfPupil(concern, own);
  const [first] = concern.pupils;
  const line = concern.pupils.length === 1 && first ? pupilLine(first) : '';
  return headOf(concern, first ?? null, first ? line || words.reference(concern.reference) : '');
}

/** The child from whose page it was opened, if this person sees them in it. */
function ofPupil({ pupils: all }: Concern, pupilId: string | null): Concern['pupils'] {
  return pupilId === null ? [] : all.filter((one) => one.pupilId === pupilId);
}

/** Of several children the one from whose page it was opened: their part in it, then with whom, as far as it is shown. */
function headOfPupil({ pupils: all }: Concern, own: Concern['pupils'][number]): TemplateResult {
  const others = all.filter((one) => one !== own).map(pupilName);
  return html`<div class="concern-head">
    ${avatar(own.initials, own.name, 56)}
    <div class="words">
      <h2 class="pane-title" tabindex="-1">${pupilLink(own)}</h2>
      <p><strong>${words.partOf(own.role === null ? null : roleWords[own.role])}</strong></p>
      <p class="hint">${[pupilLine(own), words.with(others.join(', '))].filter(Boolean).join(' ')}</p>
    </div>
  </div>`;
}

function headOf(concern: Concern, first: Concern['pupils'][number] | null, line: string): TemplateResult {
  return html`<div class="concern-head">
    ${first && first.initials !== ''
      ? avatar(first.initials, pupilName(first), 56)
      : html`<span class="avatar size-56" aria-hidden="true">${icon('circle-user-round')}</span>`}
    <div class="words">
      <h2 class="pane-title" tabindex="-1">
        ${first && concern.pupils.length === 1 ? pupilLink(first) : concernTitle(concern)}
      </h2>
      ${line === '' ? nothing : html`<p class="hint">${line}</p>`}
    </div>
  </div>`;
}

function chips(concern: Concern, now: number): TemplateResult {
  const waits = concern.status === 'waiting' || concern.status === 'being-checked';
  return html`<div class="chips">
    ${waits
      ? html`<span class="label-pill hot"
          >${words.waiting(age(now - Date.parse(concern.written.receivedAt)))}</span
        >`
      : html`<span class="label-pill ok">${statusWords(concern)}</span>`}
    ${concern.level === undefined
      ? nothing
      : html`<span class="label-pill ${concern.level === 'high' ? 'danger' : ''}"
          >${levelWords[concern.level]}</span
        >`}
    ${concern.urgent ? html`<span class="label-pill danger">${inbox.urgent}</span>` : nothing}
    ${concern.categories.map(({ name }) => html`<span class="label-pill">${name}</span>`)}
  </div>`;
}

function statusWords({ status, takenBy }: Concern): string {
  if (status === 'closed' || !takenBy) return inbox.closed;
  return takenBy.you ? inbox.withYou : inbox.withWhom(takenBy.name);
}

/** Who else can know of it: nobody. */
function ofStaff({ about }: Concern): TemplateResult | typeof nothing {
  if (about === null) return nothing;
  return html`<heed-notice edged sign="shield" .heading=${words.ofStaff}>${words.ofStaffWhat}</heed-notice>`;
}

/** Why the school does not take it as it is, in plain words. */
function checking({ quarantine }: Concern): TemplateResult | typeof nothing {
  if (quarantine === null) return nothing;
  return html`<heed-notice
    tone="warn"
    sign="circle-question-mark"
    .heading=${words.checking(words.quarantine[quarantine])}
    >${words.quarantineWhat[quarantine]}</heed-notice
  >`;
}

function recorded(concern: Concern, now: number, fresh: ReadonlySet<string>): TemplateResult {
  return html`<section class="card">
    <h3 class="h2">${words.recorded(concern.author.name)}</h3>
    ${concern.text === null
      ? html`<p class="account shut">${concern.takenBy ? words.textShut : words.textWaits}</p>`
      : html`<p class="account">${concern.text}</p>`}
    ${writtenMore(concern, now).map(
      ({ id, when, text }) =>
        html`<div
          class="written-more ${fresh.has(id) ? 'fresh' : ''}"
          tabindex=${fresh.has(id) ? '-1' : nothing}
        >
          <p class="hint">${when}</p>
          <p class="account">${text}</p>
        </div>`,
    )}
    <dl class="facts">
      ${factsOf(concern, now).map(
        ([term, fact]) =>
          html`<dt>${term}</dt>
            <dd>${fact}</dd>`,
      )}
    </dl>
    ${concern.written.clockOff
      ? html`<p class="clock-off">${icon('clock')}<span>${words.clockOff}</span></p>`
      : nothing}
  </section>`;
}

/** Several children: one line each; a single one stands in the head. */
function pupils(concern: Concern, pupilId: string | null): TemplateResult | typeof nothing {
  const { pupils: all, about } = concern;
  if (all.length < (about ? 1 : 2)) return nothing;
  return html`<section class="card">
    <h3 class="h2">${words.pupils}</h3>
    <ul class="rows">
      ${fromSideOf(all, pupilId).map(
        (pupil) =>
          html`<li class="list-row lean-avatar">
            ${pupil.initials === ''
              ? html`<span class="avatar" aria-hidden="true">${icon('circle-user-round')}</span>`
              : avatar(pupil.initials, pupilName(pupil))}
            <span
              ><strong>${pupilLink(pupil)}</strong
              ><span class="hint">${[partIn(pupil), pupilLine(pupil)].filter(Boolean).join('. ')}</span></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

/** "Saw it": what they had to do with it, where that was said. */
function partIn({ role }: Concern['pupils'][number]): string {
  return role === null ? '' : capital(roleWords[role]);
}

function soFar(
  concern: Concern,
  now: number,
  fresh: ReadonlySet<string>,
  finish: (actionId: string) => void,
): TemplateResult {
  return html`<section class="card">
    <h3 class="h2">${words.soFar}</h3>
    <ol class="so-far">
      ${stepsOf(concern, now).map(
        (step) =>
          html`<li class=${fresh.has(step.id) ? 'fresh' : ''} tabindex=${fresh.has(step.id) ? '-1' : nothing}>
            <span class="round-icon brand size-28">${icon(step.icon)}</span><span>${step.words}</span
            ><time datetime=${new Date(step.at).toISOString()}>${briefMoment(step.at, now)}</time
            >${step.text === '' ? nothing : html`<p class="text">${step.text}</p>`}
            ${step.facts.map((fact) => html`<p class="fact">${fact}</p>`)} ${stepFiles(concern.id, step)}
            ${dueLine(step, finish)}
          </li>`,
      )}
    </ol>
    <heed-waiting-actions .concern=${concern}></heed-waiting-actions>
  </section>`;
}

/** What is still to be done, red once it is late, with the button that says it is done. */
function dueLine({ id, due }: Step, finish: (actionId: string) => void): TemplateResult | typeof nothing {
  if (due === null) return nothing;
  return html`<div class="due-line">
    <p class=${due.late ? 'late' : ''}>
      ${due.late ? html`<strong>${done.late}.</strong> ` : nothing}${due.words}
    </p>
    ${due.finish === ''
      ? nothing
      : html`<button type="button" class="button small" @click=${() => finish(id)}>${due.finish}</button>`}
  </div>`;
}
