import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { setUp as words } from '../../strings/set-up';

/** What the first step tells its page. */
export interface UploadStep {
  busy: boolean;
  /** faults of the file itself, for the label's description */
  error: string;
  chosen: (file: File) => void;
  demo: () => void;
}

/** Two ways to begin: the school's own spreadsheet, or a demo school. */
export function uploadStep(step: UploadStep): TemplateResult {
  return html`<div
      class="drop"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => dropped(event, step)}
    >
      <span class="round-icon brand">${icon('file-spreadsheet')}</span>
      <h2>${words.spreadsheet}</h2>
      <span class="file-button">
        <input
          class="file-input"
          id="sheet"
          type="file"
          accept=".xlsx"
          autocomplete="off"
          ?disabled=${step.busy}
          @change=${(event: Event) => picked(event, step)}
        />
        <label class="button primary main" for="sheet"
          >${icon('upload')}${step.busy ? words.checking : words.choose}</label
        >
      </span>
      <p class="hint">${words.drop}</p>
      <p class="row file-links">
        <a class="link-line" href="/set-up/heed-set-up-template.xlsx" download
          >${icon('download')}${words.empty}</a
        >
        <a class="link-line" href="/set-up/heed-set-up-sample.xlsx" download
          >${icon('download')}${words.sample}</a
        >
      </p>
    </div>
    <section class="card row apart">
      <div>
        <h2>${words.demo}</h2>
        <p class="hint">${words.demoHint}</p>
      </div>
      <button type="button" class="button" ?disabled=${step.busy} @click=${step.demo}>${words.demo}</button>
    </section>`;
}

function picked(event: Event, step: UploadStep): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file) step.chosen(file);
  // The same file may be chosen again after it was mended.
  input.value = '';
}

function dropped(event: DragEvent, step: UploadStep): void {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file && !step.busy) step.chosen(file);
}
