/**
 * How the screen looks. This file is also the whole of `first-look.js`, which runs before the first paint
 * (tools/first-look.ts): it imports nothing.
 */

/** `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';
/** How large everything written is: the root of all sizes. */
export type TextSize = 'standard' | 'larger' | 'largest';

/** Where this device keeps what was chosen, for example "dark larger". It says nothing about anybody, so it may lie open. */
export const KEPT = 'heed-theme';

/** Puts a look on; without one, what this device keeps. The styles know three looks and two larger sizes, each said once. */
export function putOn(look = localStorage.getItem(KEPT)): void {
  const [theme = '', text = ''] = (look ?? 'auto').split(' ');
  const wants = (what: string) => matchMedia(`(prefers-${what})`).matches;
  const shown = lookOf(theme, wants('color-scheme: dark'), wants('contrast: more'));
  Object.assign(document.documentElement.dataset, { theme: shown, text });
}

/** Whoever asks their device for more contrast gets it, except in the dark that somebody chose. */
export function lookOf(
  theme: string,
  wantsDark: boolean,
  wantsContrast: boolean,
): 'light' | 'dark' | 'contrast' {
  if (theme === 'dark') return 'dark';
  if (wantsContrast || theme === 'contrast') return 'contrast';
  return theme === 'auto' && wantsDark ? 'dark' : 'light';
}
