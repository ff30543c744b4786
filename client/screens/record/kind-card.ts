import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-category-tiles';
import type { FormView } from './form-view';
import { kinds as words } from '../../strings/components';
import { fold } from '../../unlock/roll';
import { kindTiles, seenKinds, type KindFacts } from './kinds';

/** What kind of concern. None ticked is "I'm not sure", which everybody may add. */
export function kindCard(view: FormView): TemplateResult | typeof nothing {
  const { content } = view;
  // The school's rules are about children; this goes its own way.
  if (content.about) return nothing;
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
  </section>`;
}

function kindFacts(view: FormView): KindFacts {
  return { categories: view.board?.categories ?? [], mayAdd: view.roll?.mayAdd ?? null };
}

/** Spreadsheets write the straight apostrophe, Heed the typographic one. */
function bare(text: string): string {
  return fold(text).replaceAll(/['’]/g, '');
}
