import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { plainText, type Walk, type WalkStep } from '../../../protocol/help-sheets';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { watch as words } from '../../strings/help';
import { showSpans } from './blocks';
import './heed-address-row';
import './heed-help-picture';

/** Long enough to find one's way in a new picture, and to read its words at 150 words in a minute; milliseconds. */
const LOOKING = 2500;
const PER_LETTER = 65;

/** One walk-through: its pictures one after another, forwards and back or by themselves, and all of it as text. */
@customElement('heed-help-watch')
export class HeedHelpWatch extends LitElement {
  @property({ attribute: false }) walk: Walk | null = null;
  @state() private _at = 0;
  @state() private _plays = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this._onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this._onKey);
    this._pause();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('walk')) return;
    this._pause();
    this._at = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { walk } = this;
    const step = walk?.steps[this._at];
    if (!walk || !step) return nothing;
    return html`<main id="main" class="page help">
      <p class="no-print"><a class="link-line" href="/help">${icon('arrow-left')}${words.back}</a></p>
      <article class="card help-sheet">
        <h1>${walk.title}</h1>
        <p class="help-summary">${walk.summary}</p>
        <p class="meta">${words.for[walk.for]}</p>
        <heed-address-row path=${`/help/watch/${walk.id}`}></heed-address-row>
        ${this._renderPlayer(walk, step)}
        <h2>${words.allSteps}</h2>
        <ol class="help-list watch-steps">
          ${walk.steps.map(
            ({ spans }, at) =>
              html`<li aria-current=${at === this._at ? 'step' : 'false'}>
                <div>
                  <span>${showSpans(spans)}</span>
                  <button
                    type="button"
                    class="button quiet small no-print"
                    aria-label=${words.showStep(at + 1)}
                    @click=${() => this._show(at)}
                  >
                    ${icon('eye')}${words.show}
                  </button>
                </div>
              </li>`,
          )}
        </ol>
      </article>
    </main>`;
  }

  private _renderPlayer({ steps }: Walk, { picture, spans }: WalkStep): TemplateResult {
    const last = this._at === steps.length - 1;
    return html`<section class="watch no-print" aria-label=${words.player}>
      <heed-help-picture .picture=${picture}></heed-help-picture>
      <p class="watch-caption">${showSpans(spans)}</p>
      <div class="watch-bar">
        <span class="meta">${words.place(this._at + 1, steps.length)}</span>
        <button type="button" class="button small" ?disabled=${this._at === 0} @click=${() => this._step(-1)}>
          ${icon('chevron-left')}${words.before}
        </button>
        <button type="button" class="button small" @click=${this._playOrPause}>
          ${icon(this._plays ? 'pause' : 'play')}${this._plays
            ? words.pause
            : last
              ? words.again
              : words.play}
        </button>
        <button type="button" class="button small primary" ?disabled=${last} @click=${() => this._step(1)}>
          ${words.next}${icon('chevron-right')}
        </button>
      </div>
    </section>`;
  }

  /** A step that somebody asked for; what plays by itself stops. */
  private _step(by: 1 | -1): void {
    const at = this._at + by;
    if (at < 0 || at >= (this.walk?.steps.length ?? 0)) return;
    this._pause();
    this._at = at;
    this._say();
  }

  /** A step out of the list below. */
  private _show(at: number): void {
    this._pause();
    this._at = at;
    this._say();
    this._bringUp();
  }

  /** The picture is seen together with its words and buttons. */
  private _bringUp(): void {
    this.querySelector('.watch')?.scrollIntoView({ block: 'nearest' });
  }

  private readonly _playOrPause = (): void => {
    if (this._plays) {
      this._pause();
      return;
    }
    if (this._at === (this.walk?.steps.length ?? 0) - 1) this._at = 0;
    this._plays = true;
    this._say();
    this._bringUp();
    this._wait();
  };

  /** Until the next step, or to the end. */
  private _wait(): void {
    const steps = this.walk?.steps ?? [];
    const letters = plainText(steps[this._at]?.spans ?? []).length;
    this.#timer = setTimeout(
      () => {
        this._at += 1;
        this._say();
        if (this._at < steps.length - 1) this._wait();
        else this._plays = false;
      },
      LOOKING + letters * PER_LETTER,
    );
  }

  private _pause(): void {
    clearTimeout(this.#timer);
    this._plays = false;
  }

  private _say(): void {
    const steps = this.walk?.steps ?? [];
    announce(`${words.place(this._at + 1, steps.length)}. ${plainText(steps[this._at]?.spans ?? [])}`);
  }

  /** Arrows turn the pages, unless somebody moves in something of their own with them. */
  private readonly _onKey = (event: KeyboardEvent): void => {
    const busy = event.target instanceof Element && event.target.closest('input, select, textarea, dialog');
    if (busy || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowRight') this._step(1);
    if (event.key === 'ArrowLeft') this._step(-1);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-watch': HeedHelpWatch;
  }
}
