import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-category-tiles';
import { icon } from '../../components/heed-icon';
import { kinds as words } from '../../strings/components';
import { record } from '../../strings/record';
import type { FormView } from './form-view';
import { fold } from '../../unlock/roll';
import { kindTiles, seenKinds, type KindFacts } from './kinds';

/** What kind of concern. None ticked is "I'm not sure", which everybody may add. */
export function kindCard(view: FormView): TemplateResult {
  const { content } = view;
  // The school's rules are about children; this goes its own way.
  if (content.about) return html`<section class="card">${bodyMapRow(view)}</section>`;
  const facts = kindFacts(view);
  const tiles = kindTiles(facts, content.categories);
  return html`<section class="card">
    <heed-category-tiles
      .categories=${tiles}
      .ownUnsure=${tiles.some((tile) => bare(tile.name) === bare(words.notSure))}
      .chosen=${content.categories}
      .unsure=${content.unsure}
      @categories-changed=${(event: HTMLElementEventMap['categories-changed']) =>
        view.change({ categories: seenKinds(facts, event.detail.chosen), unsure: event.detail.unsure })}
    ></heed-category-tiles>
    ${isOffered(view) ? bodyMapRow(view) : nothing}
  </section>`;
}

/** With a kind that the school has marked so, while nobody is sure, and as long as there is a mark. */
function isOffered({ content, board }: FormView): boolean {
  const chosen = (board?.categories ?? []).filter(({ id }) => content.categories.includes(id));
  return content.unsure || content.marks.length > 0 || chosen.some(({ bodyMap }) => bodyMap);
}

function bodyMapRow(view: FormView): TemplateResult {
  const { content, open } = view;
  return html`${open.has('no-body-map')
      ? html`<p class="error" role="alert">${icon('circle-alert')}<span>${record.noBodyMap}</span></p>`
      : nothing}
    <div class="body-map-row">
      ${icon('person-standing')}<span>${record.bodyMapRow}</span>
      <button type="button" class="button small" id="body-map" @click=${() => void openBodyMap(view)}>
        ${record.bodyMap(content.marks.length)}
      </button>
    </div>`;
}

async function openBodyMap({ open, toggle }: FormView): Promise<void> {
  const loaded = await import('../body-map/heed-body-map').then(
    () => true,
    () => false,
  );
  if (loaded === open.has('no-body-map')) toggle('no-body-map');
  if (loaded) toggle('body-map');
}

function kindFacts(view: FormView): KindFacts {
  return { categories: view.board?.categories ?? [], mayAdd: view.roll?.mayAdd ?? null };
}

/** Spreadsheets write the straight apostrophe, Heed the typographic one. */
function bare(text: string): string {
  return fold(text).replaceAll(/['’]/g, '');
}
