import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import { icon } from '../../components/heed-icon';
import { lineStarters, record as words } from '../../strings/record';
import { FIELDS } from './check-record';
import { typedIn, type FormView } from './form-view';
import { startLine } from './line-starter';
import { asksQuestions, findOpinion } from './nudges';

/** What was seen or heard: the text, the helper chips, and two nudges that never stand in the way. */
export function whatCard(view: FormView): TemplateResult {
  const error = view.errors.get(FIELDS.what) ?? '';
  return html`<section class="card ${error === '' ? '' : 'invalid'}">
    <label class="question" for=${FIELDS.what}>${words.what}</label>
    ${hintPart(FIELDS.what, words.whatHint)} ${errorPart(FIELDS.what, error)}
    <textarea
      class="textarea grows"
      id=${FIELDS.what}
      autocomplete="off"
      rows="3"
      aria-invalid=${error !== ''}
      aria-describedby=${describedBy(FIELDS.what, words.whatHint, error)}
      .value=${view.content.text}
      @input=${(event: Event) => view.change({ text: typedIn(event) })}
    ></textarea>
    <div class="chips starters" role="group" aria-label=${words.starters}>
      ${lineStarters.map(
        (one) =>
          html`<button
            type="button"
            class="chip"
            @click=${(event: Event) => insert(view, event, one.start(childName(view)))}
          >
            ${icon(one.icon)}${one.label}
          </button>`,
      )}
    </div>
    <div class="nudges" role="status">${nudges(view.content.text)}</div>
  </section>`;
}

function nudges(text: string): TemplateResult {
  const opinion = findOpinion(text);
  return html`${opinion === null ? nothing : nudge('eye', words.opinion(opinion))}
  ${asksQuestions(text) ? nudge('info', words.onlyListen) : nothing}`;
}

function nudge(sign: 'eye' | 'info', text: string): TemplateResult {
  return html`<p class="nudge">${icon(sign)}<span>${text}</span></p>`;
}

/** The first word of the first child's name; where none is known, "The child". */
function childName(view: FormView): string {
  const [first] = view.content.pupils;
  return first?.kind === 'listed' ? (first.pupil.name.split(' ')[0] ?? words.theChild) : words.theChild;
}

function insert(view: FormView, event: Event, starter: string): void {
  const card = (event.currentTarget as HTMLElement).closest('section');
  const area = card?.querySelector('textarea');
  if (!area) return;
  const started = startLine(area.value, area.selectionEnd, starter);
  // Through the element, so that the selection can be set before the next frame.
  area.value = started.text;
  view.change({ text: started.text });
  area.focus();
  area.setSelectionRange(started.from, started.to);
}

/** Where the engine cannot size a text field by its content, the screen does. */
export function growText(root: ParentNode): void {
  if (CSS.supports('field-sizing', 'content')) return;
  for (const area of root.querySelectorAll<HTMLTextAreaElement>('textarea.grows')) {
    area.style.setProperty('height', 'auto');
    area.style.setProperty('height', `${area.scrollHeight + 3}px`);
  }
}
