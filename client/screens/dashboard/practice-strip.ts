import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/heed-notice';
import { unlockedContext } from '../../contexts/unlocked';
import { practice as words } from '../../strings/practice';
import type { Unlocked } from '../../unlock/unlocked';
import { listKept } from '../practice/kept';

/** What the unlocked person wrote while practising and has not decided on. No content: others may look on. */
@customElement('heed-practice-strip')
export class HeedPracticeStrip extends LitElement {
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @state() private _count = 0;
  private _readFor: string | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const authorKeyId = this._unlocked?.person.authorKeyId ?? null;
    if (authorKeyId === this._readFor) return;
    this._readFor = authorKeyId;
    this._count = 0;
    void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._count === 0) return nothing;
    return html`<heed-notice tone="warn" edged sign="pencil-line" .heading=${words.strip(this._count)}
      >${words.stripWhy}
      <a slot="actions" class="button" href="/record/practice">${words.look}</a></heed-notice
    >`;
  }

  private async _read(): Promise<void> {
    const unlocked = this._unlocked;
    if (!unlocked) return;
    // A vault that cannot be read now says so where it matters.
    const kept = await listKept(unlocked).catch(() => []);
    if (this._readFor === unlocked.person.authorKeyId) this._count = kept.length;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-practice-strip': HeedPracticeStrip;
  }
}
