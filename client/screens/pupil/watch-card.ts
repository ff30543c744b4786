import { html, nothing, type TemplateResult } from 'lit';
import type { PupilPage } from '../../../protocol/chronology';
import { categorySquare } from '../../components/category-square';
import { matters as words } from '../../strings/matters';

export interface WatchDeeds {
  readonly watch: (watching: boolean) => void;
  /** ids */
  readonly categories: (watched: readonly string[]) => void;
}

/** Who watches this pupil, and in which categories: ticked by a lead, read by whoever sees pupils in the category. */
export function watchCard(pupil: PupilPage, deeds: WatchDeeds): TemplateResult | typeof nothing {
  const { mayKeep, watching, watchedIn, watchable } = pupil;
  if (!mayKeep && watchedIn.length === 0) return nothing;
  return html`<details class="card folded">
    <summary>
      <h2 class="h2">${words.watching}</h2>
      ${watching ? html`<span class="label-pill">${words.youWatch}</span>` : nothing}
      ${watchedIn.map(
        ({ name, colour }) => html`<span class="label-pill">${categorySquare(colour)}${name}</span>`,
      )}
    </summary>
    ${mayKeep
      ? html`<label class="shortcut-switch"
            ><input
              type="checkbox"
              autocomplete="off"
              .checked=${watching}
              @change=${(event: Event) => deeds.watch((event.target as HTMLInputElement).checked)}
            /><span>${words.watch(pupil.name)}</span></label
          >
          <fieldset class="watch-list">
            <legend class="label">${words.watchedIn}</legend>
            <p class="hint">${words.watchedHint}</p>
            ${watchable.map((one) => categoryTick(one, pupil, deeds))}
          </fieldset>`
      : nothing}
    <a class="back-link no-print" href="/watched">${words.allWatched}</a>
  </details>`;
}

function categoryTick(
  { id, name, colour }: PupilPage['watchable'][number],
  { watchedIn }: PupilPage,
  { categories }: WatchDeeds,
): TemplateResult {
  const ids = watchedIn.map((one) => one.id);
  const turn = () => categories(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  return html`<label class="check"
    ><input type="checkbox" autocomplete="off" .checked=${ids.includes(id)} @change=${turn} /><span
      >${categorySquare(colour)} ${name}</span
    ></label
  >`;
}
