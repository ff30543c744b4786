import { html, nothing, type TemplateResult } from 'lit';
import {
  lookedAnswers,
  markColours,
  markShapes,
  markSizes,
  MAX_MARK_NOTE,
  type DraftMark,
} from '../../../protocol/body-map';
import { partsOf, type Part } from '../../../protocol/body-map/parts';
import {
  colourWords,
  lookedWords,
  placeWords,
  shapeWords,
  sizeWords,
} from '../../../protocol/body-map/words';
import { icon } from '../../components/heed-icon';
import { bodyMap as words } from '../../strings/body-map';

/** A child of the concern, as marks name it. */
export interface MarkedChild {
  key: string;
  name: string;
}

/** One mark that is described. */
export interface MarkFormView {
  mark: DraftMark;
  number: number;
  /** of whom one is asked for, where there are several */
  children: readonly MarkedChild[];
  moving: boolean;
  change: (part: Partial<DraftMark>) => void;
  choosePart: (part: Part) => void;
  move: () => void;
  nudge: (event: KeyboardEvent) => void;
  remove: () => void;
}

/** Everything that is asked of one mark; nothing of it must be answered. */
export function markForm(view: MarkFormView): TemplateResult {
  const { mark, number, change } = view;
  return html`<section class="card mark-form" aria-labelledby="mark-title">
    <div class="mark-head">
      <span class="mark-number" aria-hidden="true">${number}</span>
      <h2 id="mark-title" tabindex="-1">
        <span class="visually-hidden">${words.one(number, '')}</span>${placeWords(mark.view, mark.part)}
      </h2>
      <span class="row">
        <button
          type="button"
          class="button quiet small"
          aria-pressed=${view.moving}
          @click=${view.move}
          @keydown=${view.nudge}
        >
          ${words.move}
        </button>
        <button type="button" class="button quiet small" @click=${view.remove}>${words.remove}</button>
      </span>
    </div>
    ${view.moving ? html`<p class="hint">${words.moving}</p>` : nothing} ${whose(view)} ${where(view)}
    ${one(words.size, markSizes, sizeWords, mark.size, (size) => change({ size }))}
    ${one(words.shape, markShapes, shapeWords, mark.shape, (shape) => change({ shape }))} ${colours(view)}
    ${one(words.skinBroken, lookedAnswers, lookedWords, mark.skinBroken, (skinBroken) =>
      change({ skinBroken }),
    )}
    ${one(words.swelling, lookedAnswers, lookedWords, mark.swelling, (swelling) => change({ swelling }))}
    <div class="field">
      <label class="label" for="mark-note">${words.note}</label>
      <p class="hint" id="mark-note-hint">${words.noteHint}</p>
      <textarea
        class="textarea grows"
        id="mark-note"
        rows="2"
        maxlength=${MAX_MARK_NOTE}
        autocomplete="off"
        aria-describedby="mark-note-hint"
        .value=${mark.note ?? ''}
        @input=${(event: Event) => change({ note: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>
  </section>`;
}

function where({ mark, choosePart }: MarkFormView): TemplateResult {
  return html`<div class="field mark-line">
    <label class="label" for="mark-part">${words.part}</label>
    <span class="select-box"
      ><select
        class="select"
        id="mark-part"
        autocomplete="off"
        @change=${(event: Event) => choosePart((event.target as HTMLSelectElement).value as Part)}
      >
        ${partOptions(mark.view, mark.part)}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}

/** The parts of a picture as options. */
export function partOptions(view: DraftMark['view'], chosen: string): TemplateResult[] {
  return partsOf(view).map(
    (part) => html`<option value=${part} ?selected=${part === chosen}>${placeWords(view, part)}</option>`,
  );
}

function whose({ mark, children, change }: MarkFormView): TemplateResult | typeof nothing {
  if (children.length < 2) return nothing;
  const known = children.some(({ key }) => key === mark.child);
  return html`<div class="field mark-line">
    <label class="label" for="mark-child">${words.child}</label>
    <span class="select-box"
      ><select
        class="select"
        id="mark-child"
        autocomplete="off"
        @change=${(event: Event) => change({ child: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${!known}>${words.notSaid}</option>
        ${children.map(
          ({ key, name }) => html`<option value=${key} ?selected=${key === mark.child}>${name}</option>`,
        )}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}

/** Chips of which one may be pressed; pressing it again takes the answer back. */
function one<Value extends string>(
  legend: string,
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  chosen: Value | undefined,
  choose: (value: Value | undefined) => void,
): TemplateResult {
  return chips(
    legend,
    values.map((value) => {
      const pressed = value === chosen;
      return chip(pressed, html`${names[value]}`, () => choose(pressed ? undefined : value));
    }),
  );
}

function colours({ mark, change }: MarkFormView): TemplateResult {
  const chosen = mark.colours ?? [];
  const toggle = (colour: (typeof markColours)[number]): void => {
    const now = markColours.filter((one) => (one === colour) !== chosen.includes(one));
    change({ colours: now.length === 0 ? undefined : now });
  };
  return chips(
    words.colour,
    markColours.map((colour) =>
      chip(
        chosen.includes(colour),
        html`<span class="swatch ${colour}" aria-hidden="true"></span>${colourWords[colour]}`,
        () => toggle(colour),
      ),
    ),
  );
}

function chips(legend: string, all: readonly TemplateResult[]): TemplateResult {
  return html`<fieldset class="mark-line">
    <legend class="label">${legend}</legend>
    <div class="chips">${all}</div>
  </fieldset>`;
}

function chip(pressed: boolean, inside: TemplateResult, press: () => void): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${pressed} @click=${press}>
    ${pressed ? icon('check') : nothing}${inside}
  </button>`;
}
