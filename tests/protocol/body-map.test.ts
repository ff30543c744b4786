import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { bodyMapSchema, MAX_MARKS, type Mark } from '../../protocol/body-map';
import { drawView } from '../../protocol/body-map/drawing';
import { partsOf } from '../../protocol/body-map/parts';
import { middleOf, partAt, placesOf } from '../../protocol/body-map/places';
import { views } from '../../protocol/body-map/views';
import { markWords, placeWords } from '../../protocol/body-map/words';
import { fromUtf8 } from '../../protocol/bytes';
import { readDraftContent } from '../../protocol/draft-content';
import { decodePayload, encodePayload, payloadFits } from '../../protocol/payload';
import { concernPayload } from './oakfield';

const forearm: Mark = {
  view: 'child-front',
  x: 317,
  y: 364,
  part: 'left-forearm',
  size: '3-cm',
  shape: 'oval',
  colours: ['yellow', 'green'],
  skinBroken: 'no',
  swelling: 'cannot-tell',
  note: 'Sore to the touch, she said.',
};
const concern = concernPayload('She had a bruise on her left arm.');
const marked = (marks: Mark[]) => ({ ...concern, body: { ...concern.body, bodyMap: { marks } } });
const fits = (mark: object) => v.is(bodyMapSchema, { marks: [{ ...forearm, ...mark }] });

describe('a mark in a concern', () => {
  it('comes out of the envelope as it went in', () => {
    const sealed = marked([forearm, { view: 'feet-soles', x: 110, y: 300, part: 'right-heel' }]);
    expect(decodePayload('concern', encodePayload('concern', sealed))).toEqual(sealed);
  });

  it('costs nothing where there is none', () =>
    expect(fromUtf8(encodePayload('concern', concern))).not.toContain('bodyMap'));

  it('may be one of forty, each with the longest note, and the record still goes in one piece', () => {
    const many = Array.from({ length: MAX_MARKS }, () => ({ ...forearm, note: 'ž'.repeat(300) }));
    expect(payloadFits(encodePayload('concern', marked(many)))).toBe(true);
    expect(() => encodePayload('concern', marked([...many, forearm]))).toThrow();
  });

  test.each([
    ['beside the picture', { x: 401 }],
    ['between two units', { y: 12.5 }],
    ['at a part that its picture does not show', { part: 'left-buttock' }],
    ['with more said than fits', { note: 'a'.repeat(301) }],
    ['with something that this build does not know', { photograph: 'x' }],
  ])('is never %s', (_what, wrong) => {
    expect(fits({})).toBe(true);
    expect(fits(wrong)).toBe(false);
  });

  it('of a draft that was left is kept where it can be read, whatever stands beside it', () => {
    const marks = [{ ...forearm, child: 'Red coat' }, { ...forearm, view: 'spine' }, 'x'];
    expect(readDraftContent({ text: 'She', marks })?.marks).toEqual([{ ...forearm, child: 'Red coat' }]);
    expect(readDraftContent({ text: 'She' })?.marks).toEqual([]);
  });
});

describe.each(views)('the picture %s', (view) => {
  const { width, height, outlines, lines, labels } = drawView(view);

  it('is plain path data that stays on its sheet', () => {
    for (const path of [...outlines, ...lines]) {
      expect(path).toMatch(/^M[-\d. ]+(C[-\d. ]+)+Z?$/);
      const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
      numbers.forEach((number, at) =>
        expect(number).toBeLessThanOrEqual(at % 2 === 0 ? width + 8 : height + 24),
      );
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-40);
    }
  });

  it('has a place for each of its parts, and a tap on its middle means that part', () => {
    expect(placesOf(view).map(({ part }) => part)).toEqual(partsOf(view));
    for (const part of partsOf(view)) expect(partAt(view, middleOf(view, part)!)).toBe(part);
  });

  it('says left and right where the child has them', () => {
    for (const { side, x, y } of labels) {
      const near = placesOf(view).find(({ part }) => part.startsWith(`${side}-`))!.bar;
      expect(x > width / 2).toBe(near[0] > width / 2);
      expect(partAt(view, { x, y })).not.toBe(`${side === 'left' ? 'right' : 'left'}-hand`);
    }
  });

  it('names no two parts alike', () => {
    const names = partsOf(view).map((part) => placeWords(view, part));
    expect(new Set(names).size).toBe(names.length);
  });
});

test('left and right are the child’s own: on the right from the front, on the left from behind', () => {
  expect(partAt('child-front', { x: 317, y: 364 })).toBe('left-forearm');
  expect(partAt('child-back', { x: 317, y: 364 })).toBe('right-forearm');
  expect(partAt('child-front', { x: 20, y: 60 })).toBeNull();
});

test('a mark is said in words', () => {
  expect(placeWords('child-front', 'left-forearm')).toBe('Left forearm, front');
  expect(placeWords('head-right', 'right-ear')).toBe('Right ear');
  expect(placeWords('head-right', 'forehead')).toBe('Forehead, right side');
  expect(markWords(forearm)).toEqual([
    'About 3 cm, oval, yellow and green.',
    'Skin not broken.',
    'Could not tell if it is swollen.',
  ]);
  expect(markWords({})).toEqual([]);
});
