import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RulePreview, RuleSentence } from '../../../../protocol/automatic-alerts';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { automatic } from '../../../strings/admin/automatic-alerts';

const words = automatic.preview;
/** Choosing goes on this long before the school is asked to count, ms. */
const SETTLE_MS = 300;

/** What the rule that is being written would have sent lately: numbers for each person, nothing of any concern. */
@customElement('heed-rule-preview')
export class HeedRulePreview extends LitElement {
  @property({ attribute: false }) rule: RuleSentence | null = null;
  @state() private _counted: RulePreview | null = null;
  @state() private _fault = '';
  private _asked = 0;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _of = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this._timer);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const of = JSON.stringify(this.rule);
    if (of === this._of) return;
    this._of = of;
    this._asked += 1;
    clearTimeout(this._timer);
    if (this.rule) this._timer = setTimeout(() => void this._count(), SETTLE_MS);
  }

  protected override render(): TemplateResult {
    return html`<section class="card stack" aria-live="polite">
      <h2>${words.title}</h2>
      ${this._renderCounted()}
    </section>`;
  }

  private _renderCounted(): TemplateResult {
    if (!this.rule) return html`<p class="hint">${automatic.incomplete}</p>`;
    if (this._fault !== '') return html`<p class="hint">${this._fault}</p>`;
    if (!this._counted) return html`<p class="hint">${words.counting}</p>`;
    const { alerts, people } = this._counted;
    const out = people.filter(({ leftOut }) => leftOut > 0);
    return html`<p class="pane-title">${words.sent(alerts)}</p>
      <ul class="told-list">
        ${people.map(
          (one) =>
            html`<li>
              <span class="grow"
                >${one.name}<small class="meta">${one.groups.join(', ') || words.named}</small></span
              ><span class="figures">${one.alerts}</span>
            </li>`,
        )}
      </ul>
      ${out.map(({ name, leftOut }) => html`<p class="hint">${words.leftOut(name, leftOut)}</p>`)}`;
  }

  private async _count(): Promise<void> {
    if (!this.rule) return;
    const asked = this._asked;
    try {
      const counted = await call('previewAutomaticAlert', { body: this.rule });
      if (asked === this._asked) [this._counted, this._fault] = [counted, ''];
    } catch (thrown) {
      if (asked === this._asked) this._fault = asCallFault(thrown).title;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-rule-preview': HeedRulePreview;
  }
}
