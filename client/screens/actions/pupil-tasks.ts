import { html, nothing, type TemplateResult } from 'lit';
import type { DuePage } from '../../data/due-actions';
import { icon } from '../../components/heed-icon';
import { leaving, reviews as reviewWords } from '../../strings/leaving';
import { dayWords } from './due-groups';

/** What the leads have to do about pupils besides concerns: who it is stands there with full access alone. */
export function pupilTasks({ leavers, reviews, today }: DuePage): TemplateResult {
  return html`${group(
    leaving,
    leavers.map((one) => ({ ...one, what: '' })),
    today,
  )}
  ${group(
    reviewWords,
    reviews.map(({ of, ...one }) => ({ ...one, what: reviewWords.of[of] })),
    today,
  )}`;
}

interface Task extends Pick<DuePage['leavers'][number], 'day' | 'pupil'> {
  /** of what; empty: the heading says it */
  readonly what: string;
}

function group(
  words: { readonly group: string; readonly groupHint: string; readonly waits: string },
  tasks: readonly Task[],
  today: string,
): TemplateResult | typeof nothing {
  if (tasks.length === 0) return nothing;
  return html`<section class="card due-group">
    <h2 class="h2">${words.group}</h2>
    <p class="hint">${words.groupHint}</p>
    <ul class="rows">
      ${tasks.map(({ day, pupil, what }) => {
        const { when, date, late } = dayWords(day, today);
        const name = pupil ? [pupil.name, pupil.className].filter(Boolean).join(', ') : words.waits;
        return html`<li class="list-row lean">
          <span
            >${pupil
              ? html`<a class="link-line" href="/pupils/${pupil.id}">${icon('users')}${name}</a>`
              : html`<strong>${name}</strong>`}${what === ''
              ? nothing
              : html`<span class="hint">${what}</span>`}</span
          >
          <span class=${late ? 'label-pill hot' : 'meta'}>${when}${date === '' ? '' : `, ${date}`}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}
