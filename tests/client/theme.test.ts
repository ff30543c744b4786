import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookOf, putOn } from '../../client/shell/look';
import lookSource from '../../client/shell/look.ts?raw';
import { chooseLook, chosenLook, followLook } from '../../client/shell/theme';
import themes from '../../client/styles/themes.css?raw';
import '../../client/styles/index.css';

const root = document.documentElement;
const JO = '0193a000-0000-7000-8000-000000000001';
const SAM = '0193a000-0000-7000-8000-000000000002';

const forget = () => {
  followLook(false, null);
  localStorage.clear();
  delete root.dataset['theme'];
  delete root.dataset['text'];
};
beforeEach(forget);
afterEach(forget);

const shown = () => [root.dataset['theme'], root.dataset['text']];

test('a device of one’s own follows its setting, a shared tablet stays light', () => {
  expect(lookOf('auto', true, false)).toBe('dark');
  expect(lookOf('auto', false, false)).toBe('light');
  expect(lookOf('light', true, false)).toBe('light');
  followLook(true, null);
  expect(chosenLook()).toEqual({ theme: 'light', text: 'standard' });
  expect(shown()).toEqual(['light', 'standard']);
  followLook(false, null);
  expect(chosenLook()).toEqual({ theme: 'auto', text: 'standard' });
});

test('whoever asks their device for more contrast gets it, except in the dark that somebody chose', () => {
  expect(['auto', 'light', 'contrast', 'dark'].map((theme) => lookOf(theme, true, true))).toEqual([
    'contrast',
    'contrast',
    'contrast',
    'dark',
  ]);
});

test('what was chosen stays chosen, is what the screen shows, and is what the next start shows first', () => {
  const canvas = () => getComputedStyle(root).getPropertyValue('--canvas').trim();
  const size = () => parseFloat(getComputedStyle(root).fontSize);
  followLook(false, JO);
  chooseLook({ theme: 'light', text: 'standard' });
  const [light, standard] = [canvas(), size()];
  chooseLook({ theme: 'dark', text: 'largest' });
  expect([...shown(), canvas()]).toEqual(['dark', 'largest', '#0f161a']);
  expect(size()).toBeCloseTo(standard * 1.3, 1);
  chooseLook({ theme: 'contrast', text: 'larger' });
  expect(canvas()).toBe('#fff');
  expect(size()).toBeCloseTo(standard * 1.15, 1);

  forgetWhatIsShown();
  putOn();
  expect(shown()).toEqual(['contrast', 'larger']);
  chooseLook({ theme: 'light', text: 'standard' });
  expect([canvas(), size()]).toEqual([light, standard]);
});

test('on a shared tablet each person has their own, and the lock screen and the next start are light', () => {
  followLook(true, JO);
  chooseLook({ theme: 'dark', text: 'larger' });
  followLook(true, null);
  expect(shown()).toEqual(['light', 'standard']);
  followLook(true, SAM);
  expect(chosenLook()).toEqual({ theme: 'light', text: 'standard' });
  followLook(true, JO);
  expect(shown()).toEqual(['dark', 'larger']);

  forgetWhatIsShown();
  putOn();
  expect(shown()).toEqual(['light', 'standard']);
});

test('what runs before the first paint needs nothing else', () => {
  expect(lookSource).not.toMatch(/^import /m);
});

function forgetWhatIsShown(): void {
  delete root.dataset['theme'];
  delete root.dataset['text'];
}

test('each look says each token once', () => {
  const looks = themes.match(/:root[^{]*\{[^}]*\}/g) ?? [];
  expect(looks).toHaveLength(2);
  for (const look of looks) {
    const tokens = [...look.matchAll(/(--[\w-]+):/g)].map(([, name]) => name);
    expect(tokens.length).toBeGreaterThan(20);
    expect(new Set(tokens).size).toBe(tokens.length);
  }
});
