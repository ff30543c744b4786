import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { recovery as words } from '../../strings/account';

/** What the card of recovery codes needs of its page. */
export interface RecoveryCard {
  /** the ten codes, while they may be seen: once */
  codes: readonly string[] | null;
  left: number;
  owner: string;
  print: () => void;
  renew: () => void;
}

/** The ten codes to print now, or how many are left. */
export function recoveryCodes(card: RecoveryCard): TemplateResult {
  return html`<section class="card">
    <h2>${words.title}</h2>
    ${card.codes === null ? rest(card) : codesToPrint(card.codes, card)}
  </section>`;
}

function codesToPrint(codes: readonly string[], card: RecoveryCard): TemplateResult {
  return html`<p class="hint">${words.text} ${words.onlyOnce}</p>
    <p class="only-print">${words.printedFor(card.owner)}</p>
    <ul class="recovery-codes">
      ${codes.map((code) => html`<li>${code}</li>`)}
    </ul>
    <p class="after">
      <button type="button" class="button primary" @click=${card.print}>
        ${icon('printer')}${words.print}
      </button>
    </p>`;
}

function rest(card: RecoveryCard): TemplateResult {
  return html`<div class="row apart">
    <p class="hint">${card.left === 0 ? words.none : words.left(card.left)}</p>
    ${card.owner === ''
      ? nothing
      : html`<button type="button" class="button small" @click=${card.renew}>${words.fresh}</button>`}
  </div>`;
}
