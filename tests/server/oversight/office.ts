import type { Change } from '../../../protocol/changes/change';
import type { Outcome } from '../../../protocol/changes/endpoints';
import type { SchoolPlan } from '../../../server/set-up/school-plan';
import { openHouse, type TestHouse } from '../house';
import { aCategory, aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { confirm } from './confirm';
import { idsOf } from './ids';

export const NADIA = 'nadia.shah@oakfield.example';
export const JO = 'jo.price@oakfield.example';
export const TOM = 'tom.lowe@oakfield.example';
const SUE = 'sue.coyle@oakfield.example';

/**
 * Oakfield with two leads who read everything; Jo, a teacher who views Attendance and Truancy below it; and Sue, the
 * business manager, who administers everything and reads nothing.
 */
export function oakfield(given: Partial<SchoolPlan> = {}): SchoolPlan {
  const base = aSchool();
  const views = { viewPupils: false, viewConcerns: true, addConcerns: true };
  return aSchool({
    staff: [
      ...base.staff,
      aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM }),
      aTeacher({ firstName: 'Sue', lastName: 'Coyle', email: SUE, userGroup: 'Administrators' }),
    ],
    school: { ...base.school, deputyEmails: [TOM] },
    userGroups: [
      ...base.userGroups,
      {
        name: 'Administrators',
        higherLevel: true,
        unrestricted: false,
        administration: ['staff', 'pupils', 'groups', 'categories', 'alerts', 'settings'],
      },
    ],
    categories: [
      aCategory({ name: 'Home' }),
      aCategory({ name: 'Neglect', parent: 'Home', restricted: true, urgent: true }),
      aCategory({ name: 'Behaviour' }),
      aCategory({ name: 'Attendance' }),
      aCategory({ name: 'Truancy', parent: 'Attendance' }),
    ],
    permissions: [...base.permissions, { userGroup: 'Teachers', category: 'Attendance', ...views }],
    automaticAlerts: [],
    ...given,
  });
}

export interface Office {
  readonly house: TestHouse;
  readonly id: Awaited<ReturnType<typeof idsOf>>;
  readonly sue: Visitor;
  /** Sue makes changes; answers what came of each. */
  make(...changes: Change[]): Promise<Outcome[]>;
  /** Sue makes one change; answers 'made', or who would gain what by it, as words. */
  outcomeOf(change: Change): Promise<string | string[]>;
  /** The sentence with which one change is refused. @throws when it is not */
  refusalOf(change: Change): Promise<string>;
  /** A lead confirms everything that waits. */
  confirmAll(): Promise<void>;
  /** Looks the ids up again, after something was added. */
  ids(): ReturnType<typeof idsOf>;
}

/** Opens the school office of Oakfield, with Sue at her desk. */
export async function openOffice(plan: SchoolPlan = oakfield()): Promise<Office> {
  const house = await openHouse({ plan });
  const sue = (await elevatedLead(house, SUE)).browser;
  const make = async (...changes: Change[]) =>
    (await sue.must('makeChanges', { body: { changes } })).outcomes;
  return {
    house,
    id: await idsOf(house),
    sue,
    make,
    outcomeOf: async (change) => {
      const [outcome] = await make(change);
      return outcome?.outcome === 'waits' ? gainsShown(sue, outcome.pendingId) : 'made';
    },
    refusalOf: async (change) => {
      const answered = await sue.call('makeChanges', { body: { changes: [change] } });
      if (answered.status < 400) throw new Error(`${change.kind} was not refused`);
      return answered.problem.title;
    },
    confirmAll: async () => {
      const nadia = (await elevatedLead(house, NADIA)).browser;
      const { pending } = await nadia.must('listPendingChanges');
      for (const { id } of pending) await confirm(nadia, id);
    },
    ids: () => idsOf(house),
  };
}

/** "Jo Price: told Behaviour", for every person and gain that the pending list names. */
async function gainsShown(sue: Visitor, pendingId: string | null): Promise<string[]> {
  const { pending } = await sue.must('listPendingChanges');
  const one = pending.find(({ id }) => id === pendingId);
  if (!one) throw new Error('the change that waits is not in the list');
  // Pupils are made up by number: one line for each, without a name.
  const lines = one.widening.flatMap(({ code, target, staff }) => {
    const word = code === 'pupil' ? '' : (one.names[target ?? ''] ?? '');
    return staff.map((id) => [`${one.names[id] ?? id}:`, code, word].join(' ').trim());
  });
  return lines.sort();
}
