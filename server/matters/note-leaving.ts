import { leavingRefusals } from '../../protocol/words/refusals/pupil-page';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { localTime } from '../school/local-time';
import { readSchool } from '../school/school';
import { refuseUnseen } from './changed-since';
import { findKept, type FoundPupil } from './find-pupil';
import { findLeaving, findShown, openLeaving, sealLeaving, type LeavingDetails } from './leaving';

interface Step {
  readonly what: string;
  readonly done: boolean;
  /** The package that the screen showed; null: this is a new one. */
  readonly packageId: string | null;
  /** Changes what stands there; null: it stands there already. It says why it cannot be yet. */
  readonly step: (known: LeavingDetails, done: boolean) => LeavingDetails | null;
}

const isDone = () => problem('conflict', { title: leavingRefusals.done });

/**
 * Writes down a step of handing a file on, one after the other; a step that is sent twice is written once.
 * @throws problem 'not-found' where nothing is to be handed on; 'conflict' after another package; what `step` throws
 */
async function noteStep(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  given: Step,
): Promise<FoundPupil> {
  const found = await findKept(ground, actor, pupilId);
  if (!(await findShown(ground, actor, found))) throw problem('not-found');
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await trx('pupils').where({ school_id: schoolId, id: pupilId }).forUpdate().first('id');
    const row = await findLeaving(trx, schoolId, pupilId);
    if (!row) throw problem('not-found');
    const known = openLeaving(ground, row);
    const details = given.step(known, row.done_at !== null);
    if (details === null) return;
    if (given.packageId !== null && known.made && known.made.packageId !== given.packageId)
      await refuseUnseen(trx, ground, actor, known.made, 'packed');
    await trx('leaving')
      .where({ school_id: schoolId, id: row.id })
      .update({ ...sealLeaving(ground, row, details), ...(given.done ? { done_at: at } : {}) });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: given.what,
      object: `pupil:${pupilId}`,
      facts: { task: row.id },
    });
  });
  return found;
}

type Sent = Omit<NonNullable<LeavingDetails['sent']>, 'by'>;

/**
 * How, to whom and when it was sent.
 * @throws problem 'conflict' before there is a package, and where something else is said of it; 'not-valid' for a day to come
 */
export async function noteSent(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  { packageId, ...sent }: Sent & { readonly packageId: string },
): Promise<FoundPupil> {
  await mustHaveCome(ground, actor, sent.on);
  return noteStep(ground, actor, pupilId, {
    what: 'leaver.sent',
    packageId,
    done: false,
    step: (known, done) => {
      if (known.sent && sameSent(known.sent, sent)) return null;
      if (done) throw isDone();
      if (known.made === null) throw problem('conflict', { title: leavingRefusals.noPackage });
      if (known.sent)
        throw problem('conflict', {
          title: leavingRefusals.sentAlready,
        });
      return { ...known, sent: { ...sent, by: actor.staffId } };
    },
  });
}

const sameSent = (one: Sent, other: Sent) =>
  one.how === other.how && one.to === other.to && one.on === other.on;

type Receipt = Omit<NonNullable<LeavingDetails['receipt']>, 'by'>;

/**
 * Who has it. Nothing else ends the task.
 * @throws problem 'conflict' before it was sent, and where somebody else has it; 'not-valid' for a day on which nobody can
 */
export async function noteReceipt(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  { packageId, ...receipt }: Receipt & { readonly packageId: string },
): Promise<FoundPupil> {
  await mustHaveCome(ground, actor, receipt.on);
  return noteStep(ground, actor, pupilId, {
    what: 'leaver.received',
    packageId,
    done: true,
    step: (known, done) => {
      if (known.receipt && sameReceipt(known.receipt, receipt)) return null;
      if (done) throw isDone();
      if (known.sent === null) throw problem('conflict', { title: leavingRefusals.notSent });
      if (receipt.on < known.sent.on) throw badDay(leavingRefusals.beforeSending);
      return { ...known, receipt: { ...receipt, by: actor.staffId } };
    },
  });
}

const sameReceipt = (one: Receipt, other: Receipt) =>
  one.name === other.name && one.role === other.role && one.on === other.on;

/** That a package was made, whole, to its last byte. What was sent before it was another one. */
export async function noteMade(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  made: Omit<NonNullable<LeavingDetails['made']>, 'by'>,
): Promise<void> {
  await noteStep(ground, actor, pupilId, {
    what: 'leaver.package-made',
    packageId: null,
    done: false,
    step: (known, done) => {
      if (done) throw isDone();
      const before =
        known.made && known.sent ? [...known.before, { made: known.made, sent: known.sent }] : known.before;
      return { ...known, before, made: { ...made, by: actor.staffId }, sent: null };
    },
  });
}

const badDay = (title: string) => problem('not-valid', { field: 'body.on', title });

/** @param on yyyy-mm-dd @throws problem 'not-valid' for a day that has not come on the school's wall */
async function mustHaveCome(ground: Ground, { schoolId }: StaffActor, on: string): Promise<void> {
  const { timeZone } = await readSchool(ground.database.read, ground, schoolId);
  if (on > localTime(ground.clock.now(), timeZone).day) throw badDay(leavingRefusals.notYet);
}
