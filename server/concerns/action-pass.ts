import { timingSafeEqual } from 'node:crypto';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';

/** What the school said when somebody had a concern open. */
export interface ActionPass {
  /** school's clock, ms */
  readonly at: number;
  /** with full access */
  readonly elevated: boolean;
}

/** Whose pass it is, and for which concern. */
interface Place {
  readonly schoolId: string;
  readonly staffId: string;
  readonly concernId: string;
}

/**
 * The school's word that somebody who may add an action had this concern open, when, and with full access or without:
 * what they then write without a connection is taken by it (decision 0024). It opens nothing by itself, and is worth
 * nothing to anybody else or for another concern.
 */
export function makeActionPass(
  ground: Ground,
  { schoolId, staffId, elevated }: StaffActor,
  concernId: string,
): string {
  const pass = { at: ground.clock.now(), elevated };
  return `${String(pass.at)}.${elevated ? '1' : '0'}.${mark(ground, { schoolId, staffId, concernId }, pass)}`;
}

/** Null for a pass that the school did not give to this person for this concern. */
export function readActionPass(ground: Ground, place: Place, pass: string): ActionPass | null {
  const [, at, elevated, given] = /^(\d{1,15})\.([01])\.([0-9a-f]{64})$/.exec(pass) ?? [];
  if (at === undefined || given === undefined) return null;
  const said = { at: Number(at), elevated: elevated === '1' };
  const same = timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(mark(ground, place, said), 'hex'));
  return same ? said : null;
}

function mark(ground: Ground, { schoolId, staffId, concernId }: Place, pass: ActionPass): string {
  const said = [staffId, concernId, String(pass.at), pass.elevated ? 'elevated' : 'plain'];
  return ground.keys.blindIndex(schoolId, 'action-pass', said.join(' '));
}
