import type { Page } from 'puppeteer-core';

const EVERY_MS = 100;
const AT_MOST_MS = 60_000;

/**
 * Somebody in front of Firefox: finds things by their words, and uses mouse and keyboard. The product's policy lets no
 * text become code, so puppeteer's own locators, which do that, find nothing here.
 */
export class Person {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses what has exactly these words, else the first that has them among others. @param kind CSS selector */
  async press(kind: string, words: string): Promise<void> {
    const { x, y } = await this.#soon(`${kind} "${words}"`, () => this.#placeOf(kind, words));
    await this.#page.mouse.click(x, y);
  }

  /** Types into the field with this label, in place of what is there. */
  async fill(label: string, text: string): Promise<void> {
    // A screen that is drawn anew after the press has lost it: then it is pressed again.
    await this.#soon(`the focus on "${label}"`, async () => {
      await this.press('label', label);
      return this.#hasFocus(label);
    });
    await this.#page.keyboard.type(text);
  }

  /** Waits until these words stand on the page. */
  async reads(words: string): Promise<void> {
    await this.#soon(`"${words}"`, () =>
      this.#page.evaluate((wanted) => document.body.innerText.includes(wanted), words),
    );
  }

  /** Waits until the page is somewhere else than below this path. */
  async leaves(path: string): Promise<void> {
    await this.#soon(`the way on from ${path}`, () =>
      this.#page.evaluate((left) => !location.pathname.startsWith(left), path),
    );
  }

  async #hasFocus(label: string): Promise<boolean> {
    return this.#page.evaluate((wanted) => {
      const labels = (document.activeElement as HTMLInputElement | null)?.labels ?? [];
      return [...labels].some((one) => one.innerText.includes(wanted));
    }, label);
  }

  /** The middle of it, once it stands still. */
  async #placeOf(kind: string, words: string): Promise<{ x: number; y: number } | null> {
    const [before, after] = [await this.#look(kind, words), await this.#look(kind, words)];
    return before && after && before.x === after.x && before.y === after.y ? after : null;
  }

  async #look(kind: string, words: string): Promise<{ x: number; y: number } | null> {
    return this.#page.evaluate(
      (selector, wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
          (one) => one.getClientRects().length > 0 && !one.matches(':disabled'),
        );
        const said = all.map((one) => one.innerText.replace(/\s+/g, ' ').trim());
        const exact = said.indexOf(wanted);
        const found = all[exact >= 0 ? exact : said.findIndex((one) => one.includes(wanted))];
        if (!found) return null;
        found.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = found.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      },
      kind,
      words,
    );
  }

  async #soon<T>(what: string, look: () => Promise<T>): Promise<NonNullable<T>> {
    for (let waited = 0; waited < AT_MOST_MS; waited += EVERY_MS) {
      // A page that is just being left answers nothing.
      const found = await look().catch(() => null);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    const shown = await this.#page.evaluate(() => `${location.pathname}\n${document.body.innerText}`);
    throw new Error(`never came: ${what}; on the page: ${shown}`);
  }
}
