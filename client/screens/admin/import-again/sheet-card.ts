import { html, nothing, type TemplateResult } from 'lit';
import { importedWhat, type ImportedWhat, type ImportSheet } from '../../../../protocol/changes/import';
import type { ChangedHere, ComparedSheet } from '../../../../protocol/import-again';
import { icon } from '../../../components/heed-icon';
import { importAgain as words } from '../../../strings/admin/import-again';
import { dayAndTime } from '../../../strings/times';

/** Nobody reads through more; the number stands above. */
const MOST_SHOWN = 200;
/** So many stand there at once; more are folded away. */
const FEW = 6;
type Row = ComparedSheet['rows'][number];

/** One sheet with its tick, and folded below it what it would add, change and move. */
export function sheetCard(
  compared: ComparedSheet,
  ticked: ReadonlySet<ImportSheet>,
  tick: (on: boolean) => void,
): TemplateResult {
  const { sheet, rows, same, rights, leftAlone } = compared;
  const by = (what: ImportedWhat) => rows.filter((row) => row.what === what);
  const numbers = { add: by('add').length, change: by('change').length, move: by('move').length };
  const note = words.sheetNotes[sheet];
  return html`<li class="import-sheet">
    <label class="check"
      ><input
        type="checkbox"
        aria-label=${words.tick(sheet)}
        .checked=${ticked.has(sheet)}
        @change=${(event: Event) => tick((event.target as HTMLInputElement).checked)}
      /><span
        ><strong>${sheet}</strong> ${rights ? html`<span class="mark">${words.aboutRights}</span>` : nothing}
        <small class="hint">${note ? `${note}. ` : ''}${words.counts(numbers, same)}</small></span
      ></label
    >
    <div class="import-rows">
      ${rights ? changedHere(compared.changedHere) : nothing}
      ${importedWhat.map((what) => group(by(what), what, ticked))}
      ${leftAlone.length > 0 ? html`<p class="hint">${words.leftAlone(sheet, leftAlone)}</p>` : nothing}
    </div>
  </li>`;
}

function group(rows: readonly Row[], what: ImportedWhat, ticked: ReadonlySet<ImportSheet>) {
  if (rows.length === 0) return nothing;
  return folded(
    words.groups[what](rows.length),
    rows.map((row) => rowLine(row, ticked)),
  );
}

function folded(title: string, lines: readonly TemplateResult[]): TemplateResult {
  const more = lines.length - MOST_SHOWN;
  return html`<details ?open=${lines.length <= FEW}>
    <summary>${icon('chevron-right')}${title}</summary>
    <ul class="gains">
      ${lines.slice(0, MOST_SHOWN).map((line) => html`<li>${line}</li>`)}
      ${more > 0 ? html`<li>${words.more(more)}</li>` : nothing}
    </ul>
  </details>`;
}

/** A thing that is new says its fields in full; one that is there says what becomes of what. */
function rowLine(
  { title, what, fields, needs, waits }: Row,
  ticked: ReadonlySet<ImportSheet>,
): TemplateResult {
  const missing = needs.filter(({ sheet }) => !ticked.has(sheet));
  const sheets = [...new Set(missing.map(({ sheet }) => sheet))];
  return html`<bdi class="strong">${title}</bdi>
    ${waits ? html`<strong class="warning">${words.waitsAlready}</strong>` : nothing}
    <span class="hint">${fields.map((field) => fieldWords(field, what)).join('; ')}</span>${sheets.map(
      (sheet) =>
        html` <strong class="warning"
          >${words.needs(
            sheet,
            missing.filter((need) => need.sheet === sheet).map(({ name }) => name),
          )}</strong
        >`,
    )}`;
}

type Said = Row['fields'][number];

function fieldWords({ name, from, to }: Said, what: ImportedWhat): string {
  if (Array.isArray(to)) {
    const items = to.map(sayText).join(', ');
    return what !== 'add' ? words.addsTo(name, items) : words.field(name, sayField(from), items);
  }
  return words.field(name, sayField(from), sayText(to));
}

const sayField = (field: Said['from']): string =>
  Array.isArray(field) ? field.map(sayText).join(', ') : sayText(field);

/** Days as people write them; a contact without a blank part in it. */
function sayText(text: string): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (day) return `${day[3] ?? ''}/${day[2] ?? ''}/${day[1] ?? ''}`;
  return text
    .split('·')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ');
}

/** What an import of the sheet may undo. */
function changedHere(changed: ChangedHere | null): TemplateResult {
  if (!changed) return html`<p class="hint">${words.neverImported}</p>`;
  const when = dayAndTime(Date.parse(changed.at), Date.now());
  if (changed.rows.length === 0) return html`<p class="hint">${words.notChangedHere(when)}</p>`;
  return html`<div class="changed-here">
    ${folded(
      words.changedHere(changed.rows.length, when),
      changed.rows.map(
        ({ title, what, fields }) =>
          html`<bdi class="strong">${title}</bdi>
            <span class="hint">${words.here[what]}${fields.map(wasAndIs).join('; ')}</span>`,
      ),
    )}
    <p class="hint">${words.mayUndo}</p>
  </div>`;
}

const wasAndIs = ({ name, from, to }: Said): string => words.field(name, sayField(from), sayField(to));
