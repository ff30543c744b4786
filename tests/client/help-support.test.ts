import { expect, test } from 'vitest';
import { supportWays } from '../../client/screens/help/support-ways';

test('a tap writes to support or rings it', () => {
  const support = { email: 'help@willowbank.example', phone: '01632 960004', hours: null };
  expect(supportWays(support)).toEqual([
    { text: 'help@willowbank.example', href: 'mailto:help@willowbank.example' },
    { text: '01632 960004', href: 'tel:01632960004' },
  ]);
});

test('a number with an extension, or words, is shown and not dialled', () => {
  const phone = '01632 960004 ext 12, ask in the office';
  expect(supportWays({ email: null, phone, hours: null })).toEqual([{ text: phone, href: null }]);
});

test('a school without support details leaves nothing to tap', () => {
  expect(supportWays(null)).toEqual([]);
});
