import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { SilentTablet } from '../../../protocol/device-list';
import '../../components/heed-notice';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { silentTablets as words } from '../../strings/dashboard';
import { dayAndTime } from '../../strings/times';

/** Shared tablets that nobody has heard of today, for the leads. All heard of: nothing shows. */
@customElement('heed-silent-tablets')
export class HeedSilentTablets extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _tablets: readonly SilentTablet[] = [];
  private _readFor = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._readFor = '';
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const session = this._session?.session;
    const lead = session?.may.includes('tablet.miss') ? session.staffId : '';
    if (lead === this._readFor) return;
    this._readFor = lead;
    this._tablets = [];
    if (lead !== '') void this._read(lead);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._tablets.length === 0) return nothing;
    return html`<heed-notice
      tone="warn"
      edged
      sign="tablet-smartphone"
      .heading=${words.title(this._tablets.length)}
      >${this._tablets.map((tablet) => html`<p>${sentence(tablet)}</p>`)}
      <p>${words.what}</p></heed-notice
    >`;
  }

  private async _read(lead: string): Promise<void> {
    try {
      const { tablets } = await call('listSilentTablets');
      if (this._readFor === lead) this._tablets = tablets;
    } catch {
      // Home says what it knows; the list of devices says when it could not be loaded.
    }
  }
}

function sentence({ name, seenAt, waiting }: SilentTablet): string {
  const when = seenAt === null ? '' : dayAndTime(Date.parse(seenAt), Date.now());
  return words.tablet(name, when, waiting);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-silent-tablets': HeedSilentTablets;
  }
}
