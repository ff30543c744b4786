import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ShownMark } from '../../../protocol/body-map';
import { views, type View } from '../../../protocol/body-map/views';
import { viewWords } from '../../../protocol/body-map/words';
import { bodyMap as words } from '../../strings/body-map';
import { figure } from './figure';
import { markLine } from './mark-list';

/** The marks of a concern as somebody who may read it sees them: a small picture of each view, and all in words. */
@customElement('heed-shown-marks')
export class HeedShownMarks extends LitElement {
  @property({ attribute: false }) marks: readonly ShownMark[] = [];
  /** what the concern's pupils are called here, in its order; empty where there is one only */
  @property({ attribute: false }) names: readonly string[] = [];
  @state() private _large = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const marked = views.filter((view) => this.marks.some((mark) => mark.view === view));
    return html`<h3 class="h2">${words.seen}</h3>
      <button
        type="button"
        class="shown-pictures ${this._large ? 'large' : ''}"
        aria-expanded=${this._large}
        @click=${() => (this._large = !this._large)}
      >
        ${marked.map((view) => this._renderPicture(view))}
        <span class="link-words">${this._large ? words.small : words.large}</span>
      </button>
      <ol class="mark-list">
        ${this.marks.map((mark, at) => html`<li>${markLine(at + 1, mark, this._nameOf(mark))}</li>`)}
      </ol>
      <p class="meta">${words.asDrawn}</p>`;
  }

  private _renderPicture(view: View): TemplateResult {
    const drawn = this.marks
      .map(({ x, y, view: on }, at) => ({ x, y, on, number: at + 1, open: false }))
      .filter(({ on }) => on === view);
    return html`<span class="picture"
      >${figure(view, drawn, { plain: !this._large })}<span class="meta">${viewWords[view]}</span></span
    >`;
  }

  private _nameOf({ pupil }: ShownMark): string {
    return pupil === undefined ? '' : (this.names[pupil] ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-shown-marks': HeedShownMarks;
  }
}
