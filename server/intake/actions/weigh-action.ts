import type { NewAction } from '../../../protocol/concern-actions';
import type { QuarantineReason } from '../../../protocol/concerns';
import type { Payload } from '../../../protocol/payload';
import type { StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import { DAY, HOUR, MINUTE } from '../../clock';
import { readActionPass, type ActionPass } from '../../concerns/action-pass';
import { digestOf } from '../../concerns/asked-before';
import { checkAction } from '../../concerns/check-action';
import type { Ground } from '../../ground';
import { ProblemError } from '../../http/problem';
import { knowConcerns } from '../../records/load-facts';
import { loadRestrictions } from '../../school/load-restrictions';
import { localTime } from '../../school/local-time';
import { readSchool } from '../../school/school';
import { elevatedActorOf } from '../../staff/elevated-actor';
import type { Transaction } from '../../storage/database';
import type { UnjudgedRow } from '../judging';
import { askedIn } from './asked-in';
import type { ActedOn } from './find-concern';

/** An older one may be overtaken by what has happened since, ms. */
const LATE = 7 * DAY;
/** How long access lasts after a concern was read: full access an hour at most, a session a day (elevation.md), ms. */
const LASTS = { elevated: HOUR, plain: DAY } as const;
/** A device's clock may be this far off, ms. */
const OFF = 5 * MINUTE;

interface ToWeigh {
  readonly payload: Payload<'action'>;
  readonly authorId: string | null;
  /** Where it belongs today; null: not here. */
  readonly concern: ActedOn | null;
}

/** An action that can be added, by whom, and to which concern. */
export interface Weighed {
  readonly actor: StaffActor;
  readonly concernId: string;
  readonly action: NewAction;
  /** `digestOf` what its request said. */
  readonly asked: string;
}

/**
 * Whether its author had the concern open when they wrote it, with the access that they still need, and may add it now:
 * by the one rule of access and what that says today. @returns why not, else what is added
 */
export async function weighAction(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  { payload: { body }, authorId, concern }: ToWeigh,
): Promise<QuarantineReason | Weighed> {
  if (!concern) return 'action-alone';
  const { school_id: schoolId } = row;
  const place = { schoolId, staffId: authorId ?? '', concernId: body.concernId };
  const pass = readActionPass(ground, place, body.pass);
  const actor = pass && (await actorNow(trx, schoolId, authorId, pass));
  if (!actor || !wasOpen(pass, body.writtenAt)) return 'action-not-allowed';
  const restrictions = await loadRestrictions(trx, schoolId);
  const facts = (await knowConcerns(trx, ground, actor, [concern.id])).get(concern.id)?.facts;
  const object = facts && ({ kind: 'guarded-concern', concern: facts, restrictions } as const);
  if (!object || !can(actor, 'concern.act', object)) return 'action-not-allowed';
  if (concern.closed_at !== null) return 'action-closed';
  // By the school's clock on both sides: no device says how long ago it was.
  if (Date.parse(row.received_at) - pass.at > LATE) return 'action-late';
  const { timeZone } = await readSchool(trx, ground, schoolId);
  const action = actionOf(body, row.received_at);
  const given = {
    concernId: concern.id,
    action,
    leads: can(actor, 'concern.lead', object),
    from: localTime(pass.at, timeZone).day,
  };
  const fits = await isFit(checkAction(trx, ground, actor, given));
  const asked = digestOf(ground, actor, askedIn(body));
  return fits ? { actor, concernId: concern.id, action, asked } : 'action-unfit';
}

/** Its author with the rights of today, and with full access only if they had it then. */
async function actorNow(
  trx: Transaction,
  schoolId: string,
  authorId: string | null,
  { elevated }: ActionPass,
): Promise<StaffActor | null> {
  const actor = authorId === null ? null : await elevatedActorOf(trx, schoolId, authorId);
  return actor && { ...actor, elevated };
}

/** Written while the access still held with which the concern was read. */
function wasOpen({ at, elevated }: ActionPass, writtenAt: string): boolean {
  const after = Date.parse(writtenAt) - at;
  return after >= -OFF && after <= LASTS[elevated ? 'elevated' : 'plain'] + OFF;
}

/** As the page would have sent it. What waited says when it was written, unless it says when it happened. */
function actionOf(body: ToWeigh['payload']['body'], receivedAt: string): NewAction {
  const waited = Date.parse(receivedAt) - Date.parse(body.writtenAt) > OFF;
  const asked = askedIn(body);
  return { ...asked, happenedAt: asked.happenedAt ?? (waited ? body.writtenAt : null) };
}

async function isFit(checking: Promise<void>): Promise<boolean> {
  try {
    await checking;
    return true;
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.code === 'not-valid') return false;
    throw thrown;
  }
}
