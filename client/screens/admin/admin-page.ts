import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Session } from '../../../protocol/accounts';
import type { AdministrationRight } from '../../../protocol/administration';
import { bottomNav, sideNav, type DeskPlace } from '../../components/desk-nav';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { sessionContext, type SessionState } from '../../contexts/session';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { adminFrame as words } from '../../strings/admin/frame';
import { adminGate, type AdminGate } from './admin-gate';
import { missingStep } from './missing-step';

/** What one page of the administration shows inside the frame. */
export interface PageParts {
  readonly title: string;
  readonly intro?: unknown;
  /** Where the page above is; without it, the administration's home. */
  readonly back?: { readonly href: string; readonly title: string };
  /** Buttons beside the title. */
  readonly actions?: unknown;
  readonly content: TemplateResult;
  /** A bar that stays at the bottom, for changes that are not saved yet. */
  readonly bar?: unknown;
}

/**
 * Frame of every page of the administration: it opens while elevated with the named right, loads what the page shows,
 * drops it when full access ends, and has one loading, one error and one offline state.
 */
export abstract class AdminPage<Loaded> extends LitElement {
  /** null: open to every administrator and lead */
  protected abstract readonly right: AdministrationRight | null;
  /** where the navigation says that one is */
  protected readonly place: DeskPlace['current'] = '/admin';
  @consume({ context: sessionContext, subscribe: true })
  @state()
  protected session: SessionState | undefined;
  @state() private _loaded: Loaded | null = null;
  @state() private _fault: CallFault | null = null;
  private _asked = 0;
  private _open = false;

  /** Asks the school for what the page shows. @throws CallFault */
  protected abstract load(): Promise<Loaded>;
  protected abstract page(loaded: Loaded): PageParts;

  /** Loads again, after something was saved; what is shown stays until the answer is here. */
  protected async reload(): Promise<void> {
    const asked = (this._asked += 1);
    try {
      const loaded = await this.load();
      if (asked !== this._asked) return;
      [this._loaded, this._fault] = [loaded, null];
    } catch (thrown) {
      if (asked === this._asked) this._fault = asCallFault(thrown);
    }
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const open = this._gate === 'show';
    if (open === this._open) return;
    this._open = open;
    if (open) void this.reload();
    else this.drop();
  }

  protected override render(): TemplateResult {
    const session = this.session?.session;
    const desk = {
      current: this.place,
      toRead: null,
      due: null,
      administrator: session?.administrator ?? false,
    } as const;
    const parts = this._loaded === null || !this._open ? null : this.page(this._loaded);
    return html`<main id="main" class="desk admin-desk ${parts?.bar ? 'with-tray' : ''}">
      ${sideNav(desk, null)}
      <div class="admin-page">${parts ? this._renderPage(parts) : this._renderWithout()}</div>
      ${parts?.bar ?? nothing} ${bottomNav(desk)}
    </main>`;
  }

  private get _gate() {
    const session = this.session?.session;
    return session ? this.gate(session) : 'hidden';
  }

  /** What this person meets here. */
  protected gate(session: Session): AdminGate {
    return adminGate(session, this.right);
  }

  /** Forgets what was loaded, once full access has ended; a page that holds more than that forgets it too. */
  protected drop(): void {
    this._asked += 1;
    this._loaded = null;
    this._fault = null;
  }

  private _renderPage({ title, intro, actions, content, back }: PageParts): TemplateResult {
    const home = location.pathname === '/admin';
    return html`${home
        ? nothing
        : html`<a class="back-link" href=${back?.href ?? '/admin'}
            >${icon('arrow-left')}${back?.title ?? words.back}</a
          >`}
      <div class="page-head">
        <div>
          <h1>${title}</h1>
          ${intro ? html`<p class="hint">${intro}</p>` : nothing}
        </div>
        ${actions ? html`<div class="page-actions">${actions}</div>` : nothing}
      </div>
      ${this._fault ? this._renderFault(this._fault) : nothing} ${content}`;
  }

  private _renderWithout(): TemplateResult {
    const gate = this._gate;
    if (gate !== 'show') return missingStep(gate);
    if (this._fault) return this._renderFault(this._fault);
    return html`<p class="hint late" role="status">${words.loading}</p>`;
  }

  private _renderFault(fault: CallFault): TemplateResult {
    const text = fault.code === 'unreachable' ? words.offline : fault.title;
    return html`<heed-notice tone="danger" role="alert"
      >${text}
      <button slot="actions" type="button" class="button small" @click=${() => void this.reload()}>
        ${words.tryAgain}
      </button></heed-notice
    >`;
  }
}
