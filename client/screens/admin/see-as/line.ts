import { html, type TemplateResult } from 'lit';
import { icon } from '../../../components/heed-icon';
import type { IconName } from '../../../components/icon-names';

/** One yes or no about a person, with its reason under it. */
export interface SeenLine {
  readonly sign: 'yes' | 'no' | 'told';
  readonly title: string;
  readonly why: string;
}

const signs: Readonly<Record<SeenLine['sign'], IconName>> = { yes: 'check', no: 'x', told: 'bell' };

/** A card of lines; a card without lines is never drawn. */
export function linesCard(
  heading: string,
  lines: readonly SeenLine[],
  options: { wide?: boolean; foot?: unknown } = {},
): TemplateResult {
  return html`<section class="card flush seen-card">
    <div class="card-head"><h2>${heading}</h2></div>
    <ul class="lines ${options.wide ? 'in-columns' : ''}">
      ${lines.map(
        ({ sign, title, why }) =>
          html`<li>
            <span class="seen-sign ${sign}">${icon(signs[sign])}</span>
            <div class="grow">
              <p class="strong">${title}</p>
              <p class="hint">${why}</p>
            </div>
          </li>`,
      )}
    </ul>
    ${options.foot ?? ''}
  </section>`;
}
