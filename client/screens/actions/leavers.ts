import { html, nothing, type TemplateResult } from 'lit';
import type { DuePage } from '../../data/due-actions';
import { icon } from '../../components/heed-icon';
import { leaving as words } from '../../strings/leaving';
import { dayWords } from './due-groups';

/** Files of pupils who have left, for the leads to hand on; who it is stands there with full access alone. */
export function leaversGroup({ leavers, today }: DuePage): TemplateResult | typeof nothing {
  if (leavers.length === 0) return nothing;
  return html`<section class="card due-group">
    <h2 class="h2">${words.group}</h2>
    <p class="hint">${words.groupHint}</p>
    <ul class="rows">
      ${leavers.map(({ day, pupil }) => {
        const { when, date, late } = dayWords(day, today);
        const name = pupil ? [pupil.name, pupil.className].filter(Boolean).join(', ') : words.waits;
        return html`<li class="list-row lean">
          <span
            >${pupil
              ? html`<a class="link-line" href="/pupils/${pupil.id}">${icon('users')}${name}</a>`
              : html`<strong>${name}</strong>`}</span
          >
          <span class=${late ? 'label-pill hot' : 'meta'}>${when}${date === '' ? '' : `, ${date}`}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}
