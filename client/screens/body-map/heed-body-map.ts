import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MAX_MARKS, type DraftMark } from '../../../protocol/body-map';
import type { Place } from '../../../protocol/body-map/places';
import type { View } from '../../../protocol/body-map/views';
import { placeWords } from '../../../protocol/body-map/words';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { bodyMap as words } from '../../strings/body-map';
import type { FormView } from '../record/form-view';
import { markTapped, nudged, standingAt, standingOn, withMark, type Standing } from './edit-marks';
import { fromList } from './from-list';
import { groupOf, groups } from './groups';
import { markForm, type MarkedChild } from './mark-form';
import { markLine } from './mark-list';
import { pictures } from './pictures';

/** Arrow keys, as hundredths of the picture to the right and down. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** With Shift. */
const FAR = 5;

/**
 * The body map of a record, in the place of its form: pictures to tap on, and the list of marks, which does everything
 * without a pointer. Each change goes to the form at once, which keeps it like a keystroke.
 */
@customElement('heed-body-map')
export class HeedBodyMap extends LitElement {
  /** the form that the marks belong to */
  @property({ attribute: false }) view!: FormView;
  /** how a mark names a child of the form */
  @property({ attribute: false }) childKey!: (child: FormView['content']['pupils'][number]) => string;
  /** how the draft stands on the disk */
  @property({ attribute: false }) standing: TemplateResult | string = '';
  @state() private _shown: View = 'child-front';
  /** in the list, from 0; −1: none is open */
  @state() private _open = -1;
  @state() private _moving = false;
  @state() private _listing: View | null = null;
  @state() private _said = '';
  @state() private _removed: { mark: DraftMark; at: number } | null = null;
  private _focus = 'h1';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    scrollTo(0, 0);
    const [first] = this._marks;
    if (first) this._shown = first.view;
  }

  protected override updated(): void {
    const wanted = this._focus;
    this._focus = '';
    if (wanted !== '') this.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: wanted === 'h1' });
  }

  protected override render(): TemplateResult {
    const [only] = this._children.length === 1 ? this._children : [];
    return html`<button type="button" class="link back-link" @click=${this._done}>
        ${icon('arrow-left')}${words.back}
      </button>
      <h1 tabindex="-1">${words.title(only?.name ?? '')}</h1>
      <p class="hint">${words.hint}</p>
      <div class="body-map-parts">${this._renderPictures()} ${this._renderMarks()}</div>
      ${this._renderBar()}`;
  }

  private get _marks(): readonly DraftMark[] {
    return this.view.content.marks;
  }

  private get _children(): MarkedChild[] {
    return this.view.content.pupils
      .map((child) => ({
        key: this.childKey(child),
        name: child.kind === 'listed' ? child.pupil.name : child.description.trim(),
      }))
      .filter(({ key }) => key !== '');
  }

  private _renderPictures(): TemplateResult {
    const group = groupOf(this._shown);
    const count = (views: readonly View[]) => this._marks.filter(({ view }) => views.includes(view)).length;
    return html`<section class="card">
      <fieldset>
        <legend class="visually-hidden">${words.which}</legend>
        <div class="chips">
          ${groups.map(
            ({ name, views }) =>
              html`<button
                type="button"
                class="chip"
                aria-pressed=${group.name === name}
                @click=${() => (this._shown = views[0])}
              >
                ${words.withMarks(words.groups[name], count(views))}
              </button>`,
          )}
        </div>
      </fieldset>
      ${pictures({
        group,
        shown: this._shown,
        marks: this._marks,
        open: this._open,
        show: (view) => (this._shown = view),
        tapped: (view, place) => this._tapped(view, place),
      })}
      <p class="body-map-said" role="status">
        ${this._said}
        ${this._removed
          ? html`<button type="button" class="link" @click=${this._undo}>${words.undo}</button>`
          : nothing}
      </p>
      ${fromList({
        listing: this._listing,
        toggle: () => (this._listing = this._listing ? null : this._shown),
        choose: (view) => {
          this._listing = view;
          this._shown = view;
        },
        add: (view, part) => this._addTo(standingOn(view, part)),
      })}
    </section>`;
  }

  private _renderMarks(): TemplateResult {
    const mark = this._marks[this._open];
    return html`<div class="stack">
      ${mark
        ? markForm({
            mark,
            number: this._open + 1,
            children: this._children,
            moving: this._moving,
            change: (part) => this._change(part),
            choosePart: (part) => this._stand(standingOn(mark.view, part)),
            move: () => (this._moving = !this._moving),
            nudge: (event) => this._nudge(event, mark),
            remove: () => this._remove(mark),
          })
        : nothing}
      <section class="card">
        <h2>${words.marks}</h2>
        ${this._marks.length === 0
          ? html`<p class="hint">${words.none}</p>`
          : html`<ol class="mark-list">
              ${this._marks.map((one, at) => this._renderLine(one, at))}
            </ol>`}
      </section>
    </div>`;
  }

  private _renderLine(mark: DraftMark, at: number): TemplateResult {
    const children = this._children;
    const child = children.length > 1 ? (children.find(({ key }) => key === mark.child)?.name ?? '') : '';
    return html`<li>
      <button
        type="button"
        aria-current=${at === this._open ? 'true' : nothing}
        @click=${() => this._openMark(at)}
      >
        ${markLine(at + 1, mark, child)}
      </button>
    </li>`;
  }

  private _renderBar(): TemplateResult {
    return html`<div class="send-bar spans-aside">
      <div class="send-bar-inner">
        <div>${this.standing}</div>
        <button type="button" class="button primary main wide" @click=${this._done}>
          ${icon('check')}${words.done(this._marks.length)}
        </button>
      </div>
    </div>`;
  }

  private _tapped(view: View, place: Place): void {
    this._shown = view;
    const standing = standingAt(view, place);
    if (this._moving) {
      this._stand(standing);
      return;
    }
    const at = markTapped(this._marks, view, place);
    if (at >= 0) this._openMark(at);
    else this._addTo(standing);
  }

  private _addTo(standing: Standing | null): void {
    const marks = this._marks;
    if (!standing || marks.length >= MAX_MARKS) {
      this._say(standing ? words.full(MAX_MARKS) : words.beside);
      return;
    }
    const children = this._children;
    const child = children.length === 1 ? children[0]?.key : marks.at(-1)?.child;
    this.view.change({ marks: [...marks, { ...standing, ...(child === undefined ? {} : { child }) }] });
    this._openMark(marks.length);
    this._say(words.added(marks.length + 1, placeWords(standing.view, standing.part)));
  }

  private _openMark(at: number): void {
    this._open = at;
    this._moving = false;
    this._listing = null;
    this._removed = null;
    this._said = '';
    this._shown = this._marks[at]?.view ?? this._shown;
    this._focus = '#mark-title';
  }

  private _change(part: Partial<DraftMark>): void {
    this.view.change({ marks: withMark(this._marks, this._open, part) });
  }

  /** Moves the open mark. */
  private _stand(standing: Standing | null): void {
    if (!standing) {
      this._say(words.beside);
      return;
    }
    this._moving = false;
    this._change(standing);
    this._say(words.moved(this._open + 1, placeWords(standing.view, standing.part)));
  }

  private _nudge(event: KeyboardEvent, mark: DraftMark): void {
    const [right, down] = ARROWS[event.key] ?? [0, 0];
    if (right === 0 && down === 0) return;
    event.preventDefault();
    const far = event.shiftKey ? FAR : 1;
    const now = nudged(mark, right * far, down * far);
    this._change(now);
    if (now.part !== mark.part) this._say(words.moved(this._open + 1, placeWords(now.view, now.part)));
  }

  private _remove(mark: DraftMark): void {
    const at = this._open;
    this.view.change({ marks: this._marks.filter((_, place) => place !== at) });
    this._open = -1;
    this._moving = false;
    this._say(words.removed(at + 1, placeWords(mark.view, mark.part)));
    this._removed = { mark, at };
    this._focus = '.body-map-said button';
  }

  private readonly _undo = (): void => {
    if (!this._removed) return;
    const { mark, at } = this._removed;
    this.view.change({ marks: this._marks.toSpliced(at, 0, mark) });
    this._openMark(at);
  };

  private _say(text: string): void {
    this._removed = null;
    this._said = text;
    announce(text);
  }

  private readonly _done = (): void => {
    this.view.toggle('body-map');
    // The form stands again after the next frame.
    requestAnimationFrame(() => {
      const row = document.getElementById('body-map');
      row?.focus();
      row?.scrollIntoView({ block: 'center' });
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-body-map': HeedBodyMap;
  }
}
