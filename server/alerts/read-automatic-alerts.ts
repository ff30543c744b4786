import type { AutomaticAlert, readAutomaticAlerts as endpoint } from '../../protocol/automatic-alerts';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Named } from '../../protocol/fields';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readInOrder } from '../school/names';
import { readCategories } from '../school/read-categories';
import { readPeople, type People } from '../school/read-people';
import { loadRules, readRules } from './load-rules';
import { previewOf } from './preview-rule';
import { loadRecentConcerns } from './recent-concerns';
import { loadWaits, type WaitRules } from './waits/load-waits';
import type { AlertedConcern, AlertRule, SchoolRules } from './rules';

/** Automatic alerts in their order with what each would have sent lately, and what a sentence of one may name. */
export async function readAutomaticAlerts(
  ground: Ground,
  actor: StaffActor,
): Promise<ReplyOf<typeof endpoint>> {
  const { schoolId } = actor;
  const reader = ground.database.read;
  const [categories, classes, years, groups, people, school, rules, concerns, waits] = await Promise.all([
    readCategories(ground, schoolId),
    readInOrder(reader, ground, schoolId, 'classes'),
    readInOrder(reader, ground, schoolId, 'year_groups'),
    readInOrder(reader, ground, schoolId, 'alert_groups'),
    readPeople(reader, ground, schoolId),
    loadRules(reader, schoolId),
    readRules(reader, schoolId),
    loadRecentConcerns(ground, actor),
    loadWaits(reader, ground, schoolId),
  ]);
  const known = { names: { categories, classes, years, groups }, people, school, concerns, waits };
  return {
    rules: rules.map(({ rule, on }) => shownRule(rule, on, known)),
    dailyAt: waits.dailyAt,
    choices: {
      categories: categories.filter(({ mergedInto }) => mergedInto === null),
      classes,
      years,
      groups: groups.map((group) => ({ ...group, people: presentIn(people, school.members.get(group.id)) })),
      staff: people.present,
    },
  };
}

interface Known {
  readonly names: Readonly<Record<'categories' | 'classes' | 'years' | 'groups', readonly Named[]>>;
  readonly people: People;
  readonly school: SchoolRules;
  readonly concerns: readonly AlertedConcern[];
  readonly waits: WaitRules;
}

function shownRule(rule: AlertRule, on: boolean, known: Known): AutomaticAlert {
  const { names, people, school, concerns } = known;
  const told = [...rule.staff, ...rule.groups.flatMap((group) => school.members.get(group) ?? [])];
  const preview = previewOf(rule, concerns, school);
  return {
    id: rule.id,
    on,
    daily: known.waits.daily.has(rule.id),
    categories: among(names.categories, rule.categories),
    classes: among(names.classes, [...rule.classes]),
    years: among(names.years, [...rule.years]),
    groups: among(names.groups, rule.groups),
    staff: people.among(rule.staff),
    reaches: presentIn(people, told),
    lately: {
      alerts: preview.alerts,
      people: preview.people.filter(({ alerts }) => alerts > 0).length,
    },
  };
}

function among(all: readonly Named[], wanted: readonly string[]): Named[] {
  return all.filter(({ id }) => wanted.includes(id)).map(({ id, name }) => ({ id, name }));
}

function presentIn(people: People, ids: readonly string[] = []): number {
  return people.among(ids).filter(({ left }) => !left).length;
}
