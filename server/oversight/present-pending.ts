import { rightOfChange, type Change } from '../../protocol/changes/change';
import { rowHeadings } from '../../protocol/changes/import';
import type { PendingChange } from '../../protocol/changes/endpoints';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import type { Ground } from '../ground';
import { readPupilNames } from '../pupils/names';
import { readNamed, readStaffNames } from '../school/names';
import { idsOfAdded, namesOfAdded } from './added-ids';
import { confirmersOf } from './confirmers';
import { loadAccess } from './load-access';
import { factsOfPending, listWaiting, markOf, withoutSecret, type Pending } from './pending-store';

/** Changes that wait, each with words for its ids, and what this person may do about it. */
export async function presentPending(ground: Ground, actor: StaffActor): Promise<PendingChange[]> {
  const reader = ground.database.read;
  const waiting = await listWaiting(reader, ground, actor.schoolId);
  if (waiting.length === 0) return [];
  const [school, words] = await Promise.all([
    loadAccess(reader, actor.schoolId),
    readWords(ground, actor.schoolId, waiting.flatMap(idsOf)),
  ]);
  return waiting.map((pending) => {
    const { all, otherLeads } = confirmersOf(school, {
      madeBy: pending.madeBy,
      right: rightOfChange[pending.change.kind],
    });
    const facts = factsOfPending(pending, otherLeads);
    const nameOf = (id: string) => words.get(id) ?? '';
    return {
      id: pending.id,
      change: shownOf(pending.change),
      widening: [...pending.widening],
      shown: markOf(pending.widening),
      names: namesIn(pending, words),
      madeBy: { id: pending.madeBy, name: nameOf(pending.madeBy) },
      madeAt: pending.madeAt,
      effectiveAt: pending.effectiveAt,
      mayDecide: can(actor, 'change.decide', facts),
      mayWithdraw: can(actor, 'change.withdraw', facts),
      confirmers: all.map(nameOf),
    };
  });
}

/** Of people who are imported: where they are to stand. The rest is for those who keep the roll and the staff. */
const STANDING: ReadonlySet<string> = new Set([
  rowHeadings.onRoll,
  'Class',
  'Year group',
  'User group',
  'Lead',
  'Deputies',
  'Head',
]);

/** Without what only goes in: rows of people, and a provider's secret. */
function shownOf(change: Change): Change {
  if (change.kind !== 'import.pupils' && change.kind !== 'import.staff') return withoutSecret(change);
  const rows = change.rows.map((row) => ({
    ...row,
    fields: row.fields.filter(({ name }) => STANDING.has(name)),
  }));
  return { ...change, rows };
}

/** Names of everything that these changes may speak of. */
async function readWords(
  ground: Ground,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const reader = ground.database.read;
  const tables = ['classes', 'year_groups', 'alert_groups', 'categories', 'user_groups'] as const;
  const named = await Promise.all(tables.map((table) => readNamed(reader, ground, schoolId, table)));
  const rows = await reader('staff').where({ school_id: schoolId }).select('id');
  const staff = await readStaffNames(
    reader,
    ground,
    schoolId,
    rows.map((row) => row.id),
  );
  return new Map([
    ...named.flatMap((one) => [...one]),
    ...[...staff.values()].map(({ id, name }) => [id, name] as const),
    ...(await readPupilNames(reader, ground, schoolId, [...new Set(ids)])),
  ]);
}

/** What the change itself adds has no row yet: its name stands in the change. */
function namesIn(pending: Pending, words: ReadonlyMap<string, string>): Record<string, string> {
  const newId = idsOfAdded(pending.id);
  const added = new Map(namesOfAdded(pending.change).map((name) => [newId(), name]));
  return Object.fromEntries(
    [...new Set(idsOf(pending))].flatMap((id) => {
      const word = words.get(id) ?? added.get(id);
      return word === undefined ? [] : [[id, word]];
    }),
  );
}

function idsOf({ change, widening }: Pending): string[] {
  return [...idsIn(change), ...widening.flatMap(({ target, staff }) => [target ?? '', ...staff])];
}

/** Every string in a change that could be an id. */
function idsIn(change: Change): string[] {
  return [...JSON.stringify(change).matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].map(
    ([id]) => id,
  );
}
