import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { anAutomaticAlert, aPupil } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { JO, NADIA, oakfield, openOffice, type Office } from './office';

let office: Office;

async function pupilOf(first: string) {
  const { pupils } = await office.sue.must('listPupils');
  return pupils.find((one) => one.first === first)!;
}
const place = (className: string, year: string) => ({
  classId: office.id.class(className),
  yearGroupId: office.id.year(year),
});
async function standsIn(first: string): Promise<string> {
  const { pupils, classes } = await office.sue.must('listPupils');
  const pupil = pupils.find((one) => one.first === first)!;
  return pupil.leftOn ? `left ${pupil.leftOn}` : classes.find(({ id }) => id === pupil.classId)!.name;
}

describe('the move of all classes at the end of a year', () => {
  const threeYears = () =>
    oakfield({
      yearGroups: ['Year 4', 'Year 5', 'Year 6'],
      classes: [
        { name: '4B', yearGroup: 'Year 4' },
        { name: '5C', yearGroup: 'Year 5' },
        { name: '6A', yearGroup: 'Year 6' },
      ],
      pupils: [
        aPupil({ firstName: 'Amira', className: '4B', yearGroup: 'Year 4' }),
        aPupil({ firstName: 'Yusuf', className: '5C', yearGroup: 'Year 5' }),
        aPupil({ firstName: 'Zoë', className: '6A', yearGroup: 'Year 6' }),
        aPupil({ firstName: 'Ida', className: '6A', yearGroup: 'Year 6' }),
      ],
    });
  const yearEnd = async (): Promise<Change> => ({
    kind: 'roll.move',
    moves: [
      {
        from: place('4B', 'Year 4'),
        to: place('5C', 'Year 5'),
        pupilIds: [(await pupilOf('Amira')).id],
      },
      {
        from: place('5C', 'Year 5'),
        to: place('6A', 'Year 6'),
        pupilIds: [(await pupilOf('Yusuf')).id],
      },
    ],
    leavers: { pupilIds: [(await pupilOf('Zoë')).id], on: '2026-07-21', destination: 'Hillside High' },
  });

  beforeEach(async () => {
    office = await openOffice(threeYears());
  });

  test('each class goes up once, leavers leave, and who was not named stays', async () => {
    expect(await office.outcomeOf(await yearEnd())).toBe('made');
    const stands = await Promise.all(['Amira', 'Yusuf', 'Zoë', 'Ida'].map(standsIn));
    expect(stands).toEqual(['5C', '6A', 'left 2026-07-21', '6A']);
    const { id } = await pupilOf('Zoë');
    const { pupil } = await office.sue.must('readPupil', { params: { id } });
    expect(pupil.leftTo).toBe('Hillside High');
  });

  test('pressed twice, it moves nobody a second time', async () => {
    const change = await yearEnd();
    expect(await office.outcomeOf(change)).toBe('made');
    expect(await office.refusalOf(change)).toContain('None of these pupils stands where this list says');
    expect(await standsIn('Amira')).toBe('5C');
  });

  test('a pupil who moved meanwhile is left where they are', async () => {
    const change = await yearEnd();
    const { id } = await pupilOf('Amira');
    await office.make({ kind: 'pupil.move', pupilIds: [id], ...place('6A', 'Year 6') });
    expect(await office.outcomeOf(change)).toBe('made');
    expect([await standsIn('Amira'), await standsIn('Yusuf')]).toEqual(['6A', '6A']);
  });

  test('a pupil in two moves, a closed class, and a day to come are refused', async () => {
    const change = (await yearEnd()) as Extract<Change, { kind: 'roll.move' }>;
    const amira = (await pupilOf('Amira')).id;
    const twice = { ...change, leavers: { ...change.leavers!, pupilIds: [amira] } };
    expect(await office.refusalOf(twice)).toContain('two moves');
    const tomorrow = { ...change, leavers: { ...change.leavers!, on: '2027-07-21' } };
    expect(await office.refusalOf(tomorrow)).toContain('a day that has come');
    await office.make({
      kind: 'pupil.move',
      pupilIds: [(await pupilOf('Yusuf')).id],
      ...place('4B', 'Year 4'),
    });
    await office.make({ kind: 'class.disable', classId: office.id.class('5C') });
    expect(await office.refusalOf(change)).toContain('This class is closed');
    expect(await standsIn('Zoë')).toBe('6A');
  });

  test('it waits as a whole where one class comes to somebody who reads more by it', async () => {
    office = await openOffice({
      ...threeYears(),
      automaticAlerts: [
        anAutomaticAlert({ category: 'Behaviour', alertGroups: [], staff: [JO], yearGroups: ['Year 6'] }),
      ],
    });
    expect(await office.outcomeOf(await yearEnd())).toEqual(['Jo Price: pupil']);
    expect(await standsIn('Amira')).toBe('4B');
    await office.confirmAll();
    expect([await standsIn('Amira'), await standsIn('Yusuf')]).toEqual(['5C', '6A']);
  });
});

