import { html, type TemplateResult } from 'lit';
import type { DraftMark } from '../../../protocol/body-map';
import type { Place } from '../../../protocol/body-map/places';
import type { View } from '../../../protocol/body-map/views';
import { viewWords } from '../../../protocol/body-map/words';
import { bodyMap as words } from '../../strings/body-map';
import { figure } from './figure';
import type { Group } from './groups';

/** What the two pictures of a group are drawn from. */
export interface PicturesView {
  group: Group;
  /** the one that a narrow screen shows */
  shown: View;
  marks: readonly DraftMark[];
  open: number;
  show: (view: View) => void;
  tapped: (view: View, place: Place) => void;
}

/** Two pictures side by side; a narrow screen has one of them and a switch. */
export function pictures(view: PicturesView): TemplateResult {
  return html`<div class="segments picture-switch">${view.group.views.map((one) => segment(view, one))}</div>
    <div class="pictures">
      ${view.group.views.map(
        (one) =>
          html`<div class="picture ${one === view.shown ? 'shown' : ''}">
            <p class="picture-name" aria-hidden="true">${viewWords[one]}</p>
            ${figure(one, drawn(view, one), { tapped: (place) => view.tapped(one, place) })}
          </div>`,
      )}
    </div>`;
}

function segment({ shown, marks, show }: PicturesView, one: View): TemplateResult {
  const count = marks.filter((mark) => mark.view === one).length;
  return html`<button type="button" class="segment" aria-pressed=${one === shown} @click=${() => show(one)}>
    ${words.withMarks(viewWords[one], count)}
  </button>`;
}

function drawn({ marks, open }: PicturesView, view: View) {
  return marks
    .map((mark, at) => ({ ...mark, number: at + 1, open: at === open }))
    .filter((mark) => mark.view === view);
}
