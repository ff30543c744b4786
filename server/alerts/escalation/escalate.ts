import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import type { ConcernRow } from '../../storage/rows/records';
import { coverAbsences, type Covered } from '../absence/cover-absences';
import { loadAlertedPupils, loadRules } from '../load-rules';
import { raiseAlerts } from '../raise-alerts';
import { mayBeTold } from '../recipients';
import type { Recipient, SchoolRules } from '../rules';
import { loadEscalationRules } from './load';
import { queueReminders, type Reminder } from './reminders';
import { dueAfter, nextStep, type EscalationRules, type Step } from './steps';

/** Concerns of one school that go on in one transaction. */
const AT_ONCE = 50;

type DueConcern = Pick<
  ConcernRow,
  | 'id'
  | 'reference'
  | 'author_id'
  | 'about_staff'
  | 'urgent'
  | 'quarantine'
  | 'received_at'
  | 'escalation_step'
>;

/**
 * Takes the next step for the concerns of one school that nobody has taken in time (product.md section 4): alerts,
 * messages, audit and the next date in one transaction, each once, however many processes look.
 * @returns who was told, so that their inboxes look again
 */
export async function escalateSchool(ground: Ground, schoolId: string): Promise<ReadonlySet<string>> {
  return ground.database.write(async (trx) => {
    const rules = await loadEscalationRules(trx, ground, schoolId);
    const told = new Set<string>();
    const reminders: Reminder[] = [];
    const school = await loadRules(trx, schoolId);
    for (const concern of await findDue(trx, ground, schoolId)) {
      const about = await aboutOf(trx, schoolId, concern);
      const step = await stepOf(trx, schoolId, concern, about, school);
      if (!(await moveOn(trx, ground, schoolId, concern, step && rules))) continue;
      if (!step) continue;
      const recipients = await findTold(trx, ground, {
        schoolId,
        concernId: concern.id,
        step,
        about,
        school,
      });
      reminders.push(...(await carryOut(trx, ground, schoolId, concern, step, recipients)));
      for (const { staffId } of recipients) told.add(staffId);
    }
    await queueReminders(trx, ground, schoolId, reminders);
    return told;
  });
}

async function findDue(trx: Transaction, ground: Ground, schoolId: string): Promise<DueConcern[]> {
  return trx('concerns')
    .where({ school_id: schoolId, taken_by: null, closed_at: null })
    .where('escalates_at', '<=', timeStamp(ground.clock))
    .orderBy([{ column: 'urgent', order: 'desc' }, { column: 'escalates_at' }])
    .limit(AT_ONCE)
    .select(
      'id',
      'reference',
      'author_id',
      'about_staff',
      'urgent',
      'quarantine',
      'received_at',
      'escalation_step',
    );
}

/** What decides who may be told of it. */
type About = Covered['concern'];

async function aboutOf(trx: Transaction, schoolId: string, concern: DueConcern): Promise<About> {
  const pupilIds = await trx('concern_pupils')
    .where({ school_id: schoolId, concern_id: concern.id })
    .whereNotNull('pupil_id')
    .pluck<string[]>('pupil_id');
  const aboutStaff = await trx('concern_staff')
    .where({ school_id: schoolId, concern_id: concern.id })
    .pluck<string[]>('staff_id');
  return {
    authorId: concern.author_id,
    aboutStaff: new Set(aboutStaff),
    pupils: await loadAlertedPupils(trx, schoolId, pupilIds),
    quarantined: concern.quarantine !== null,
    staffPath: concern.about_staff === 1,
  };
}

async function stepOf(
  trx: Transaction,
  schoolId: string,
  concern: DueConcern,
  about: About,
  school: SchoolRules,
): Promise<Step | null> {
  const alerted = await readAlerted(trx, schoolId, concern.id);
  const waiting = {
    step: concern.escalation_step,
    quarantined: about.quarantined,
    staffPath: about.staffPath,
    alerted: alerted.map((row) => ({ staffId: row.staff_id, readAt: row.read_at })),
  };
  return nextStep(waiting, school.duty, (staffId) => mayBeTold(staffId, about, school));
}

function readAlerted(trx: Transaction, schoolId: string, concernId: string) {
  return trx('alerts')
    .where({ school_id: schoolId, concern_id: concernId })
    .orderBy('id')
    .select('staff_id', 'read_at');
}

/** False where another process was first, or somebody took or closed it. Without rules nobody is left to ask, and it goes no further. */
async function moveOn(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  concern: DueConcern,
  rules: EscalationRules | null,
): Promise<boolean> {
  const moved = await trx('concerns')
    .where({ school_id: schoolId, id: concern.id, taken_by: null, closed_at: null })
    .where({ escalation_step: concern.escalation_step })
    .update({
      escalation_step: concern.escalation_step + 1,
      escalates_at: rules && dueAfter(ground.clock.now(), concern.urgent === 1, rules),
    });
  return moved === 1;
}

/** Everybody of a step, with those who stand in for whoever of them is away. */
async function findTold(
  trx: Transaction,
  ground: Ground,
  given: Omit<Covered, 'recipients' | 'concern'> & { step: Step; about: About },
): Promise<readonly Recipient[]> {
  const { step, about, schoolId, concernId, school } = given;
  const recipients = [...step.again, ...(step.added ? [step.added] : [])].map((staffId) => ({
    staffId,
    reasons: [{ code: 'waiting' as const }],
  }));
  // Who was told before has not taken it: nobody new would know of it by them.
  const known = step.added === null ? [] : await readAlerted(trx, schoolId, concernId);
  const knowing = new Set(known.map(({ staff_id }) => staff_id));
  return coverAbsences(trx, ground, { schoolId, concernId, recipients, concern: about, school, knowing });
}

async function carryOut(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  concern: DueConcern,
  step: Step,
  recipients: readonly Recipient[],
): Promise<Reminder[]> {
  const at = timeStamp(ground.clock);
  // Who is told again keeps the reasons of their alert; for whom they stand in is new.
  const raised = recipients.map((one) =>
    step.again.includes(one.staffId)
      ? { ...one, reasons: one.reasons.filter(({ inPlaceOf }) => inPlaceOf !== undefined) }
      : one,
  );
  await raiseAlerts(trx, ground, {
    schoolId,
    concernId: concern.id,
    reference: concern.reference,
    urgent: concern.urgent === 1,
    recipients: raised,
    at,
    silently: true,
  });
  const staffIds = recipients.filter(({ away }) => !away).map(({ staffId }) => staffId);
  await appendAudit(trx, {
    schoolId,
    at,
    actor: 'heed',
    what: 'concern.escalated',
    object: `concern:${concern.id}`,
    facts: { step: concern.escalation_step + 1, alerted: staffIds },
  });
  const alerts = await trx('alerts')
    .where({ school_id: schoolId, concern_id: concern.id })
    .whereIn('staff_id', staffIds)
    .select('id', 'staff_id');
  return alerts.map((alert) => ({
    alertId: alert.id,
    staffId: alert.staff_id,
    reference: concern.reference,
    urgent: concern.urgent === 1,
    waited: ground.clock.now() - Date.parse(concern.received_at),
    step: concern.escalation_step + 1,
  }));
}
