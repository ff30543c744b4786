import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DeviceKind } from '../strings/device';
import { status, stepWords, type LadderKind, type LadderStep } from '../strings/status';
import { icon } from './heed-icon';
import type { IconName } from './icon-names';

const deviceIcons = { tablet: 'tablet', phone: 'smartphone', computer: 'laptop' } as const;
const icons: Record<LadderKind, IconName> = {
  draft: 'pencil-line',
  waiting: 'clock',
  'sign-in': 'lock',
  'needs-you': 'triangle-alert',
  update: 'refresh-cw',
  received: 'check',
  'being-checked': 'search',
  added: 'check-check',
  alerted: 'bell',
  opened: 'eye',
  'opened-by-named': 'eye',
  taken: 'user-check',
  closed: 'check-check',
};
const lineTones: Record<LadderKind, string> = {
  draft: 'warn',
  waiting: 'warn',
  'sign-in': 'warn',
  'needs-you': 'danger',
  update: 'warn',
  received: 'info',
  'being-checked': 'info',
  added: 'ok',
  alerted: 'info',
  opened: 'info',
  'opened-by-named': 'info',
  taken: 'ok',
  closed: 'plain',
};

/** True while the school has given no receipt for this step: then nothing may look done. */
export function unsent(kind: LadderKind): boolean {
  return ['draft', 'waiting', 'sign-in', 'needs-you', 'update'].includes(kind);
}

/**
 * What has happened to one concern: only the steps that it is given, in order, never the steps to come
 * (product.md, section 3). `line` shows the last one alone.
 */
@customElement('heed-status-ladder')
export class HeedStatusLadder extends LitElement {
  @property({ attribute: false }) steps: readonly LadderStep[] = [];
  @property() size: 'line' | 'full' = 'full';
  @property() device: DeviceKind = 'tablet';
  /** `line` only: replaces the second line, for example "Ref 9T3D, today, 12:20". */
  @property() meta = '';
  /** `full` only: the page's heading already says that nobody has been told. */
  @property({ type: Boolean, attribute: 'heading-says-it' }) headingSaysIt = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const last = this.steps.at(-1);
    if (last === undefined) return html`<p class="hint">${status.noSteps}</p>`;
    if (this.size === 'line') return this._renderLine(last);
    return html`<ol class="ladder">
      ${this.steps.map((step) => this._renderStep(step, step === last))}
    </ol>`;
  }

  private _renderLine(step: LadderStep): TemplateResult {
    const words = stepWords(step, this.device);
    const second = this.meta === '' ? words.note : this.meta;
    return html`<div class="ladder-line">
      <span class="round-icon ${lineTones[step.kind]}">${icon(icons[step.kind])}</span>
      <span
        ><strong>${words.title}</strong>${words.loud === null
          ? nothing
          : html`<span class="loud">${words.loud}</span>`}${second === null
          ? nothing
          : html`<span class="hint">${second}</span>`}</span
      >
    </div>`;
  }

  private _renderStep(step: LadderStep, isLast: boolean): TemplateResult {
    const words = stepWords(step, this.device);
    const loud = isLast && !this.headingSaysIt ? words.loud : null;
    return html`<li class=${isLast ? 'last' : ''} aria-current=${isLast ? 'step' : nothing}>
      <span class="round-icon ${this._tone(step, isLast)}">${icon(this._icon(step, isLast))}</span>
      <span class="said"
        ><span class="title">${words.title}</span>${loud === null
          ? nothing
          : html`<span class="loud">${loud}</span>`}${isLast && words.note !== null
          ? html`<span class="note">${words.note}</span>`
          : nothing}</span
      >
      ${words.title.includes(step.at) ? nothing : html`<time>${step.at}</time>`}
    </li>`;
  }

  private _tone(step: LadderStep, isLast: boolean): string {
    if (!isLast) return 'ok';
    return unsent(step.kind) ? lineTones[step.kind] : 'now';
  }

  private _icon(step: LadderStep, isLast: boolean): IconName {
    return step.kind === 'waiting' && !isLast ? deviceIcons[this.device] : icons[step.kind];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-status-ladder': HeedStatusLadder;
  }
}
