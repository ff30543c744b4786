import { html, nothing, type TemplateResult } from 'lit';
import type { ComparedSheet } from '../../../../protocol/import-again';
import { icon } from '../../../components/heed-icon';
import { importAgain as words } from '../../../strings/admin/import-again';

/** Where a leaver is made one. */
const pages = { Staff: '/admin/staff', Pupils: '/admin/pupils' } as const;

/** Who is here and not in the file: proposed, each with the way to their page, where leaving is entered. */
export function leaversCard(sheets: readonly ComparedSheet[]): TemplateResult | typeof nothing {
  const groups = (['Staff', 'Pupils'] as const).flatMap((sheet) => {
    const leavers = sheets.find((one) => one.sheet === sheet)?.leavers ?? [];
    return leavers.length === 0 ? [] : [{ sheet, leavers }];
  });
  if (groups.length === 0) return nothing;
  return html`<section class="card import-leavers" aria-labelledby="leavers">
    <h2 id="leavers">${words.leavers}</h2>
    <p class="hint">${words.leaversWhy}</p>
    ${groups.map(
      ({ sheet, leavers }) =>
        html`<details ?open=${leavers.length <= 20}>
          <summary>${icon('chevron-right')}${words.leaversOf[sheet](leavers.length)}</summary>
          <ul class="gains">
            ${leavers.map(
              ({ id, name, detail }) =>
                html`<li>
                  <a href="${pages[sheet]}/${id}"><bdi>${name}</bdi></a> <span class="hint">${detail}</span>
                </li>`,
            )}
          </ul>
        </details>`,
    )}
  </section>`;
}
