import type {
  previewAutomaticAlert,
  RulePreview,
  RuleSentence,
  TestedPerson,
  testAutomaticAlerts,
} from '../../protocol/automatic-alerts';
import type { BodyOf } from '../../protocol/endpoint';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readNamed } from '../school/names';
import { readPeople } from '../school/read-people';
import type { Reader } from '../storage/database';
import { loadRules } from './load-rules';
import { previewOf } from './preview-rule';
import { recipientsOf } from './recipients';
import { loadRecentConcerns } from './recent-concerns';
import type { AlertedPupil, AlertRule, Reason } from './rules';

/** Stands for a rule that is not saved yet. */
const DRAFT = 'draft';

/** What a rule would have sent lately: numbers and names of staff, no concern and no pupil. */
export async function previewRule(
  ground: Ground,
  actor: StaffActor,
  sentence: BodyOf<typeof previewAutomaticAlert>,
): Promise<RulePreview> {
  const { schoolId } = actor;
  const reader = ground.database.read;
  const [school, concerns, people, groups] = await Promise.all([
    loadRules(reader, schoolId),
    loadRecentConcerns(ground, actor),
    readPeople(reader, ground, schoolId),
    readNamed(reader, ground, schoolId, 'alert_groups'),
  ]);
  const preview = previewOf(ruleOf(DRAFT, sentence), concerns, school);
  const told = new Map(preview.people.map((one) => [one.staffId, one]));
  return {
    ...preview,
    people: people.among(told.keys()).flatMap(({ id, name }) => {
      const one = told.get(id);
      if (!one) return [];
      const names = [...one.groups].map((group) => groups.get(group) ?? '');
      return [{ id, name, groups: names, alerts: one.alerts, leftOut: one.leftOut }];
    }),
  };
}

/** Who would be alerted to a concern that nobody wrote, and why. Nobody is told. */
export async function testRules(
  ground: Ground,
  { schoolId }: StaffActor,
  given: BodyOf<typeof testAutomaticAlerts>,
): Promise<{ people: TestedPerson[] }> {
  const reader = ground.database.read;
  const [school, pupil, people, groups, categories] = await Promise.all([
    loadRules(reader, schoolId),
    pupilOf(reader, schoolId, given),
    readPeople(reader, ground, schoolId),
    readNamed(reader, ground, schoolId, 'alert_groups'),
    readNamed(reader, ground, schoolId, 'categories'),
  ]);
  const recipients = recipientsOf(
    {
      authorId: null,
      aboutStaff: new Set(),
      staffPath: false,
      pupils: [pupil],
      categories: given.categoryId === null ? [] : [given.categoryId],
      byHand: { staff: [], groups: [] },
      quarantined: false,
    },
    { ...school, rules: withDraft(school.rules, given.draft) },
  );
  const why = (reason: Reason) => whyOf(reason, groups, categories);
  const reasons = new Map(recipients.map((one) => [one.staffId, one.reasons]));
  return {
    people: people.among(reasons.keys()).map(({ id, name }) => ({
      id,
      name,
      why: (reasons.get(id) ?? []).map(why),
    })),
  };
}

type Tested = BodyOf<typeof testAutomaticAlerts>;

function withDraft(rules: readonly AlertRule[], draft: Tested['draft']): AlertRule[] {
  if (!draft) return [...rules];
  return [...rules.filter(({ id }) => id !== draft.ruleId), ruleOf(DRAFT, draft.rule)];
}

async function pupilOf(
  reader: Reader,
  schoolId: string,
  { classId, yearGroupId }: Pick<Tested, 'classId' | 'yearGroupId'>,
): Promise<AlertedPupil> {
  const row =
    classId === null
      ? undefined
      : await reader('classes').where({ school_id: schoolId, id: classId }).first('year_group_id');
  return { classId, yearGroupId: row?.year_group_id ?? yearGroupId, connectedStaff: new Set() };
}

function ruleOf(id: string, { categories, classes, years, groups, staff }: RuleSentence): AlertRule {
  return { id, categories, groups, staff, classes: new Set(classes), years: new Set(years) };
}

function whyOf(
  { code, groupId, categoryId, ruleId }: Reason,
  groups: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string>,
): TestedPerson['why'][number] {
  return {
    code: code === 'fallback' || code === 'head' || code === 'chair' ? code : 'rule',
    group: groups.get(groupId ?? '') ?? null,
    category: categories.get(categoryId ?? '') ?? null,
    ruleId: ruleId === undefined || ruleId === DRAFT ? null : ruleId,
  };
}
