import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import { icon } from '../../components/heed-icon';
import type { IconName } from '../../components/icon-names';
import { record as words } from '../../strings/record';
import { FIELDS } from './check-record';
import { toggled, typedIn, type FormView, type RareThing } from './form-view';
import './heed-alert-by-hand';

interface Rare {
  thing: RareThing;
  sign: IconName;
  label: string;
  card: (view: FormView) => TemplateResult;
}

/** Three dashed boxes for what few records need; each opens its card in place. What is not known here is not offered. */
export function rareThings(view: FormView): TemplateResult {
  const offered = rare.filter(({ thing }) => isOffered(view, thing));
  return html`<div class="rare-things of-${offered.length}">
      ${offered.map(({ thing, sign, label }) => box(view, thing, sign, label))}
    </div>
    ${offered
      .filter(({ thing }) => view.open.has(thing))
      .map(({ thing, card }) => html`<section class="card" id="rare-${thing}">${card(view)}</section>`)}`;
}

const rare: readonly Rare[] = [
  { thing: 'others', sign: 'users', label: words.othersInvolved, card: othersCard },
  { thing: 'files', sign: 'paperclip', label: words.addFile, card: filesCard },
  { thing: 'alert', sign: 'bell', label: words.alertSomeone, card: alertCard },
  { thing: 'details', sign: 'plus', label: words.moreDetails, card: agenciesCard },
];

function isOffered(view: FormView, thing: RareThing): boolean {
  const { roll } = view;
  if (thing === 'others') return true;
  if (thing === 'files') return view.lineage !== undefined;
  if (thing === 'alert' && view.content.about) return false;
  if (thing === 'details') return (view.board?.agencies ?? []).length > 0;
  return roll !== null && (roll.staff.length > 0 || roll.alertGroups.length > 0);
}

function box(view: FormView, thing: RareThing, sign: IconName, label: string): TemplateResult {
  const open = view.open.has(thing);
  return html`<button
    type="button"
    class="button dashed"
    aria-expanded=${open}
    aria-controls=${open ? `rare-${thing}` : nothing}
    @click=${() => view.toggle(thing)}
  >
    ${icon(open ? 'chevron-up' : sign)}${label}
  </button>`;
}

function othersCard(view: FormView): TemplateResult {
  const error = view.errors.get(FIELDS.others) ?? '';
  return html`<label class="question" for=${FIELDS.others}>${words.othersInvolved}</label>
    ${hintPart(FIELDS.others, words.othersHint)} ${errorPart(FIELDS.others, error)}
    <textarea
      class="textarea grows"
      id=${FIELDS.others}
      autocomplete="off"
      rows="2"
      aria-invalid=${error !== ''}
      aria-describedby=${describedBy(FIELDS.others, words.othersHint, error)}
      .value=${view.content.others}
      @input=${(event: Event) => view.change({ others: typedIn(event) })}
    ></textarea>`;
}

function alertCard(view: FormView): TemplateResult {
  const { content, roll, board } = view;
  return html`<heed-alert-by-hand
    .roll=${roll}
    .board=${board}
    .categories=${content.categories}
    .pupils=${content.pupils}
    .staff=${content.alertStaff}
    .groups=${content.alertGroups}
    @alert-changed=${(event: HTMLElementEventMap['alert-changed']) =>
      view.change({ alertStaff: event.detail.staff, alertGroups: event.detail.groups })}
  ></heed-alert-by-hand>`;
}

/** Its script is fetched when somebody asks for it; what it offers is for few records. */
function filesCard(view: FormView): TemplateResult {
  void import('../files/heed-files-card').catch(() => undefined);
  return html`<heed-files-card .view=${view}></heed-files-card>`;
}

function agenciesCard(view: FormView): TemplateResult {
  const { agencies } = view.content;
  return html`<fieldset>
    <legend class="question">${words.agencies}</legend>
    <p class="hint">${words.agenciesHint}</p>
    <div class="chips">
      ${(view.board?.agencies ?? []).map(
        ({ id, name }) =>
          html`<label class="chip choice-chip"
            ><input
              type="checkbox"
              autocomplete="off"
              .checked=${agencies.includes(id)}
              @change=${() => view.change({ agencies: toggled(agencies, id) })}
            /><span>${name}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
