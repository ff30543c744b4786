import { KEPT, putOn, type TextSize, type Theme } from './look';

/** What somebody chose for their screen. */
export interface Look {
  theme: Theme;
  text: TextSize;
}

export const themes: readonly Theme[] = ['auto', 'light', 'dark', 'contrast'];
export const textSizes: readonly TextSize[] = ['standard', 'larger', 'largest'];

/** What a tablet of several people keeps while nobody is unlocked: light, for the sun decides. */
const NOBODYS = 'light standard shared';

const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((wish) => matchMedia(wish));

/** Where the choice of whoever is here is kept. */
let place = KEPT;
let isShared = false;
let followed = '';

/** What whoever is here chose, else what suits the device. */
export function chosenLook(): Look {
  const [theme, text] = (localStorage.getItem(place) ?? '').split(' ');
  return {
    theme: themes.find((one) => one === theme) ?? (isShared ? 'light' : 'auto'),
    text: textSizes.find((one) => one === text) ?? 'standard',
  };
}

/** Chooses it: on a tablet of several people for whoever is unlocked, on any other device for the device. */
export function chooseLook({ theme, text }: Look): void {
  localStorage.setItem(place, `${theme} ${text}`);
  wear();
}

/**
 * Puts on what whoever is here chose, and follows the device from then on. Call it whenever either may have changed.
 * @param shared a tablet of several people, used outdoors
 * @param person staff id of whoever is unlocked or has logged in here; null: nobody
 */
export function followLook(shared: boolean, person: string | null): void {
  const now = `${String(shared)} ${person ?? ''}`;
  if (now === followed) return;
  followed = now;
  isShared = shared;
  place = shared && person !== null ? `${KEPT}-${person}` : KEPT;
  if (shared) localStorage.setItem(KEPT, NOBODYS);
  else if (localStorage.getItem(KEPT) === NOBODYS) localStorage.removeItem(KEPT);
  for (const wish of wishes) wish.onchange = wear;
  wear();
}

function wear(): void {
  const { theme, text } = chosenLook();
  putOn(`${theme} ${text}`);
}
