import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../components/heed-icon';
import { files as words, fileSize } from '../strings/files';

interface Row {
  readonly name: string;
  /** in bytes */
  readonly size: number;
  /** its bytes are not on this device */
  readonly missing: boolean;
  readonly remove: () => void;
}

/** A file that was chosen, with the button that takes it out again. */
export function fileRow({ name, size, missing, remove }: Row): TemplateResult {
  return html`<li class="body-map-row">
    <span
      ><bdi>${name}</bdi> <span class="hint">${fileSize(size)}</span> ${missing
        ? html`<span class="error">${words.notHere}</span>`
        : nothing}</span
    >
    <button type="button" class="button small" aria-label=${words.remove(name)} @click=${remove}>
      ${icon('x')}
    </button>
  </li>`;
}

/** The button that opens the choice of files. @param more some are chosen already */
export function fileChoice(more: boolean, busy: boolean, chosen: (files: File[]) => void): TemplateResult {
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const all = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = '';
    chosen(all);
  };
  return html`<label class="button file-choice"
    >${icon('plus')}<span>${more ? words.chooseMore : words.choose}</span
    ><input
      type="file"
      class="visually-hidden"
      multiple
      aria-describedby="files-hint"
      ?disabled=${busy}
      @change=${take}
  /></label>`;
}

/** Why files were not taken, and how far the one that is being sealed has come. */
export function fileNotes(
  faults: readonly string[],
  sealing: { name: string; done: number } | null,
): TemplateResult {
  return html`${faults.map(
    (fault) => html`<p class="error" role="alert">${icon('circle-alert')}<span>${fault}</span></p>`,
  )}
  ${sealing ? html`<p class="hint" role="status">${words.sealing(sealing.name, sealing.done)}</p>` : nothing}`;
}
