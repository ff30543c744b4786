/** How the screen looks on this device. `auto` follows the device; a shared tablet stays light: the sun decides. */
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

const KEPT = 'heed-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

/** What suits this device where nobody has chosen. */
let suits: Theme = 'auto';

/** What was chosen on this device, else what suits it. */
export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === 'auto' || kept === 'light' || kept === 'dark' || kept === 'contrast' ? kept : suits;
}

/** Chooses it for everyone on this device. It says nothing about anybody, so it may lie open. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme);
  putOn();
}

/**
 * Puts on what was chosen, else what suits, and follows the device from then on.
 * @param shared a tablet of several people, used outdoors
 */
export function applyTheme(shared: boolean): void {
  suits = shared ? 'light' : 'auto';
  putOn();
  for (const wish of [dark, contrast]) wish.onchange = putOn;
}

/** The styles know three looks, each said once (client/styles/themes.css): which one it is, is decided here. */
function putOn(): void {
  document.documentElement.dataset['theme'] = lookOf(chosenTheme(), dark.matches, contrast.matches);
}

/** Whoever asks their device for more contrast gets it, except in the dark that somebody chose. */
export function lookOf(
  theme: Theme,
  wantsDark: boolean,
  wantsContrast: boolean,
): 'light' | 'dark' | 'contrast' {
  if (theme === 'dark') return 'dark';
  if (wantsContrast) return 'contrast';
  return theme === 'auto' ? (wantsDark ? 'dark' : 'light') : theme;
}
