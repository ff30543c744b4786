import type { AllowList } from '../../../server/access/concern';
import type { SchoolAccess } from '../../../server/access/reach';
import { appendAudit } from '../../../server/audit/append';
import type { Transaction } from '../../../server/storage/database';
import { uuidv7 } from '../../../protocol/identifiers';
import { openHouse, type TestHouse } from '../house';
import { aCategory, aPupil, aSchool, aTeacher } from '../school-builder';
import { aConcern, Tablet } from '../tablet';
import { idsOf } from '../oversight/ids';
import { categoryIds, people, pupilIds, type Story } from './random-school';

/** The address with which somebody of the random school logs in. */
export const addressOf = (name: string) => `${name}@oakfield.example`;
export const ASKER = 'sue@oakfield.example';

/** Finds the id of a person, category, class or anything else by the name that the generator gives it. */
export type Id = (name: string) => string;

/**
 * A house with everybody and everything of the generator by name, whose rules are then written over and over.
 * `concerns` were delivered by a tablet and judged, one for each story.
 */
export async function openRandomHouse(
  stories: number,
  whenDone: (close: () => Promise<void>) => void,
  /** Pupils of 1a beside the generator's. */
  more: readonly string[] = [],
): Promise<{ house: TestHouse; id: Id; concerns: readonly string[] }> {
  const person = (name: string, userGroup: string) =>
    aTeacher({ firstName: name, lastName: '', knownAs: name, email: addressOf(name), userGroup });
  const base = aSchool();
  const group = { higherLevel: true, unrestricted: false, administration: [] };
  const house = await openHouse({
    whenDone,
    plan: aSchool({
      staff: [
        ...people.map((name) => person(name, 'leads')),
        person('sue', 'office'),
        person('eve', 'office'),
      ],
      userGroups: [
        ...['leads', 'teachers', 'helpers'].map((name) => ({ name, ...group })),
        { name: 'office', ...group, administration: ['staff', 'groups'] },
      ],
      permissions: [],
      categories: categoryIds.map((name) => aCategory({ name })),
      yearGroups: ['y1', 'y2'],
      classes: [
        { name: '1a', yearGroup: 'y1' },
        { name: '2b', yearGroup: 'y2' },
      ],
      pupils: [...pupilIds, ...more].map((firstName) =>
        aPupil({ firstName, lastName: 'Lane', className: '1a', yearGroup: 'y1' }),
      ),
      automaticAlerts: [],
      alertGroups: [{ name: 'Safeguarding team', members: [addressOf('eve')] }],
      school: {
        ...base.school,
        mainContact: { name: 'Sue', email: ASKER },
        leadEmail: addressOf('eve'),
        headEmail: addressOf('eve'),
      },
    }),
  });
  const tablet = await Tablet.enrol(await house.loggedIn(addressOf('eve')));
  for (let at = 0; at < stories; at += 1) {
    const pupils = pupilIds.map((name) => ({ kind: 'not-on-list' as const, description: name }));
    await tablet.deliver((await tablet.seal(aConcern({ pupils }))).bytes);
  }
  await house.settled();
  const here = { school_id: house.schoolId };
  const concerns = await house.ground.database
    .read('concerns')
    .where(here)
    .orderBy('id')
    .pluck<string[]>('id');
  return { house, id: await namesToIds(house, [...pupilIds, ...more]), concerns };
}

/** @param names of its pupils, in the order of their ids */
async function namesToIds(house: TestHouse, names: readonly string[]): Promise<Id> {
  const ids = await idsOf(house);
  const pupils = new Map<string, string>();
  const tables = [ids.category, ids.group, ids.class, ids.year];
  const rows = await house.ground.database
    .read('pupils')
    .where({ school_id: house.schoolId })
    .orderBy('id')
    .pluck<string[]>('id');
  names.forEach((name, at) => pupils.set(name, rows[at]!));
  return (name) => {
    if (pupils.has(name)) return pupils.get(name)!;
    if ([...people, 'sue', 'eve'].includes(name)) return ids.staff(name);
    for (const find of tables) {
      try {
        return find(name);
      } catch {
        // Of another table.
      }
    }
    throw new Error(`no “${name}” in the random school`);
  };
}

/** Writes the rules of a random school and the stories over what stands in the house. */
export async function writeSchool(
  { house, id, concerns }: Awaited<ReturnType<typeof openRandomHouse>>,
  school: SchoolAccess,
  stories: readonly Story[],
): Promise<void> {
  const { schoolId, ground } = house;
  const at = new Date(house.clock.now()).toISOString();
  const to = { schoolId, id, at };
  await ground.database.write(async (trx) => {
    await writeGroups(trx, school, to);
    await writePeople(trx, school, to);
    await writeLists(trx, school, to);
    for (const [place, concern] of concerns.entries())
      await writeStory(trx, { concern, first: concerns[0]! }, stories[place]!, to);
    // As every command does: whoever keeps something of a school in memory reads of its changes there.
    const done = { schoolId, at, actor: 'server', what: 'story.written' };
    const told = concerns.map((concern) => ({ ...done, object: `concern:${concern}` }));
    await appendAudit(trx, { ...done, object: `school:${schoolId}` }, ...told);
  });
}

