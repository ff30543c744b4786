import { currentSession, watchSession } from '../contexts/session';
import { currentUnlocked, watchUnlocked } from '../contexts/unlocked';

/** A dialog that keeps what is half written in it when it has to end. */
interface Interruptible {
  interrupt?: () => unknown;
}

/** How each dialog that is open, or on its way, ends without the person. */
const ends = new Set<() => void>();
let here: string | null = null;

/**
 * Puts a dialog's element into the application and waits for its answer. The element stands inside the shell, so
 * that contexts reach it and its typed events bubble to it. It ends by itself when the person goes to another place, is
 * somebody else, or may read no longer what stands behind it.
 * @param load what holds the element
 * @param no the answer when it ends by itself
 * @param prepare sets its properties before it is first drawn
 */
export function ask<Tag extends keyof HTMLElementTagNameMap, Answer>(
  tag: Tag,
  { load, no }: { load: () => Promise<unknown>; no: Answer },
  prepare: (element: HTMLElementTagNameMap[Tag], answer: (value: Answer) => void) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let element: (HTMLElement & Interruptible) | null = null;
    const answer = (value: Answer) => {
      ends.delete(end);
      element?.remove();
      resolve(value);
    };
    const end = () => {
      element?.interrupt?.();
      answer(no);
    };
    ends.add(end);
    load()
      .then(() => {
        if (!ends.has(end)) return;
        const dialog = document.createElement(tag);
        element = dialog;
        prepare(dialog, answer);
        (document.querySelector('heed-app') ?? document.body).append(dialog);
      })
      .catch(reject);
  });
}

/** Ends every dialog: what is half written in it is kept where it can be, and nothing that it asks is done. */
export function endDialogs(): void {
  for (const end of [...ends]) end();
}

/** Nobody answers, or reads, what another person was asked. A first log-in, or unlocking, is of nobody else. */
function lookWho(): void {
  const who = currentUnlocked()?.person.staffId ?? currentSession().session?.staffId ?? null;
  if (here !== null && who !== here) endDialogs();
  here = who;
}

watchSession(lookWho);
watchUnlocked(lookWho);

/** Gives a part of a dialog the focus, once the dialog is open and its parts have drawn themselves. */
export function focusIn(dialog: HTMLElement, selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => dialog.querySelector<HTMLElement>(selector)?.focus()),
  );
}
