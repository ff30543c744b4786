import { administrationRights } from '../../../protocol/administration';
import type { BodyOf } from '../../../protocol/endpoint';
import type { Seen, SeeAsMode, TestedAlert, testSeeAs } from '../../../protocol/see-as';
import { groupWorks, type StaffActor } from '../../access/actor';
import { anyObject, can } from '../../access/can';
import { showAbsence } from '../../alerts/absence/show-absence';
import { testRules } from '../../alerts/rehearse-alerts';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import { readPupilFiles } from '../../concerns/pupils-shown';
import type { Ground } from '../../ground';
import { currentPupils } from '../../pupils/joined-pupils';
import { loadRestrictions } from '../../school/load-restrictions';
import { readSeenAlerts } from './seen-alerts';
import { readSeenPerson } from './seen-person';
import { countSeenRecords } from './seen-records';
import { readSeenSchool } from './seen-school';

/**
 * What exactly one person can see and be told now, and why (product.md section 6, "See as"). It asks the rules that
 * reading and alerting ask and has none of its own; that somebody looked stands in the audit.
 * @throws problem 'not-found' for staff of another school
 */
export async function seeAs(
  ground: Ground,
  asker: StaffActor,
  staffId: string,
  mode: SeeAsMode,
): Promise<Seen> {
  const reader = ground.database.read;
  const { person, actor } = await readSeenPerson(ground, asker, staffId, mode);
  const restrictions = await loadRestrictions(reader, asker.schoolId);
  const [school, records, alerts, absence, connected] = await Promise.all([
    readSeenSchool(ground, actor, restrictions),
    countSeenRecords(ground, asker, actor, restrictions),
    readSeenAlerts(ground, actor),
    readAbsence(ground, actor),
    readConnected(ground, actor),
  ]);
  await noteUse(ground, asker, staffId, 'see-as.opened', mode);
  return {
    person,
    mode,
    works: groupWorks(actor),
    ...school,
    connected,
    records,
    administration: administrationRights.filter((right) => can(actor, `administer.${right}`, anyObject)),
    ...alerts,
    ...absence,
  };
}

/** Whether one person would be alerted to a concern that nobody wrote, by the rules as they stand. */
export async function testAlertTo(
  ground: Ground,
  asker: StaffActor,
  staffId: string,
  given: BodyOf<typeof testSeeAs>,
): Promise<TestedAlert> {
  await readSeenPerson(ground, asker, staffId, 'full-access');
  const { people } = await testRules(ground, asker, { ...given, yearGroupId: null, draft: null });
  await noteUse(ground, asker, staffId, 'see-as.tested');
  const own = people.find(({ id }) => id === staffId);
  return {
    told: own !== undefined,
    why: own?.why ?? [],
    others: people.filter(({ id }) => id !== staffId).length,
  };
}

/** Who is alerted in whose place today (docs/specs/alerts.md, "Absence cover"). */
async function readAbsence(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<Pick<Seen, 'away' | 'standsInFor'>> {
  const { absence, standsInFor, today } = await showAbsence(ground, schoolId, staffId);
  return {
    away: absence?.now ? { cover: absence.cover.name, until: absence.until } : null,
    standsInFor: standsInFor.filter(({ from }) => from <= today).map(({ name, until }) => ({ name, until })),
  };
}

async function readConnected(ground: Ground, { schoolId, staffId }: StaffActor): Promise<Seen['connected']> {
  const reader = ground.database.read;
  const ids = await reader('connected_staff')
    .where({ school_id: schoolId, staff_id: staffId })
    .pluck<string[]>('pupil_id');
  const today = new Set((await currentPupils(reader, schoolId, ids)).values());
  const files = await readPupilFiles(reader, ground, schoolId, [...today]);
  return [...files.values()]
    .map(({ id, name, className }) => ({ id, name, className }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function noteUse(
  ground: Ground,
  { schoolId, staffId: actor }: StaffActor,
  staffId: string,
  what: 'see-as.opened' | 'see-as.tested',
  mode?: SeeAsMode,
): Promise<void> {
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor,
      what,
      object: `staff:${staffId}`,
      ...(mode ? { facts: { kind: mode } } : {}),
    }),
  );
}
