import type { Colleague } from '../../../protocol/fields';
import type { Fault, FaultCode, findFaults as endpoint } from '../../../protocol/see-as';
import type { RestrictionType } from '../../../protocol/class-restrictions';
import type { ReplyOf } from '../../../protocol/endpoint';
import { readAlertGroups } from '../../alerts/read-alert-groups';
import { readRules } from '../../alerts/load-rules';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { readDutyList } from '../../school/duty';
import { readNamed } from '../../school/names';
import { readGroups } from '../../school/read-groups';
import { readPeople, type People } from '../../school/read-people';
import { readRestrictions } from '../../school/read-restrictions';
import { countStandIns } from '../stand-ins';

/** What in the rules of a school is likely to be wrong (product.md section 6, the traps), and whom to see as. */
export async function findFaults(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const [people, alertGroups, restrictions, { groups }, standIns, duty] = await Promise.all([
    readPeople(reader, ground, schoolId),
    readAlertGroups(ground, schoolId),
    readRestrictions(ground, schoolId),
    readGroups(ground, schoolId),
    countStandIns(reader, schoolId, timeStamp(ground.clock)),
    readDutyList(reader, schoolId),
  ]);
  const left = (all: readonly Colleague[]) => all.filter((one) => one.left).map(({ name }) => name);
  const lists = [...restrictions.class.targets, ...restrictions.year.targets].flatMap(
    ({ list }) => list ?? [],
  );
  const found: readonly (readonly [FaultCode, readonly string[]])[] = [
    ['one-lead', standIns.leads < 2 ? [''] : []],
    ['one-administrator', standIns.administrators < 2 ? [''] : []],
    ['class-without-list', withoutList(restrictions.class)],
    ['year-without-list', withoutList(restrictions.year)],
    ...(await ruleFaults(ground, schoolId, people, alertGroups.groups)),
    [
      'alert-group-without-members',
      alertGroups.groups.filter(({ members }) => members.every((one) => one.left)).map(({ name }) => name),
    ],
    [
      'user-group-without-people',
      groups.filter((group) => group.people === 0 && !group.builtIn).map(({ name }) => name),
    ],
    ['leaver-on-list', lists.flatMap(({ staff }) => left(staff))],
    ['leaver-in-alert-group', alertGroups.groups.flatMap(({ members }) => left(members))],
    ['leaver-on-duty', left(people.among(duty.map(({ staffId }) => staffId)))],
  ];
  return { faults: found.flatMap(([code, names]) => faultOf(code, names)), staff: people.present };
}

function faultOf(code: FaultCode, given: readonly string[]): Fault[] {
  const names = [...new Set(given)];
  return names.length === 0 ? [] : [{ code, names: names.filter((name) => name !== '') }];
}

/** Classes or year groups with pupils that nobody but *unrestricted* groups may see. */
function withoutList({ on, targets }: RestrictionType): string[] {
  if (!on) return [];
  return targets
    .filter(({ pupils, list }) => {
      if (pupils === 0) return false;
      return !list || (!list.everyone && list.groups.length + list.staff.length === 0);
    })
    .map(({ name }) => name);
}

type AlertGroups = Awaited<ReturnType<typeof readAlertGroups>>['groups'];

/** Rules that are on and tell nobody who is here, and those that still name somebody who has left. */
async function ruleFaults(
  ground: Ground,
  schoolId: string,
  people: People,
  alertGroups: AlertGroups,
): Promise<(readonly [FaultCode, readonly string[]])[]> {
  const reader = ground.database.read;
  const [rules, categories] = await Promise.all([
    readRules(reader, schoolId),
    readNamed(reader, ground, schoolId, 'categories'),
  ]);
  const on = rules.filter((one) => one.on).map(({ rule }) => rule);
  const members = new Map(alertGroups.map((group) => [group.id, group.members]));
  const named = (ids: readonly string[]) => ids.map((id) => categories.get(id) ?? '').join(', ');
  const empty = on.filter(({ staff, groups }) => {
    const told = [...people.among(staff), ...groups.flatMap((id) => members.get(id) ?? [])];
    return told.every((one) => one.left);
  });
  const leavers = on.flatMap(({ staff }) => people.among(staff).filter((one) => one.left));
  return [
    ['rule-without-recipients', empty.map((rule) => named(rule.categories))],
    ['leaver-in-rule', leavers.map(({ name }) => name)],
  ];
}
