import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * A button that discloses a panel (APG disclosure): Escape, a press beside it and the focus that goes elsewhere shut it.
 * Its host must be the element that holds both.
 */
export class Disclosure implements ReactiveController {
  open = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #opener: string;

  /** @param opener selector of the button, within the host */
  constructor(host: ReactiveControllerHost & HTMLElement, opener: string) {
    this.#host = host;
    this.#opener = opener;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
    this.#host.addEventListener('focusout', this.#onFocusOut);
    document.addEventListener('pointerdown', this.#onPointer);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
    this.#host.removeEventListener('focusout', this.#onFocusOut);
    document.removeEventListener('pointerdown', this.#onPointer);
  }

  readonly toggle = (): void => this.#set(!this.open);

  /** Shuts it, with the focus on its button. */
  shut(): void {
    this.#set(false);
    this.#host.querySelector<HTMLElement>(this.#opener)?.focus();
  }

  #set(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    this.#host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    // Only this panel closes; the shell reads a second Escape as Cover.
    event.stopPropagation();
    this.shut();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.#host.contains(event.relatedTarget)) this.#set(false);
  };

  readonly #onPointer = (event: PointerEvent): void => {
    if (event.target instanceof Node && !this.#host.contains(event.target)) this.#set(false);
  };
}
