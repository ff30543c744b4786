const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

/** A phone of one's own looks as its owner has set it; the three looks are those of client/styles/themes.css. */
export function followTheme(): void {
  const putOn = (): void => {
    document.documentElement.dataset['theme'] = contrast.matches
      ? 'contrast'
      : dark.matches
        ? 'dark'
        : 'light';
  };
  dark.addEventListener('change', putOn);
  contrast.addEventListener('change', putOn);
  putOn();
}
