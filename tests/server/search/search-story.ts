import { administrationRights } from '../../../protocol/administration';
import type { BodyOf, ReplyOf } from '../../../protocol/endpoint';
import type { searchConcerns } from '../../../protocol/search';
import { cellsOf } from '../../../server/storage/cells';
import { idsOf } from '../oversight/ids';
import { openHouse, type TestHouse } from '../house';
import { aCategory, aPupil, aSchool, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

export const NADIA = 'nadia.shah@oakfield.example';
export const RUTH = 'ruth.grey@oakfield.example';
export const JO = 'jo.price@oakfield.example';
export const ELA = 'ela.moor@oakfield.example';

/** What Jo writes down: about whom, by first name, when, and under which category. */
export interface Written {
  readonly about?: readonly string[];
  readonly text: string;
  readonly at?: string;
  readonly category?: string;
  readonly staff?: string;
  readonly described?: string;
}

type Found = ReplyOf<typeof searchConcerns>;

/**
 * A school in which Jo records, Nadia leads and reads all, Ela reads of class 4B alone, and Ruth, the head, is close to
 * Zoë.
 */
export class SearchStory {
  readonly house: TestHouse;
  readonly ids: Awaited<ReturnType<typeof idsOf>>;
  readonly #tablet: Tablet;
  readonly #pupils: ReadonlyMap<string, string>;

  private constructor(
    house: TestHouse,
    known: { ids: SearchStory['ids']; pupils: ReadonlyMap<string, string>; tablet: Tablet },
  ) {
    this.house = house;
    this.ids = known.ids;
    this.#tablet = known.tablet;
    this.#pupils = known.pupils;
  }

  static async begin(): Promise<SearchStory> {
    const house = await openHouse({ plan: aSchoolToSearch() });
    const tablet = await Tablet.enrol(await house.loggedIn(JO));
    return new SearchStory(house, { ids: await idsOf(house), pupils: await readPupils(house), tablet });
  }

  async elevated(email: string): Promise<Visitor> {
    return (await elevatedLead(this.house, email)).browser;
  }

  /** Jo records it, and the school has judged it. @returns its reference */
  async records({ about = [], text, at, category, staff, described }: Written): Promise<string> {
    const pupils = [
      ...about.map((first) => ({ kind: 'listed' as const, pupilId: this.pupil(first), shown: first })),
      ...(described ? [{ kind: 'not-on-list' as const, description: described }] : []),
    ];
    const { id, bytes } = await this.#tablet.seal(
      aConcern({
        pupils,
        text,
        ...(at === undefined ? {} : { at }),
        categories: category === undefined ? [] : [this.ids.category(category)],
        ...(staff === undefined ? {} : { about: { staff: [this.ids.staff(staff)] } }),
      }),
    );
    await this.#tablet.deliver(bytes);
    await this.house.settled();
    const row = await this.house.ground.database
      .read('concerns')
      .where({ envelope_id: id })
      .first('reference');
    return row!.reference;
  }

  /** The id of a pupil of the roll, by first name. */
  pupil(first: string): string {
    const id = this.#pupils.get(first);
    if (!id) throw new Error(`no ${first} on the roll`);
    return id;
  }
}

/** Ids of the whole roll by first name, whoever may see whom. */
async function readPupils({ ground, schoolId }: TestHouse): Promise<ReadonlyMap<string, string>> {
  const rows = await ground.database.read('pupils').where({ school_id: schoolId }).select('id', 'first_name');
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return new Map(rows.map((row) => [cells.need(row.id, 'first_name', row.first_name), row.id]));
}

/** References of what somebody finds, newest first. */
export async function finds(
  visitor: Visitor,
  words: string,
  more: Partial<BodyOf<typeof searchConcerns>> = {},
): Promise<string[]> {
  return (await search(visitor, words, more)).found.map(({ reference }) => reference);
}

export function search(
  visitor: Visitor,
  words: string,
  more: Partial<BodyOf<typeof searchConcerns>> = {},
): Promise<Found> {
  return visitor.must('searchConcerns', { body: { words, ...more } });
}

function aSchoolToSearch() {
  const base = aSchool();
  const rights = (userGroup: string, viewConcerns: boolean) => ({
    userGroup,
    category: '*',
    viewPupils: true,
    viewConcerns,
    addConcerns: true,
  });
  return aSchool({
    staff: [
      ...base.staff,
      aTeacher({ firstName: 'Ela', lastName: 'Moor', email: ELA, userGroup: 'Class readers' }),
    ],
    userGroups: [
      ...base.userGroups.map((group) =>
        group.name === 'Safeguarding leads' ? { ...group, administration: [...administrationRights] } : group,
      ),
      { name: 'Class readers', higherLevel: true, unrestricted: false, administration: [] },
    ],
    permissions: [
      rights('Safeguarding leads', true),
      rights('Class readers', true),
      rights('Teachers', false),
      rights('All staff', false),
    ],
    categories: [
      aCategory({ name: 'Physical injury', urgent: true }),
      aCategory({ name: 'Bullying', colour: '#C47F00' }),
      aCategory({ name: 'Online bullying', parent: 'Bullying', colour: '#C47F00' }),
    ],
    pupils: [
      aPupil({ firstName: 'Amira', lastName: 'Khan' }),
      aPupil({ firstName: 'Leo', lastName: 'Brown', className: '6A', yearGroup: 'Year 6' }),
      aPupil({ firstName: 'Zoë', lastName: 'O’Neill-Hart', connectedStaff: [RUTH] }),
      aPupil({ firstName: 'Amirah', lastName: 'Kahn' }),
    ],
    classRestrictions: [
      { type: 'class', name: '4B', everyone: true, userGroups: [], staff: [] },
      { type: 'class', name: '6A', everyone: false, userGroups: [], staff: [NADIA] },
    ],
  });
}
