import { html, type TemplateResult } from 'lit';
import { announce } from '../components/heed-live-region';
import '../components/heed-empty';
import type { Place, RouteParams } from '../router';
import { guardLeaving } from '../router';
import { saveOpenDrafts } from '../sealing/open-drafts';
import { shell as words } from '../strings/shell';
import { applyUpdate } from '../sw-bridge';

/** What a screen may be given; screens without `:name` parts have no use for it. */
export interface Screen extends HTMLElement {
  params?: RouteParams;
  /** where to go on after a log-in */
  next?: string | null;
  updateComplete?: Promise<unknown>;
}

/** The one screen that is shown, and what happens to focus and title when it changes. */
export class ScreenHolder {
  /** A template when the screen itself could not be loaded. */
  element: Screen | TemplateResult | null = null;
  private _tag = '';
  private _moveFocus = false;
  /** the focus stood on something that falls from the screen */
  private _focusFalls = false;
  private _asked = 0;

  /** The next screen was chosen by the person: it gets the focus. */
  comesByLink(): void {
    this._moveFocus = true;
  }

  /** Takes the screen away: nothing of it stays in the document. */
  clear(): void {
    if (this.element instanceof HTMLElement)
      this._focusFalls ||= this.element.contains(document.activeElement);
    this.element = null;
    this._tag = '';
  }

  /** Loads and shows the screen of a place; the same screen only gets the new parameters. */
  async show(place: Place, redraw: () => void): Promise<void> {
    const { route, params, next } = place;
    const asked = ++this._asked;
    if (this._tag === route.tag && this.element instanceof HTMLElement) {
      Object.assign(this.element, { params, next });
      return;
    }
    try {
      await route.load();
    } catch {
      if (asked === this._asked) this.element = this.message(words.screenMissing, () => void loadAgain());
      redraw();
      return;
    }
    // Somebody went on while it was loading.
    if (asked !== this._asked) return;
    guardLeaving(null);
    this._tag = route.tag;
    this.element = Object.assign(document.createElement(route.tag) as Screen, { params, next });
    document.title = words.windowTitle(route.title);
    redraw();
    await this._settle(this.element, route.title);
  }

  /** A page that only says something and offers to try again. */
  message(text: string, retry: () => void): TemplateResult {
    return html`<main class="page" id="main">
      <heed-empty sign="cloud-off" .text=${text}
        ><button type="button" class="button" @click=${retry}>${words.tryAgain}</button></heed-empty
      >
    </main>`;
  }

  /** What was recorded is about to fall from the screen: whoever stood in it goes on at its heading. */
  async fall(): Promise<void> {
    this._focusFalls ||= hasFocus();
    if (!(this.element instanceof HTMLElement)) return;
    await this.element.updateComplete;
    await new Promise(requestAnimationFrame);
    this._catchFocus();
  }

  /** The heading, where there is one: what stands below it has changed. */
  focusHeading(): void {
    const heading = document.querySelector<HTMLElement>('.screen h1');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    } else this.focusMain();
  }

  focusMain(): void {
    const main = document.querySelector<HTMLElement>('.screen main');
    if (!main) return;
    main.tabIndex = -1;
    main.focus();
  }

  /** After a link the heading has the focus and is said; on the first page the person starts at the top. */
  private async _settle(element: Screen, title: string): Promise<void> {
    const moveFocus = this._moveFocus;
    this._moveFocus = false;
    await element.updateComplete;
    // The skip link leads there.
    const main = element.querySelector('main');
    if (main && main.id === '') main.id = 'main';
    if (!moveFocus) {
      this._catchFocus();
      return;
    }
    this._focusFalls = false;
    scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
    if (element.contains(document.activeElement)) return;
    this.focusHeading();
    announce(title);
  }

  /** A screen that is built anew catches it too. */
  private _catchFocus(): void {
    if (!this._focusFalls || !(this.element instanceof HTMLElement)) return;
    this._focusFalls = false;
    if (!hasFocus()) this.focusHeading();
  }
}

/** Something has it, and not the page as a whole. */
function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** An older Heed may have asked for a part that the school has replaced: the new Heed, where it waits, has it. */
async function loadAgain(): Promise<void> {
  if ((await applyUpdate(saveOpenDrafts)) === 'no-update') location.reload();
}
