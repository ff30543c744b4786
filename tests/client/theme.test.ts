import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyTheme, chooseTheme, chosenTheme, lookOf } from '../../client/shell/theme';
import themes from '../../client/styles/themes.css?raw';
import '../../client/styles/index.css';

const root = document.documentElement;

beforeEach(() => localStorage.removeItem('heed-theme'));
afterEach(() => {
  localStorage.removeItem('heed-theme');
  delete root.dataset['theme'];
});

test('a device of one’s own follows its setting, a shared tablet stays light', () => {
  expect(lookOf('auto', true, false)).toBe('dark');
  expect(lookOf('auto', false, false)).toBe('light');
  expect(lookOf('light', true, false)).toBe('light');
  applyTheme(true);
  expect([chosenTheme(), root.dataset['theme']]).toEqual(['light', 'light']);
  applyTheme(false);
  expect(chosenTheme()).toBe('auto');
});

test('whoever asks their device for more contrast gets it, except in the dark that somebody chose', () => {
  expect(['auto', 'light', 'contrast', 'dark'].map((theme) => lookOf(theme as 'auto', true, true))).toEqual([
    'contrast',
    'contrast',
    'contrast',
    'dark',
  ]);
});

test('what was chosen stays chosen, and is what the screen shows', () => {
  applyTheme(true);
  const canvas = () => getComputedStyle(root).getPropertyValue('--canvas').trim();
  const light = canvas();
  chooseTheme('dark');
  expect([root.dataset['theme'], canvas()]).toEqual(['dark', '#0f161a']);
  chooseTheme('contrast');
  expect(canvas()).toBe('#fff');
  applyTheme(false);
  expect([chosenTheme(), root.dataset['theme']]).toEqual(['contrast', 'contrast']);
  chooseTheme('light');
  expect(canvas()).toBe(light);
});

test('each look says each token once', () => {
  const looks = themes.match(/:root[^{]*\{[^}]*\}/g) ?? [];
  expect(looks).toHaveLength(2);
  for (const look of looks) {
    const tokens = [...look.matchAll(/(--[\w-]+):/g)].map(([, name]) => name);
    expect(tokens.length).toBeGreaterThan(20);
    expect(new Set(tokens).size).toBe(tokens.length);
  }
});
