/**
 * Puts a dialog's element into the application and waits for its answer. The element stands inside the shell, so
 * that contexts reach it and its typed events bubble to it.
 * @param prepare sets its properties before it is first drawn
 */
export function ask<Tag extends keyof HTMLElementTagNameMap, Answer>(
  tag: Tag,
  prepare: (element: HTMLElementTagNameMap[Tag], answer: (value: Answer) => void) => void,
): Promise<Answer> {
  const element = document.createElement(tag);
  return new Promise((resolve) => {
    prepare(element, (value) => {
      element.remove();
      resolve(value);
    });
    (document.querySelector('heed-app') ?? document.body).append(element);
  });
}

/** Gives a part of a dialog the focus, once the dialog is open and its parts have drawn themselves. */
export function focusIn(dialog: HTMLElement, selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => dialog.querySelector<HTMLElement>(selector)?.focus()),
  );
}
