import { html, nothing, type TemplateResult } from 'lit';
import type { UploadPreview } from '../../../../protocol/pupil-upload';
import { icon } from '../../../components/heed-icon';
import { pupilUpload as words } from '../../../strings/admin/pupil-upload';

/** Nobody reads through more; the number stands above. */
const MOST_SHOWN = 300;

/** Joiners, corrections, movers and who comes back, each group folded under its number. */
export function previewLists(preview: UploadPreview): TemplateResult {
  const { joiners, back, changed, movers, same } = preview;
  return html`<section class="card flush upload-groups">
    ${group(words.joiners(joiners.length), joiners, ({ name, className, note }) =>
      line(name, className, note === 'twin' ? words.twin : ''),
    )}
    ${group(words.backAgain(back.length), back, ({ name, className }) => line(name, className))}
    ${group(words.movers(movers.length), movers, ({ name, from, to }) => line(name, words.moves(from, to)))}
    ${group(words.changed(changed.length), changed, ({ name, fields }) =>
      line(name, fields.map((field) => words.fields[field]).join(', ')),
    )}
    ${same > 0 ? html`<p class="card-line hint">${words.same(same)}</p>` : nothing}
  </section>`;
}

function group<Row>(
  title: string,
  rows: readonly Row[],
  show: (row: Row) => TemplateResult,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const more = rows.length - MOST_SHOWN;
  return html`<details class="card-line">
    <summary>${icon('chevron-right')}${title}</summary>
    <ul class="gains">
      ${rows.slice(0, MOST_SHOWN).map((row) => html`<li>${show(row)}</li>`)}
      ${more > 0 ? html`<li>${words.more(more)}</li>` : nothing}
    </ul>
  </details>`;
}

function line(name: string, fact: string, warning = ''): TemplateResult {
  return html`<bdi>${name}</bdi> <span class="hint">${fact}</span>${warning === ''
      ? nothing
      : html` <strong class="warning">${warning}</strong>`}`;
}
