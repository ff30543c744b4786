import { LitElement } from 'lit';

/** Elements of this app draw into the page itself: labels, autofill and the shared style sheets meet them there. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Gives the first field with this id, or the heading, the focus once it is drawn. */
  protected async _focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
