import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A button that opens the chooser for one spreadsheet. */
export interface FileButton {
  id: string;
  words: string;
  busy: boolean;
  chosen: (file: File) => void;
  /** kinds of file, as `accept` lists them; an .xlsx file where nothing is said */
  accept?: string;
  /** `quiet` beside a stronger button */
  look?: 'primary' | 'primary main' | 'quiet' | 'plain';
}

/** The native input lies unseen over its label, so that keyboard, finger and drop all reach the real thing. */
export function fileButton(button: FileButton): TemplateResult {
  const { id, words, busy, chosen, look = 'primary', accept = XLSX } = button;
  return html`<span class="file-button">
    <label class="button ${look === 'plain' ? '' : look}" for=${id} aria-disabled=${busy ? 'true' : 'false'}
      >${look === 'quiet' ? '' : icon('upload')}${words}</label
    >
    <input
      class="file-input"
      id=${id}
      type="file"
      accept=${accept}
      ?disabled=${busy}
      @change=${(event: Event) => picked(event, chosen)}
    />
  </span>`;
}

function picked(event: Event, chosen: (file: File) => void): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  // The same name may be chosen again after it was mended.
  input.value = '';
  if (file) chosen(file);
}
