import { uuidv7 } from '../../../protocol/identifiers';
import type { ConcernBody } from '../../../protocol/concern-body';
import { idsOf } from '../oversight/ids';
import { openHouse, type TestHouse, type TestHouseOptions } from '../house';
import {
  aCategory,
  anAutomaticAlert,
  aPupil,
  aSafeguardingLead,
  aSchool,
  aSupervisor,
  aTeacher,
} from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

export const NADIA = 'nadia.shah@oakfield.example';
export const TOM = 'tom.lowe@oakfield.example';
export const RUTH = 'ruth.grey@oakfield.example';
export const JO = 'jo.price@oakfield.example';
export const BEA = 'bea.moor@oakfield.example';
export const CAL = 'cal.reed@oakfield.example';
export const SAM = 'sam.lee@oakfield.example';

/**
 * Amira is in 4B and Ben in 6A; their class teams are Bea and Cal, each told of their own class by rule. Nadia leads, Tom
 * is her deputy and Ben's uncle; Ruth, the head, is Amira's aunt; Sam supervises the playground.
 */
export function twoClasses() {
  const base = aSchool();
  const team = (email: string, firstName: string) =>
    aTeacher({ firstName, lastName: 'Moor', email, userGroup: 'Class teams' });
  const rule = (email: string, className: string) =>
    anAutomaticAlert({ category: 'Behaviour', alertGroups: [], staff: [email], classes: [className] });
  const list = (name: string, email: string) => ({
    type: 'class' as const,
    name,
    everyone: false,
    userGroups: [],
    staff: [email],
  });
  const plan = aSchool({
    staff: [
      aSafeguardingLead({ email: NADIA, lastName: 'Shah' }),
      aSafeguardingLead({ email: TOM, firstName: 'Tom', lastName: 'Lowe' }),
      aSafeguardingLead({ email: RUTH, firstName: 'Ruth', lastName: 'Grey' }),
      aTeacher({ email: JO, lastName: 'Price' }),
      team(BEA, 'Bea'),
      team(CAL, 'Cal'),
      aSupervisor({ email: SAM, lastName: 'Lee' }),
    ],
    pupils: [
      aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [RUTH] }),
      aPupil({
        firstName: 'Ben',
        lastName: 'Lowe',
        className: '6A',
        yearGroup: 'Year 6',
        connectedStaff: [TOM],
      }),
    ],
    categories: [aCategory({ name: 'Behaviour' })],
    userGroups: [
      // Who keeps the staff keeps the roll as well.
      ...base.userGroups.map((group) =>
        group.administration.includes('staff')
          ? { ...group, administration: [...group.administration, 'pupils' as const] }
          : group,
      ),
      { name: 'Class teams', higherLevel: true, unrestricted: false, administration: [] },
    ],
    permissions: [
      ...base.permissions,
      {
        userGroup: 'Class teams',
        category: 'Behaviour',
        viewPupils: true,
        viewConcerns: true,
        addConcerns: true,
      },
    ],
    alertGroups: [{ name: 'Safeguarding team', members: [NADIA] }],
    automaticAlerts: [rule(BEA, '4B'), rule(CAL, '6A')],
    classRestrictions: [list('4B', BEA), list('6A', CAL)],
  });
  return { ...plan, school: { ...plan.school, deputyEmails: [TOM] } };
}

/** A school in which Jo may write down the wrong child. */
export class MovedStory {
  readonly house: TestHouse;
  readonly tablet: Tablet;
  readonly ids: Awaited<ReturnType<typeof idsOf>>;
  readonly #pupils: ReadonlyMap<string, string>;

  private constructor(
    house: TestHouse,
    tablet: Tablet,
    ids: MovedStory['ids'],
    pupils: ReadonlyMap<string, string>,
  ) {
    this.house = house;
    this.tablet = tablet;
    this.ids = ids;
    this.#pupils = pupils;
  }

  /** @param options.client folder of the built client, for stories in a browser */
  static async begin(options: Pick<TestHouseOptions, 'client'> = {}): Promise<MovedStory> {
    const house = await openHouse({ plan: twoClasses(), ...options });
    const tablet = await Tablet.enrol(await house.loggedIn(JO));
    const { pupils } = await tablet.visitor.must('readRoll');
    return new MovedStory(
      house,
      tablet,
      await idsOf(house),
      new Map(pupils.map(({ first, id }) => [first, id])),
    );
  }

  pupil(first: string): string {
    return this.#pupils.get(first)!;
  }

  newId(): string {
    return uuidv7(this.house.clock.now());
  }

  /** Jo records behaviour; of Amira unless said otherwise. @returns the concern's id */
  async records(given: Partial<ConcernBody> = {}): Promise<string> {
    const row = await this.house.ground.database
      .read('concerns')
      .where({ envelope_id: await this.sends(given) })
      .first('id');
    return row!.id;
  }

  /** The same. @returns the id of what the tablet sent */
  async sends(given: Partial<ConcernBody> = {}): Promise<string> {
    const category = await this.house.ground.database.read('categories').first('id');
    const sealed = await this.tablet.seal(
      aConcern({
        pupilId: this.pupil('Amira'),
        text: 'Threw a tangerine at the window.',
        categories: [category!.id],
        ...given,
      }),
    );
    await this.tablet.deliver(sealed.bytes);
    await this.house.settled();
    return sealed.id;
  }

  /** With full access. */
  async elevated(email: string): Promise<Visitor> {
    return (await elevatedLead(this.house, email)).browser;
  }

  /** Says that the first child of a record is this one. */
  correct(lead: Visitor, id: string, to: string, given: object = {}) {
    return lead.call('correctPupil', {
      params: { id },
      body: {
        actionId: this.newId(),
        position: 0,
        was: this.pupil('Amira'),
        pupilId: this.pupil(to),
        reason: 'It was not Amira: Jo mixed them up.',
        ...given,
      },
    });
  }

  /** Everything by which somebody could come upon a record: their lists, counts, searches and the page of a pupil. */
  async traces(visitor: Visitor, id: string, first: string): Promise<Traces> {
    const opened = await visitor.call('readConcern', { params: { id } });
    const { rows, counts } = await visitor.must('listInbox', { query: { view: 'all' } });
    const { found } = await visitor.must('searchConcerns', { body: { words: 'tangerine' } });
    const byName = await visitor.must('searchConcerns', { body: { words: first } });
    const page = await visitor.call('readChronology', { params: { id: this.pupil(first) } });
    const entries = page.status === 200 ? page.reply.entries : [];
    return {
      opens: opened.status === 200,
      inbox: rows.filter(({ concernId }) => concernId === id).length,
      toRead: counts.toRead,
      found: found.length,
      byName: byName.found.length,
      onPage: entries.filter(({ concernId }) => concernId === id).length,
    };
  }
}

export interface Traces {
  readonly opens: boolean;
  readonly inbox: number;
  readonly toRead: number;
  readonly found: number;
  readonly byName: number;
  readonly onPage: number;
}
