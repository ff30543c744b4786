import { html, nothing, type TemplateResult } from 'lit';
import '../components/heed-dialog';
import '../components/heed-notice';

/** A dialog with fields, one button that saves and one that gives up. */
export interface DialogForm {
  readonly heading: string;
  /** why it was not done, as a sentence; empty: nothing went wrong */
  readonly fault: string;
  readonly busy: boolean;
  readonly save: string;
  readonly cancel: string;
  readonly close: () => void;
  /** what the button does, where it is more than closing */
  readonly giveUp?: () => void;
  readonly submit: (event: Event) => void;
}

/**
 * Draws a {@link DialogForm}: a template and not an element, since it keeps nothing. What went wrong stands beside the button
 * that was pressed: above the fields of a long form nobody would see it.
 * @param fields what is asked
 * @param below what stands under the buttons
 */
export function dialogForm(
  { heading, fault, busy, save, cancel, close, giveUp = close, submit }: DialogForm,
  fields: TemplateResult,
  below: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<heed-dialog open .heading=${heading} @dialog-closed=${close}>
    <form class="stack roomy" novalidate @submit=${submit}>
      ${fields}
      ${fault === '' ? nothing : html`<heed-notice tone="danger" role="alert">${fault}</heed-notice>`}
      <div class="button-pair">
        <button type="button" class="button" @click=${giveUp}>${cancel}</button>
        <button type="submit" class="button primary" aria-disabled=${busy}>${save}</button>
      </div>
      ${below}
    </form>
  </heed-dialog>`;
}
