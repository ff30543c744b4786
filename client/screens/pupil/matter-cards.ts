import { html, nothing, type TemplateResult } from 'lit';
import type { PupilPage } from '../../../protocol/chronology';
import { isPlan, type Matter, type MatterKind } from '../../../protocol/pupil-matters';
import { matterLines } from '../../../protocol/words/matters';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { momentDay } from '../../strings/moment-day';
import { matters as words } from '../../strings/matters';

/** Writes down a new one of this kind, or changes one. */
export type KeepMatter = (kind: MatterKind, matter: Matter | null) => void;

const planOf = ({ details }: Matter) => isPlan(details.kind);

/** Plans that are in force, as labels beside the name. */
export function planPills({ matters }: PupilPage): TemplateResult[] {
  return matters
    .filter((one) => planOf(one) && one.current)
    .map(
      ({ details, late }) =>
        html`<span class="label-pill ${details.kind === 'early-help' ? 'warn' : 'danger'}"
            >${words.kinds[details.kind]}</span
          >
          ${late ? html`<span class="label-pill hot">${words.late}</span>` : nothing}`,
    );
}

/** Orders of a court that are in force, in red: what they say stands above the contacts. */
export function courtOrders({ matters }: PupilPage): TemplateResult[] {
  return matters
    .filter(({ details, current }) => details.kind === 'court-order' && current)
    .map(
      ({ details }) =>
        html`<heed-notice tone="danger" sign="triangle-alert" .heading=${words.courtOrder}
          >${[...matterLines(details), details.note ?? '']
            .filter(Boolean)
            .map((part) => html`<p class="prose">${part}</p>`)}
          <p>${words.courtOrderWhy}</p></heed-notice
        >`,
    );
}

/** Plans and orders, then agencies, other schools and linked pupils, each with what has ended. */
export function matterCards(pupil: PupilPage, keep: KeepMatter): TemplateResult {
  const plans = pupil.matters.filter(planOf);
  const others = pupil.matters.filter((one) => !planOf(one));
  return html`${card(pupil, plans, {
    title: words.plans,
    none: words.noPlans,
    add: words.addPlan,
    kind: 'child-protection',
    keep,
  })}
  ${card(pupil, others, {
    title: words.others,
    none: words.noOthers,
    add: words.addOther,
    kind: 'agency',
    keep,
  })}`;
}

interface Card {
  readonly title: string;
  readonly none: string;
  readonly add: string;
  readonly kind: MatterKind;
  readonly keep: KeepMatter;
}

function card(
  { mayKeep }: PupilPage,
  all: readonly Matter[],
  { title, none, add, kind, keep }: Card,
): TemplateResult {
  const current = all.filter((one) => one.current);
  const ended = all.filter((one) => !one.current);
  const row = (one: Matter) => matterRow(one, mayKeep, keep);
  return html`<details class="card folded">
    <summary>
      <h2 class="h2">${title}</h2>
      ${current.length === 0 ? nothing : html`<span class="meta">${String(current.length)}</span>`}
    </summary>
    ${current.length === 0
      ? html`<p class="hint">${none}</p>`
      : html`<ul class="rows">
          ${current.map(row)}
        </ul>`}
    ${ended.length === 0
      ? nothing
      : html`<h3 class="label">${words.earlier(ended.length)}</h3>
          <ul class="rows">
            ${ended.map(row)}
          </ul>`}
    ${mayKeep
      ? html`<button type="button" class="button small no-print" @click=${() => keep(kind, null)}>
          ${icon('plus')}${add}
        </button>`
      : nothing}
  </details>`;
}

function matterRow(matter: Matter, mayKeep: boolean, keep: KeepMatter): TemplateResult {
  const { details, other, late, by, at } = matter;
  const title =
    details.kind === 'link' && other
      ? html`<a href="/pupils/${other.id}">${[other.name, other.className].filter(Boolean).join(', ')}</a>,
          ${details.name}`
      : words.kinds[details.kind];
  return html`<li class="list-row lean matter">
    <span
      ><strong>${title}</strong> ${late ? html`<span class="label-pill hot">${words.late}</span>` : nothing}
      ${matterLines(details).map((part) => html`<span class="matter-line">${part}</span>`)}
      ${details.note === null ? nothing : html`<span class="matter-line prose">${details.note}</span>`}
      <span class="meta">${words.by(by ?? words.somebody, momentDay(at))}</span></span
    >
    ${mayKeep
      ? html`<button
          type="button"
          class="button quiet small no-print"
          aria-label=${words.changeOf(words.kinds[details.kind])}
          @click=${() => keep(details.kind, matter)}
        >
          ${icon('pencil-line')}${words.change}
        </button>`
      : nothing}
  </li>`;
}
