import { html, nothing, type TemplateResult } from 'lit';
import type { ImportLater, ImportResult } from '../../../../protocol/import-again';
import { importAgain as words } from '../../../strings/admin/import-again';

/** What came of an import. */
export interface Imported {
  readonly results: readonly ImportResult[];
  readonly later: ImportLater;
}

/** One sentence about all of it, for whoever hears the page. */
export function finishedWords({ results }: Imported): string {
  if (results.some(({ outcome }) => outcome === 'waits')) return words.finishedWaits;
  return results.some(({ outcome }) => outcome === 'made') ? words.finished : words.nothingDone;
}

/** What is done, what waits, what was refused and why, and what is left for the next time. */
export function resultsCard(imported: Imported): TemplateResult {
  const by = (outcome: ImportResult['outcome']) => imported.results.filter((one) => one.outcome === outcome);
  const waiting = by('waits');
  const alone = waiting.some(({ effectiveAt }) => effectiveAt !== null);
  return html`<section class="card import-results" role="status">
    <h2>${finishedWords(imported)}</h2>
    ${part(words.done, by('made').map(line))}
    ${part(
      words.waits,
      waiting.map(line),
      html`${alone ? words.byItself : words.waitsHint} <a href="/admin">${words.toPending}</a>`,
    )}
    ${part(
      words.refused,
      by('refused').map(({ why }) => why ?? ''),
    )}
    ${part(
      words.later,
      imported.later.map(({ sheet, title, needs }) =>
        words.laterLine(
          sheet,
          title,
          needs.map(({ name }) => name),
        ),
      ),
      words.laterHint,
    )}
  </section>`;
}

const line = ({ sheet, what, titles }: ImportResult): string => words.result(sheet, what, titles);

function part(title: string, lines: readonly string[], hint: unknown = nothing) {
  if (lines.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <ul class="gains">
      ${lines.map((text) => html`<li><bdi>${text}</bdi></li>`)}
    </ul>
    ${hint === nothing ? nothing : html`<p class="hint">${hint}</p>`}`;
}