describe('classes that a school closes', () => {
  test('only an empty class closes; then nobody comes in until it is opened again', async () => {
    office = await openOffice();
    const classId = office.id.class('6A');
    const amira = (await pupilOf('Amira')).id;
    const close = (name: string): Change => ({ kind: 'class.disable', classId: office.id.class(name) });
    const year: Change = { kind: 'year-group.disable', yearGroupId: office.id.year('Year 6') };
    const move: Change = { kind: 'pupil.move', pupilIds: [amira], ...place('6A', 'Year 6') };
    expect(await office.refusalOf(close('4B'))).toContain('still pupils on roll');
    expect(await office.refusalOf(year)).toContain('still open');
    expect(await office.outcomeOf(close('6A'))).toBe('made');
    expect(await office.outcomeOf(year)).toBe('made');
    expect(await office.refusalOf(move)).toContain('closed');
    const { classes } = await office.sue.must('readClasses');
    expect(classes.find(({ id }) => id === classId)).toMatchObject({ closed: true });
    expect(await office.outcomeOf({ kind: 'class.enable', classId })).toBe('made');
    expect(await office.outcomeOf(move)).toBe('made');
  });

  test('classes and year groups stand in the order that the school gives them', async () => {
    office = await openOffice();
    const [fours, sixes] = [office.id.class('4B'), office.id.class('6A')];
    await office.make({ kind: 'class.order', order: [sixes, fours] });
    await office.make({ kind: 'year-group.order', order: [office.id.year('Year 6')] });
    const { classes, years } = await office.sue.must('readClasses');
    expect(classes.map(({ name }) => name)).toEqual(['6A', '4B']);
    expect(years.map(({ name }) => name)).toEqual(['Year 6', 'Year 4']);
  });
});

