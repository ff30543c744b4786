import { html, type TemplateResult } from 'lit';
import '../components/heed-notice';
import { matters as words } from '../strings/matters';

/** What somebody else has written meanwhile, above the fields of whoever was about to change it. */
export function standsNow(lines: readonly string[]): TemplateResult {
  return html`<heed-notice tone="info" .heading=${words.standsNow}
    >${lines.map((line) => html`<p class="prose">${line}</p>`)}</heed-notice
  >`;
}

/** What a field holds once somebody else has changed what it began with: what was typed stays, all else is theirs. */
export function unlessTyped<Value>(typed: Value, before: Value, now: Value): Value {
  return typed === before ? now : typed;
}
