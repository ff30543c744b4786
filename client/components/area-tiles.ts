import { html, type TemplateResult } from 'lit';
import { icon } from './heed-icon';
import type { IconName } from './icon-names';

/** One way to another page, with a line that says what is there. */
export interface AreaTile {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
}

/** Ways to other pages, side by side where there is room. */
export function areaTiles(tiles: readonly AreaTile[]): TemplateResult {
  return html`<ul class="area-tiles">
    ${tiles.map(
      (tile) =>
        html`<li>
          <a class="area-tile" href=${tile.href}
            >${icon(tile.icon)}<span><strong>${tile.title}</strong><small>${tile.note}</small></span></a
          >
        </li>`,
    )}
  </ul>`;
}
