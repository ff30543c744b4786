import { uuidv7 } from '../../../protocol/identifiers';
import type { ConcernBody } from '../../../protocol/concern-body';
import { readNamed } from '../../../server/school/names';
import { openHouse, type TestHouse, type TestHouseOptions } from '../house';
import { aPupil, aSchool, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

export const NADIA = 'nadia.shah@oakfield.example';
export const RUTH = 'ruth.grey@oakfield.example';
export const TOM = 'tom.lowe@oakfield.example';
const JO = 'jo.price@oakfield.example';

const amira = aPupil({
  firstName: 'Amira',
  lastName: 'Khan',
  upn: 'A100000000001',
  contacts: [
    { name: 'Sana Khan', relationship: 'Mother', phone: '01632 960001' },
    { name: 'Omar Khan', relationship: 'Father', phone: '01632 960002' },
  ],
});

/** Oakfield with Amira and her brother Yusuf in 4B, Leo in 6A, who is Ruth Grey’s nephew, and Tom Lowe, pastoral. */
function oakfield() {
  const base = aSchool();
  const sees = (userGroup: string, category: string) => ({
    userGroup,
    category,
    viewPupils: true,
    viewConcerns: true,
    addConcerns: true,
  });
  return aSchool({
    staff: [
      ...base.staff,
      aTeacher({ firstName: 'Tom', lastName: 'Lowe', email: TOM, userGroup: 'Pastoral' }),
    ],
    pupils: [
      amira,
      aPupil({ firstName: 'Yusuf', lastName: 'Khan', siblingOf: amira.upn! }),
      aPupil({
        firstName: 'Leo',
        lastName: 'O’Brien',
        className: '6A',
        yearGroup: 'Year 6',
        siblingOf: amira.upn!,
        contacts: [{ name: 'Siobhan Daly', relationship: 'Mother', phone: '01632 960003' }],
        connectedStaff: [RUTH],
      }),
    ],
    userGroups: [
      ...base.userGroups,
      { name: 'Pastoral', higherLevel: true, unrestricted: false, administration: [] },
    ],
    permissions: [...base.permissions, sees('Pastoral', 'Behaviour')],
    classRestrictions: [
      { type: 'class', name: '4B', everyone: false, userGroups: [], staff: [TOM] },
      { type: 'class', name: '6A', everyone: false, userGroups: [], staff: [] },
    ],
  });
}

/** A school in which Jo Price records, and people read what stands about Amira. */
export class AmirasYear {
  readonly house: TestHouse;
  readonly tablet: Tablet;
  readonly #pupils: ReadonlyMap<string, string>;
  readonly #categories: ReadonlyMap<string, string>;

  private constructor(house: TestHouse, tablet: Tablet, ids: readonly ReadonlyMap<string, string>[]) {
    this.house = house;
    this.tablet = tablet;
    [this.#pupils = new Map(), this.#categories = new Map()] = ids;
  }

  /** @param options.client folder of the built client, for stories in a browser */
  static async begin(options: Pick<TestHouseOptions, 'client'> = {}): Promise<AmirasYear> {
    const house = await openHouse({ plan: oakfield(), ...options });
    const tablet = await Tablet.enrol(await house.loggedIn(JO));
    const { pupils } = await tablet.visitor.must('readRoll');
    const { ground, schoolId } = house;
    const categories = await readNamed(ground.database.read, ground, schoolId, 'categories');
    return new AmirasYear(house, tablet, [
      new Map(pupils.map(({ first, id }) => [first, id])),
      new Map([...categories].map(([id, name]) => [name, id])),
    ]);
  }

  get amira(): string {
    return this.pupil('Amira');
  }

  pupil(first: string): string {
    return this.#pupils.get(first)!;
  }

  category(name: string): string {
    return this.#categories.get(name)!;
  }

  /** Jo records something about these pupils, of a kind, that happened then. @returns the concern's id */
  async record(
    given: { of: readonly string[]; category: string; at: string; text: string } & Partial<ConcernBody>,
  ): Promise<string> {
    const { of, category, at, ...body } = given;
    const sealed = await this.tablet.seal(
      aConcern({
        ...body,
        pupils: of.map((first) => ({
          kind: 'listed',
          pupilId: this.pupil(first),
          shown: first,
        })),
        when: { kind: 'another-day', at, about: false },
        categories: [this.category(category)],
      }),
    );
    await this.tablet.deliver(sealed.bytes);
    await this.house.settled();
    const row = await this.house.ground.database
      .read('concerns')
      .where({ envelope_id: sealed.id })
      .first('id');
    return row!.id;
  }

  async lead(email: string): Promise<Visitor> {
    return (await elevatedLead(this.house, email)).browser;
  }

  /** A lead adds a note to a concern. */
  async note(lead: Visitor, concernId: string, text: string): Promise<void> {
    await lead.must('addAction', {
      params: { id: concernId },
      body: { actionId: uuidv7(this.house.clock.now()), text },
    });
  }
}
