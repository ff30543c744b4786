/** What a key does here. */
export type Shortcut = 'next' | 'previous' | 'read' | 'take' | 'act' | 'search' | 'list';

const KEPT = 'heed-shortcuts';

const letters: Readonly<Record<string, Shortcut>> = {
  j: 'next',
  k: 'previous',
  e: 'read',
  t: 'take',
  a: 'act',
  '/': 'search',
  '?': 'list',
};
const arrows: Readonly<Record<string, Shortcut>> = { ArrowDown: 'next', ArrowUp: 'previous' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The shortcut of a key, or null. Single letters can be turned off (WCAG 2.1.4) and never work while somebody
 * types; arrows work only within the list, since elsewhere they scroll.
 */
export function shortcutOf(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  where: { typing: boolean; inList: boolean; lettersOn: boolean },
): Shortcut | null {
  if (where.typing || ctrlKey || metaKey || altKey) return null;
  if (where.inList && key in arrows) return arrows[key] ?? null;
  return where.lettersOn ? (letters[key] ?? null) : null;
}

/**
 * The shortcut of a key that was pressed while this screen stands, or null: under a dialog or a cover nothing is one.
 * @param row selector of what the arrows step through
 */
export function pressedIn(screen: Element, event: KeyboardEvent, row: string): Shortcut | null {
  const covered = screen.closest('[inert]') ?? document.querySelector('heed-dialog[open]');
  if (event.defaultPrevented || covered) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return shortcutOf(event, {
    typing: target?.matches('input:not([type=checkbox]), textarea, select, [contenteditable]') ?? false,
    inList: (target?.closest(row) ?? null) !== null,
    lettersOn: areLettersOn(),
  });
}

/** Whether single letters are shortcuts on this device. */
export function areLettersOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off';
}

/** Turns them on or off for everyone on this device. */
export function turnLetters(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
}
