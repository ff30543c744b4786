import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Sheet } from '../../../protocol/help-sheets';
import { support as words } from '../../strings/support';
import { showBlocks } from '../help/blocks';

/** The sheet of help that holds them: docs/help/known-problems.md. */
export const PROBLEMS = 'known-problems';

/** One problem with its cure. */
export interface Problem {
  id: string;
  title: string;
  cure: readonly Block[];
}

/** Cuts the sheet at its headings. */
export function problemsOf(sheet: Sheet | undefined): Problem[] {
  const problems: { id: string; title: string; cure: Block[] }[] = [];
  for (const block of sheet?.blocks ?? []) {
    if (block.kind === 'heading') problems.push({ id: block.id, title: block.text, cure: [] });
    else problems.at(-1)?.cure.push(block);
  }
  return problems;
}

/** First what shows on this device, open; then every other. @param likely ids, see likely-problems.ts */
export function knownProblems(problems: readonly Problem[], likely: readonly string[]): TemplateResult {
  const here = likely.flatMap((id) => problems.find((one) => one.id === id) ?? []);
  const others = problems.filter((one) => !here.includes(one));
  return html`${here.length === 0 ? nothing : problemCard(words.likely, here, true)}
  ${problemCard(words.known, others, false)}`;
}

function problemCard(heading: string, problems: readonly Problem[], open: boolean): TemplateResult {
  return html`<section class="card known-problems">
    <h2>${heading}</h2>
    ${problems.map(
      ({ title, cure }) =>
        html`<details ?open=${open}>
          <summary>${title}</summary>
          <div class="help-sheet">${showBlocks(cure)}</div>
        </details>`,
    )}
  </section>`;
}
