/** How the screen looks on this device. `auto` follows the device; a shared tablet stays light: the sun decides. */
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

const KEPT = 'heed-theme';

/** What was chosen on this device, or null. */
export function chosenTheme(): Theme | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'auto' || kept === 'light' || kept === 'dark' || kept === 'contrast' ? kept : null;
}

/** Chooses it for everyone on this device. It says nothing about anybody, so it may lie open. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme);
  document.documentElement.dataset['theme'] = theme;
}

/** Puts on what was chosen, else what suits. @param shared a tablet of several people, used outdoors */
export function applyTheme(shared: boolean): void {
  document.documentElement.dataset['theme'] = chosenTheme() ?? (shared ? 'light' : 'auto');
}
