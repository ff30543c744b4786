import type { Seen, SeenTold } from '../../../protocol/see-as';
import type { StaffActor } from '../../access/actor';
import { loadChannels } from '../../alerts/channels';
import { loadRules, readRules } from '../../alerts/load-rules';
import { recipientsOf } from '../../alerts/recipients';
import type { AlertRule, Reason } from '../../alerts/rules';
import type { Ground } from '../../ground';
import type { Named } from '../../../protocol/fields';
import { readInOrder, readNamed } from '../../school/names';
import type { Reader } from '../../storage/database';

/** Of which rules somebody is told, and as whom when nobody else is, and how it reaches them. */
export async function readSeenAlerts(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<Pick<Seen, 'told' | 'staffConcerns' | 'channels'>> {
  const reader = ground.database.read;
  const [school, places, rules, names, channels] = await Promise.all([
    loadRules(reader, schoolId),
    readPlaces(reader, schoolId),
    readRules(reader, schoolId),
    readNames(ground, schoolId),
    loadChannels(reader, schoolId, [staffId]),
  ]);
  const told = gather(findReasons(school, places, staffId));
  return {
    told: [
      ...rules.flatMap(({ rule }) => shownRule(rule, told.get(rule.id), names)),
      ...(['fallback', 'head', 'chair'] as const).flatMap((code) => {
        const groups = told.get(code);
        return groups ? [{ rule: null, code, groups: groupNames(groups, names) }] : [];
      }),
    ],
    staffConcerns: reasonsOf({ ...nobodys, staffPath: true }, school, staffId).length > 0,
    channels: {
      email: channels.get(staffId)?.email ?? false,
      devices: channels.get(staffId)?.devices.length ?? 0,
    },
  };
}

type Names = Awaited<ReturnType<typeof readNames>>;

async function readNames(ground: Ground, schoolId: string) {
  const reader = ground.database.read;
  const [categories, classes, years, groups] = await Promise.all([
    readNamed(reader, ground, schoolId, 'categories'),
    readInOrder(reader, ground, schoolId, 'classes'),
    readInOrder(reader, ground, schoolId, 'year_groups'),
    readNamed(reader, ground, schoolId, 'alert_groups'),
  ]);
  return { categories: [...categories].map(([id, name]) => ({ id, name })), classes, years, groups };
}

type School = Awaited<ReturnType<typeof loadRules>>;
type Concern = Parameters<typeof recipientsOf>[0];
type Place = Pick<Concern['pupils'][number], 'classId' | 'yearGroupId'>;

/** A concern that nobody wrote and that is about nobody. */
const nobodys: Concern = {
  authorId: null,
  aboutStaff: new Set(),
  staffPath: false,
  pupils: [],
  categories: [],
  byHand: { staff: [], groups: [] },
  quarantined: false,
};

/** Every class and year group that a pupil could be in, or neither. */
async function readPlaces(reader: Reader, schoolId: string): Promise<Place[]> {
  const [classes, years, pupils] = await Promise.all([
    reader('classes').where({ school_id: schoolId }).select('id', 'year_group_id'),
    reader('year_groups').where({ school_id: schoolId }).pluck<string[]>('id'),
    reader('pupils').where({ school_id: schoolId }).distinct('class_id', 'year_group_id'),
  ]);
  return [
    ...classes.map((row) => ({ classId: row.id, yearGroupId: row.year_group_id })),
    ...years.map((id) => ({ classId: null, yearGroupId: id })),
    ...pupils.map((row) => ({ classId: row.class_id, yearGroupId: row.year_group_id })),
    { classId: null, yearGroupId: null },
  ];
}

/** Asks who is alerted, for a concern of each category about a pupil of each class, and keeps this person's reasons. */
function findReasons(school: School, places: readonly Place[], staffId: string): Reason[] {
  const categories = [[], ...[...school.parents.keys()].map((id) => [id])];
  return categories.flatMap((own) =>
    places.flatMap((place) => {
      const pupils = [{ ...place, connectedStaff: new Set<string>() }];
      return reasonsOf({ ...nobodys, pupils, categories: own }, school, staffId);
    }),
  );
}

function reasonsOf(concern: Concern, school: School, staffId: string): readonly Reason[] {
  return recipientsOf(concern, school).find((one) => one.staffId === staffId)?.reasons ?? [];
}

/** Groups that bring somebody in, by rule id or by code; '' stands for being named. */
function gather(reasons: readonly Reason[]): Map<string, ReadonlySet<string>> {
  const told = new Map<string, Set<string>>();
  for (const { code, ruleId, groupId } of reasons) {
    const key = ruleId ?? code;
    told.set(key, (told.get(key) ?? new Set()).add(groupId ?? ''));
  }
  return told;
}

function shownRule(rule: AlertRule, groups: ReadonlySet<string> | undefined, names: Names): SeenTold[] {
  if (!groups) return [];
  const among = (all: readonly Named[], wanted: Iterable<string>) => {
    const ids = new Set(wanted);
    return all.filter(({ id }) => ids.has(id));
  };
  return [
    {
      rule: {
        id: rule.id,
        categories: among(names.categories, rule.categories),
        classes: among(names.classes, rule.classes),
        years: among(names.years, rule.years),
      },
      code: 'rule',
      groups: groupNames(groups, names),
    },
  ];
}

function groupNames(groups: ReadonlySet<string>, names: Names): string[] {
  return [...groups].flatMap((id) => names.groups.get(id) ?? []);
}
