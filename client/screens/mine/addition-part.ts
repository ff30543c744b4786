import { html, nothing, type TemplateResult } from 'lit';
import type { RecordProgress } from '../../../offline/outbox/records';
import { icon } from '../../components/heed-icon';
import { showAddToRecord } from '../../dialogs/add-to-record/show-add-to-record';
import type { OpenAddition } from '../../sealing/additions';
import { addition as words } from '../../strings/addition';
import { dayAndTime } from '../../strings/times';
import './heed-record-line';

/** What its author has added to one record, and begun to add. */
export interface Additions {
  readonly sent: readonly RecordProgress[];
  readonly begun: readonly OpenAddition[];
}

/** Under a record: how far each addition has come, what was begun and not sent, and "Add to this record". */
export function additionPart(
  record: RecordProgress,
  { sent, begun }: Additions,
  now: number,
): TemplateResult {
  const when = dayAndTime(record.sentAt, now);
  const add = (kept: OpenAddition | null) => void showAddToRecord(record, kept);
  return html`<div class="additions">
    ${sent.map(
      (one) =>
        html`<div class="addition">
          <p class="hint">${icon('plus')}<span>${words.added}</span></p>
          <heed-record-line .record=${one} .now=${now} .under=${placeOf(one, record)}></heed-record-line>
        </div>`,
    )}
    ${begun.map(
      (one) =>
        html`<p class="not-sent">
            ${icon('pencil-line')}<span>${words.begun(dayAndTime(one.updatedAt, now))}</span>
          </p>
          <button
            type="button"
            class="button small"
            aria-label=${words.goOnWith(when)}
            @click=${() => add(one)}
          >
            ${icon('pencil-line')}${words.goOn}
          </button>`,
    )}
    ${begun.length > 0
      ? nothing
      : html`<button
          type="button"
          class="button small"
          aria-label=${words.addTo(when)}
          @click=${() => add(null)}
        >
          ${icon('plus')}${words.add}
        </button>`}
  </div>`;
}

/** In the short list: only that something was begun and not sent. */
export function begunLine(begun: readonly OpenAddition[], now: number): TemplateResult | typeof nothing {
  const [one] = begun;
  if (!one) return nothing;
  return html`<p class="not-sent">
    ${icon('pencil-line')}<a href="/mine">${words.begun(dayAndTime(one.updatedAt, now))}</a>
  </p>`;
}

/** The reference that says where it stands: its record's, unless it is being checked as a record of its own. */
function placeOf({ steps }: RecordProgress, { reference }: RecordProgress): string | null {
  return steps.some(({ step }) => step === 'being-checked') ? null : reference;
}
