import { describe, expect, it, test } from 'vitest';
import { buildBody } from '../../client/screens/record/build-body';
import { checkRecord } from '../../client/screens/record/check-record';
import {
  changed,
  emptyContent,
  readContent,
  type RecordContent,
} from '../../client/screens/record/record-content';
import { asText } from '../../client/screens/record/writing';
import { record as words } from '../../client/strings/record';
import { encodePayload } from '../../protocol/payload';
import { uuidv7 } from '../../protocol/identifiers';

const now = new Date(2026, 10, 23, 12, 58).getTime();
const id = () => uuidv7(now);
const amira = { id: id(), name: 'Amira Khan', className: '4B', teacher: 'Mr Kunze', sameName: 2 };
const whole: RecordContent = {
  ...emptyContent,
  pupils: [
    { kind: 'listed', pupil: amira, role: 'was-hurt' },
    { kind: 'name-unknown', description: ' Red coat, Year 2 or 3 ', role: '' },
  ],
  text: ' She had a bruise. ',
  told: 'not-yet',
  startedAt: now - 60_000,
};
const check = (part: Partial<RecordContent>, withName = false) =>
  checkRecord({ ...whole, ...part }, { withName, now }).map(({ text }) => text);

describe('what stands between a record and Send', () => {
  it('is nothing when who, what and told are answered', () => expect(check({})).toEqual([]));

  it('is said from top to bottom', () =>
    expect(checkRecord(emptyContent, { withName: true, now }).map(({ field }) => field)).toEqual([
      'your-name',
      'who',
      'what',
      'told',
    ]));

  test.each<[Partial<RecordContent>, string]>([
    [{ pupils: [{ kind: 'not-on-list', description: ' ', role: '' }] }, words.errors.describe],
    [{ text: '\n' }, words.errors.what],
    [{ text: 'a'.repeat(40_001) }, words.errors.tooLong],
    [{ told: 'someone', toldWho: ' ' }, words.errors.toldWhom],
    [{ others: 'a'.repeat(1_001) }, words.errors.othersTooLong(1_000)],
    [{ when: { ...emptyContent.when, kind: 'another-day', date: '2026-11-24' } }, words.errors.future],
  ])('is %j', (part, text) => expect(check(part)).toEqual([text]));

  it('is one’s own name, without unlocking', () =>
    expect(check({ name: ' ' }, true)).toEqual([words.errors.name]));
});

describe('the concern that is sealed', () => {
  const sealed = (part: Partial<RecordContent>, lead = 'Mrs Shah') =>
    buildBody({ ...whole, ...part }, { now, lead });
  const encode = (part: Partial<RecordContent>) =>
    encodePayload('concern', {
      schema: 1,
      author: { unconfirmed: 'Sam Supply' },
      authorKeyId: null,
      body: sealed(part),
      attachments: [],
    });

  it('names the children as the writer saw them, in the words of the writer', () =>
    expect(sealed({})).toMatchObject({
      pupils: [
        { kind: 'listed', pupilId: amira.id, shown: 'Amira Khan, 4B', role: 'was-hurt' },
        { kind: 'name-unknown', description: 'Red coat, Year 2 or 3' },
      ],
      text: 'She had a bruise.',
      categories: [],
      told: { kind: 'not-yet' },
      startedAt: new Date(now - 60_000).toISOString(),
      sentAt: new Date(now).toISOString(),
    }));

  it('says who was told in person', () => {
    expect(sealed({ told: 'lead' }).told).toEqual({ kind: 'lead', who: 'Mrs Shah' });
    expect(sealed({ told: 'lead' }, '').told).toEqual({ kind: 'lead' });
    expect(sealed({ told: 'someone', toldWho: ' Miss Doyle ' }).told).toEqual({
      kind: 'someone',
      who: 'Miss Doyle',
    });
  });

  it('has a place of the list, a place in words, or none', () => {
    const place = id();
    expect(sealed({ place }).where).toEqual({ placeId: place });
    expect(sealed({ place: 'other', otherPlace: ' by the gate ' }).where).toEqual({ other: 'by the gate' });
    expect(sealed({ place: 'other' }).where).toEqual({});
    expect(sealed({}).where).toEqual({});
  });

  it('says whose mark it is by the child’s place, and nothing where that child is not named any more', () => {
    const mark = { view: 'child-front', x: 317, y: 364, part: 'left-forearm' } as const;
    const marks = [{ ...mark, child: 'Red coat, Year 2 or 3' }, { ...mark, child: id() }, mark];
    expect(sealed({ marks }).bodyMap).toEqual({ marks: [{ ...mark, pupil: 1 }, mark, mark] });
    expect(sealed({})).not.toHaveProperty('bodyMap');
  });

  test.each<[string, Partial<RecordContent>]>([
    ['the least that can be sent', {}],
    [
      'every answer given',
      {
        place: id(),
        categories: [id(), id()],
        told: 'someone',
        toldWho: 'Miss Doyle',
        alertStaff: [id()],
        alertGroups: [id()],
        agencies: [id()],
        others: 'Her uncle',
        marks: [{ view: 'child-back', x: 160, y: 430, part: 'left-buttock', child: 'Red coat, Year 2 or 3' }],
        when: { ...emptyContent.when, kind: 'earlier-today', moment: 'break' },
      },
    ],
  ])('is one that the school reads: %s', (_which, part) => expect(encode(part).length).toBeGreaterThan(100));
});

describe('a draft', () => {
  it('remembers its first keystroke, and only that', () => {
    const first = changed(emptyContent, { text: 'S' }, 1_000);
    expect(changed(first, { text: 'She' }, 2_000)).toMatchObject({ text: 'She', startedAt: 1_000 });
  });

  it('of an older build opens with what it lacks left empty', () => {
    expect(readContent({ text: 'words', startedAt: 5 })).toEqual({
      ...emptyContent,
      text: 'words',
      startedAt: 5,
    });
    expect(readContent('words')).toBeNull();
  });

  it('can be taken along as text when it can be kept nowhere', () =>
    expect(asText({ ...whole, others: 'Her uncle' })).toBe(
      'Amira Khan, Red coat, Year 2 or 3\n\nShe had a bruise.\n\nHer uncle',
    ));
});
