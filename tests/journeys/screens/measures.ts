import type { Page } from 'playwright-core';

/** Smallest side of what a finger has to hit, CSS px (ui.md, section 7). */
const LEAST = 44;

/**
 * What does not fit: a page that scrolls sideways, words that run out of their button, targets that a finger misses.
 * Links inside running text are left out. Each line names the thing and its size; none: all is well.
 */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(findMisfits, LEAST);
}

/** Runs in the page: nothing from outside may be named here. */
function findMisfits(least: number): string[] {
  const CONTROLS =
    'a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=tab], [role=menuitem]';
  const found: string[] = [];

  const everywhere = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) =>
      one.shadowRoot ? [one, ...everywhere(one.shadowRoot)] : [one],
    );
  const called = (one: Element) =>
    `<${one.localName} ${one.className || one.id}> “${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}”`;
  const isSeen = (one: Element) => {
    const box = one.getBoundingClientRect();
    const hidden = !one.checkVisibility({ visibilityProperty: true }) || box.bottom + scrollY <= 0;
    return !hidden && box.width > 1 && box.height > 1 && getComputedStyle(one).clipPath !== 'inset(50%)';
  };
  /** Ticks, options and files are hit by their label. */
  const target = (one: Element): Element =>
    one instanceof HTMLInputElement && /^(radio|checkbox|file)$/.test(one.type)
      ? (one.labels?.[0] ?? one)
      : one;
  const isInText = (one: Element) =>
    getComputedStyle(one).display === 'inline' &&
    (one.parentElement?.textContent.trim().length ?? 0) > one.textContent.trim().length;
  const scrollsInside = (one: Element) => {
    for (let at = one.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };

  /** Cut short on purpose, with "…", somewhere between the words and the button. */
  const isCut = (from: Element, button: Element) => {
    for (let at: Element | null = from; at && at !== button; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };
  /** Words beside their button, where the button does not hide them by itself. */
  const runsOut = (one: Element, box: DOMRect) => {
    if (!one.matches('button, a, label') || getComputedStyle(one).overflowX !== 'visible') return false;
    const words = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !isSeen(parent) || isCut(parent, one)) continue;
      range.selectNodeContents(text);
      const taken = range.getBoundingClientRect();
      if (taken.width > 0 && (taken.right > box.right + 1 || taken.left < box.left - 1)) return true;
    }
    return false;
  };

  const width = document.documentElement.clientWidth;
  const all = everywhere(document);
  if (document.documentElement.scrollWidth > width) {
    const wide = all.filter((one) => one.getBoundingClientRect().right > width + 1 && !scrollsInside(one));
    found.push(`scrolls sideways at ${width}: ${wide.slice(-3).map(called).join(' ')}`);
  }
  const targets = new Set(all.filter((one) => one.matches(CONTROLS)).map(target));
  for (const one of [...targets].filter((each) => isSeen(each) && !isInText(each))) {
    const box = one.getBoundingClientRect();
    if (Math.min(box.width, box.height) < least - 0.5) {
      found.push(`${called(one)} is ${box.width.toFixed(0)}×${box.height.toFixed(0)} at ${width}`);
    }
    if (runsOut(one, box)) found.push(`${called(one)} runs out of its box at ${width}`);
  }
  return found;
}
