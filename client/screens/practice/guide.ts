import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { guide as words } from '../../strings/practice';
import type { RecordContent } from '../record/record-content';

type Step = keyof typeof words.steps;
const steps = Object.keys(words.steps) as readonly Step[];

/** What of a first concern is written; the rest of the form may stay as it comes. */
export function guideDone(content: RecordContent): ReadonlySet<Step> {
  const { pupils, text, place, otherPlace, categories, unsure, told } = content;
  const done: Readonly<Record<Step, boolean>> = {
    who: pupils.length > 0,
    what: text.trim() !== '',
    when: place !== '' || otherPlace.trim() !== '',
    kind: categories.length > 0 || unsure,
    told: told !== '',
  };
  return new Set(steps.filter((step) => done[step]));
}

/** A first concern, step by step, above the form; each step ticks itself, and all of it can be shut. */
export function guideCard(content: RecordContent): TemplateResult {
  const done = guideDone(content);
  return html`<details class="card practice-guide" open>
    <summary>
      <strong>${words.title}</strong> <span class="meta">${words.progress(done.size, steps.length)}</span>
    </summary>
    <ol class="plain-list">
      ${steps.map(
        (step) =>
          html`<li class="line-with-icon ${done.has(step) ? 'ok' : ''}">
            ${icon(done.has(step) ? 'check' : 'chevron-right')}<span
              >${words.steps[step]}${done.has(step)
                ? html`<span class="visually-hidden"> ${words.done}</span>`
                : nothing}</span
            >
          </li>`,
      )}
    </ol>
    <p>${words.send}</p>
  </details>`;
}