describe('a pupil who was entered twice', () => {
  const contact = (name: string) => ({ name, relationship: 'Mother', phone: '07700 900001' });
  const twice = () =>
    oakfield({
      pupils: [
        aPupil({
          upn: 'A100200300400',
          firstName: 'Amira',
          lastName: 'Khan',
          contacts: [contact('Sara Khan')],
        }),
        aPupil({
          upn: 'A100200300401',
          firstName: 'Ameera',
          lastName: 'Khan',
          className: '6A',
          yearGroup: 'Year 6',
          connectedStaff: [JO],
          contacts: [contact('Sara Khan')],
        }),
        aPupil({ upn: 'A100200300402', firstName: 'Yusuf', lastName: 'Khan', siblingOf: 'A100200300401' }),
      ],
    });
  const join = async (from: string, into: string): Promise<Change> => ({
    kind: 'pupil.join',
    pupilId: (await pupilOf(from)).id,
    intoId: (await pupilOf(into)).id,
  });
  const fileOf = async (first: string) =>
    (await office.sue.must('readPupil', { params: { id: (await pupilOf(first)).id } })).pupil;

  beforeEach(async () => {
    office = await openOffice(twice());
  });

  test('records, connected staff and siblings follow, also what an offline tablet still writes of the old entry', async () => {
    const { house } = office;
    const tablet = await Tablet.enrol(await house.loggedIn(JO));
    const pupilId = (await tablet.visitor.must('readRoll')).pupils.find(
      ({ first }) => first === 'Ameera',
    )!.id;
    const write = async (text: string) =>
      tablet.deliver((await tablet.seal(aConcern({ pupilId, text }))).bytes);
    await write('Before.');
    await house.settled();
    expect(await office.outcomeOf(await join('Ameera', 'Amira'))).toBe('made');
    await write('After, by a tablet that did not know.');
    await house.settled();

    const nadia = (await elevatedLead(house, NADIA)).browser;
    const { rows } = await nadia.must('listInbox', { query: { view: 'all' } });
    expect(rows.map(({ concern }) => concern?.pupils[0])).toEqual(
      [1, 2].map(() => ({ name: 'Amira Khan', initials: 'AK', className: '4B' })),
    );
    expect(rows.map(({ concern }) => concern?.earlier).sort()).toEqual([0, 1]);
    const concern = await nadia.must('readConcern', { params: { id: rows[0]!.concernId } });
    expect(concern.pupils[0]).toMatchObject({
      name: 'Amira Khan',
      unmatched: false,
      siblings: ['Yusuf Khan, 4B'],
    });

    const { pupils } = await tablet.visitor.must('readRoll');
    expect(pupils.map(({ first }) => first).sort()).toEqual(['Amira', 'Yusuf']);
    expect(await fileOf('Amira')).toMatchObject({
      connectedStaff: [{ name: 'Jo Price' }],
      siblings: [{ name: 'Yusuf Khan' }],
    });
  });

  test('“do not contact” of either entry stands', async () => {
    const { first, last, contacts, ...file } = await fileOf('Ameera');
    await office.make({
      kind: 'pupil.change',
      pupilId: file.id,
      upn: file.upn,
      pupilRef: null,
      firstName: first,
      lastName: last,
      preferredName: null,
      dateOfBirth: file.dateOfBirth!,
      sex: null,
      sen: null,
      freeSchoolMeals: false,
      lookedAfter: false,
      eal: false,
      siblings: [],
      contacts: [
        ...contacts.map((one) => ({ ...one, doNotContact: true })),
        { ...contacts[0]!, name: 'Nan' },
      ],
    });
    await office.make(await join('Ameera', 'Amira'));
    const joined = await fileOf('Amira');
    expect(joined.contacts.map(({ name, doNotContact }) => [name, doNotContact])).toEqual([
      ['Sara Khan', true],
      ['Nan', false],
    ]);
  });

  test('it waits where somebody would read what was written of the other entry', async () => {
    office = await openOffice({
      ...twice(),
      classRestrictions: [
        { type: 'class', name: '4B', everyone: true, userGroups: [], staff: [] },
        { type: 'class', name: '6A', everyone: false, userGroups: [], staff: [NADIA] },
      ],
    });
    expect(await office.outcomeOf(await join('Ameera', 'Amira'))).toEqual(['Jo Price: pupil']);
    expect((await pupilOf('Ameera')).leftOn).toBeNull();
    expect(await office.outcomeOf(await join('Amira', 'Ameera'))).toBe('made');
  });

  test('an entry cannot be joined with itself, nor twice, nor one on roll into one that has left', async () => {
    expect(await office.refusalOf(await join('Amira', 'Amira'))).toContain('one entry already');
    const change = await join('Ameera', 'Amira');
    const back = await join('Amira', 'Ameera');
    await office.make({
      kind: 'pupil.leave',
      pupilIds: [(await pupilOf('Amira')).id],
      on: '2026-11-20',
      destination: null,
    });
    expect(await office.refusalOf(change)).toContain('on roll');
    expect(await office.outcomeOf(back)).toBe('made');
    for (const again of [change, back])
      expect((await office.sue.call('makeChanges', { body: { changes: [again] } })).status).toBe(404);
    const gone = await office.sue.call('readPupil', {
      params: { id: (back as { pupilId: string }).pupilId },
    });
    expect(gone.status).toBe(404);
  });
});