interface To {
  readonly schoolId: string;
  readonly id: Id;
  readonly at: string;
}
const bit = (on: boolean) => (on ? 1 : 0);

async function writeGroups(trx: Transaction, school: SchoolAccess, { schoolId, id }: To): Promise<void> {
  const here = { school_id: schoolId };
  for (const { id: name, parentId, restricted } of school.categories) {
    await trx('categories')
      .where({ ...here, id: id(name) })
      .update({ parent_id: parentId === null ? null : id(parentId), restricted: bit(restricted) });
  }
  await trx('permissions').where(here).delete();
  for (const [name, group] of school.groups) {
    await trx('user_groups')
      .where({ ...here, id: id(name) })
      .update({ higher_level: bit(group.higherLevel), unrestricted: bit(group.unrestricted) });
    for (const { categoryId, rights } of group.permissions) {
      await trx('permissions').insert({
        ...here,
        group_id: id(name),
        category_id: categoryId === '*' ? '*' : id(categoryId),
        view_pupils: bit(rights.viewPupils),
        view_concerns: bit(rights.viewConcerns),
        add_concerns: bit(rights.addConcerns),
      });
    }
  }
}

async function writePeople(trx: Transaction, school: SchoolAccess, { schoolId, id, at }: To): Promise<void> {
  const here = { school_id: schoolId };
  for (const name of people) {
    const person = school.staff.find((one) => one.id === name);
    await trx('staff')
      .where({ ...here, id: id(name) })
      .update({
        group_id: id(person?.groupId ?? 'helpers'),
        disabled_at: person && !person.disabled ? null : at,
      });
  }
  for (const { id: name, classId, yearGroupId } of school.pupils) {
    await trx('pupils')
      .where({ ...here, id: id(name) })
      .update({ class_id: id(classId), year_group_id: id(yearGroupId) });
  }
  await trx('connected_staff').where(here).delete();
  for (const pair of school.connected) {
    const [pupil = '', staff = ''] = pair.split(' ');
    await trx('connected_staff').insert({ ...here, pupil_id: id(pupil), staff_id: id(staff) });
  }
  await trx('duty_list').where(here).delete();
  for (const [position, { role, staffId }] of school.duty.entries())
    await trx('duty_list').insert({ ...here, role, position, staff_id: id(staffId) });
}

async function writeLists(trx: Transaction, { restrictions }: SchoolAccess, to: To): Promise<void> {
  const here = { school_id: to.schoolId };
  for (const table of ['class_restriction_allows', 'class_restrictions', 'restriction_types'] as const)
    await trx(table).where(here).delete();
  await writeType(trx, 'class', restrictions.classes, to);
  await writeType(trx, 'year', restrictions.years, to);
}

async function writeType(
  trx: Transaction,
  kind: 'class' | 'year',
  lists: ReadonlyMap<string, AllowList> | null,
  { schoolId, id }: To,
): Promise<void> {
  const here = { school_id: schoolId, kind };
  await trx('restriction_types').insert({ ...here, switched_on: bit(lists !== null) });
  for (const [name, list] of lists ?? []) {
    const target = { ...here, target_id: id(name) };
    await trx('class_restrictions').insert({ ...target, everyone: bit(list.everyone) });
    const allowed = [
      ...[...list.groups].map((one) => ({ ...target, who: 'group' as const, who_id: id(one) })),
      ...[...list.staff].map((one) => ({ ...target, who: 'staff' as const, who_id: id(one) })),
    ];
    if (allowed.length > 0) await trx('class_restriction_allows').insert(allowed);
  }
}

async function writeStory(
  trx: Transaction,
  { concern: concernId, first }: { concern: string; first: string },
  story: Story,
  { schoolId, id, at }: To,
): Promise<void> {
  const link = { school_id: schoolId, concern_id: concernId };
  for (const table of ['concern_categories', 'concern_pupils', 'concern_staff', 'alerts'] as const)
    await trx(table).where(link).delete();
  for (const name of story.categories)
    await trx('concern_categories').insert({ ...link, category_id: id(name) });
  for (const [position, name] of story.pupils.entries())
    await trx('concern_pupils').insert({ ...link, position, pupil_id: id(name) });
  for (const name of story.about) await trx('concern_staff').insert({ ...link, staff_id: id(name) });
  for (const name of story.alerted) {
    const alert = { ...link, id: uuidv7(Date.parse(at)), staff_id: id(name), reasons: '[]', created_at: at };
    await trx('alerts').insert(alert);
  }
  await trx('concerns')
    .where({ school_id: schoolId, id: concernId })
    .update({
      about_staff: bit(story.about.size > 0),
      quarantine: story.quarantined ? 'possible-duplicate' : null,
      // What was checked and joined with another record stays where it was, in quarantine.
      ...(story.quarantined && concernId !== first
        ? { decision: 'joined', joined_into: first, decided_by: id('eve'), decided_at: at }
        : { decision: null, joined_into: null, decided_by: null, decided_at: null }),
    });
}
