import { expect, test } from 'vitest';
import { supportWays } from '../../client/screens/help/support-parts';

test('a tap writes to support or rings it', () => {
  expect(supportWays('help@willowbank.example, 01632 960004')).toEqual([
    { text: 'help@willowbank.example', href: 'mailto:help@willowbank.example' },
    { text: '01632 960004', href: 'tel:01632960004' },
  ]);
});

test('a support line in words, or an extension, is shown and not dialled', () => {
  expect(supportWays('01632 960004 ext 12, ask in the office')).toEqual([
    { text: '01632 960004 ext 12', href: null },
    { text: 'ask in the office', href: null },
  ]);
});

test('a school without support details leaves nothing to tap', () => {
  expect(supportWays('')).toEqual([]);
});
