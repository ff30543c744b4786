import { describe, expect, it, test } from 'vitest';
import { startLine } from '../../client/screens/record/line-starter';
import { asksQuestions, findOpinion } from '../../client/screens/record/nudges';

describe('the opinion nudge', () => {
  test.each([
    ['He was obviously upset.', 'obviously'],
    ['Typical Monday: she shouted.', 'Typical'],
    ['I think he fell.', 'I think'],
    ['She is attention seeking again', 'attention seeking'],
  ])('asks about %j', (text, word) => expect(findOpinion(text)).toBe(word));

  test.each([
    'She had a bruise on her left forearm, about 3cm.',
    // parts of longer words
    'He sat in the attic, strangely lit, and whenever I looked he waved.',
    // the child's words stay as they were said
    'She said “he is always lying and never sorry”.',
    'She said "you are weird".',
    // a quotation that is still being typed
    'She said “he is always',
  ])('says nothing about %j', (text) => expect(findOpinion(text)).toBeNull());

  it('still sees the writer’s own word after a quotation', () =>
    expect(findOpinion('She said “never”. He was clearly cross.')).toBe('clearly'));
});

describe('the reminder to listen', () => {
  test.each(['What happened?', 'I asked her who did it.', 'Then I quietly asked why'])(
    'comes after %j',
    (text) => expect(asksQuestions(text)).toBe(true),
  );

  test.each(['She told me on her own.', 'He basked in the sun', 'Hi asked-for help'])(
    'not after %j',
    (text) => expect(asksQuestions(text)).toBe(false),
  );
});

describe('a helper chip', () => {
  it('begins the child’s words on a line of their own, with the caret between the speech marks', () => {
    const started = startLine('She came to me.', 3, 'Amira said: “”');
    expect(started.text).toBe('She came to me.\nAmira said: “”');
    expect(started.text.slice(0, started.from)).toBe('She came to me.\nAmira said: “');
    expect(started.to).toBe(started.from);
  });

  it('goes after the line in which one stands, and leaves what follows alone', () =>
    expect(startLine('First. \nLast.', 2, 'Also there: ').text).toBe('First.\nAlso there: \nLast.'));

  it('needs no new line in an empty account', () =>
    expect(startLine('', 0, 'I then ')).toEqual({ text: 'I then ', from: 7, to: 7 }));

  it('selects the dots that are to be written over', () => {
    const { text, from, to } = startLine('', 0, 'They seemed … because I saw ');
    expect(text.slice(from, to)).toBe('…');
  });
});
