import { expect, test } from 'vitest';
import { stemOf } from '../../../server/search/words';
import { finds, NADIA, SearchStory } from './search-story';

test('a lead who looks for “steal” finds what was stolen, and the other way round', async () => {
  const story = await SearchStory.begin();
  const stolen = await story.records({ about: ['Amira'], text: 'She said that the phone was stolen.' });
  const teeth = await story.records({ about: ['Leo'], text: 'He bit her; there were marks of teeth.' });
  const cried = await story.records({
    about: ['Zoë'],
    text: 'She cried and told me that she hid the knives.',
  });
  const nadia = await story.elevated(NADIA);
  for (const word of ['steal', 'stole', 'stealing', 'stolen', 'say'])
    expect(await finds(nadia, word), word).toContain(stolen);
  for (const word of ['bite', 'bitten', 'biting', 'tooth'])
    expect(await finds(nadia, word), word).toEqual([teeth]);
  for (const word of ['cry', 'crying', 'tell', 'hidden', 'hide', 'knife'])
    expect(await finds(nadia, word), word).toEqual([cried]);
});

test.each([
  'beat beaten beating',
  'break broke broken breaking',
  'burn burnt burned burning',
  'child children',
  'die died dies dying',
  'drink drank drunk drinking',
  'eat ate eaten eating',
  'fall fell fallen falling',
  'feel felt feeling',
  'foot feet',
  'go goes went gone going',
  'run ran running',
  'shake shook shaken shaking',
  'strike struck stricken striking',
  'swear swore sworn swearing',
  'take took taken taking',
  'tear tore torn tearing',
  'throw threw thrown throwing',
  'tie tied ties tying',
  'wake woke woken waking',
])('%s are one word', (forms) => {
  expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1);
});

test('a side, a name and an injury stay what they are', () => {
  const apart = [
    ['left', 'leave'],
    ['rose', 'rise'],
    ['wound', 'wind'],
    ['lead', 'led'],
    ['bit', 'but'],
  ] as const;
  for (const [one, other] of apart) expect(stemOf(one)).not.toBe(stemOf(other));
});
