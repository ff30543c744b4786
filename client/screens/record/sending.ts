import type { FieldError } from '../../components/heed-error-summary';
import { go } from '../../router';
import { record as words } from '../../strings/record';
import { buildBody } from './build-body';
import { FIELDS } from './check-record';
import { leadName } from './form-view';
import { noteJustSent, type JustSent } from './just-sent';
import { isUrgent } from './kinds';
import type { OpenRecord } from './open-record';
import type { Visit } from './opening';
import type { RecordContent } from './record-content';

/** A record that is sealed and in the outbox, and what its "Sent" screen says first. */
export interface SealedRecord {
  envelopeId: string;
  says: JustSent;
}

/**
 * Seals a record as it stands. Null when it stays: there is nothing to send, or another tab was faster.
 * @throws what saving and sealing throw: nothing was sent
 */
export async function sealRecord(
  record: OpenRecord,
  content: RecordContent,
  { board, withoutUnlocking }: Visit,
): Promise<SealedRecord | null> {
  const body = buildBody(content, { now: Date.now(), lead: leadName(board) });
  const result = await record.send(body, content);
  if (result?.kind !== 'sent') return null;
  const says = {
    findSomeone: content.told === 'not-yet' && isUrgent(board?.categories ?? [], content.categories),
    told: body.told.who ?? '',
    unconfirmed: withoutUnlocking,
  };
  return { envelopeId: result.envelopeId, says };
}

/** Goes on to what has become of it. */
export async function showSent({ envelopeId, says }: SealedRecord): Promise<void> {
  noteJustSent(envelopeId, says);
  await go(`/record/${envelopeId}/sent`, { replace: true });
}

/** What sealing found wrong that the person can mend; null: the record could not be written down. */
export function faultOfSealing(fault: unknown): FieldError | null {
  // By name: the classes come with HPKE, which is fetched after this screen.
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'RecordTooLong') return { field: FIELDS.what, text: words.errors.tooLong };
  if (name === 'NotEnrolled') return { field: FIELDS.what, text: words.errors.notEnrolled };
  return null;
}

/** Found while sealing, not by looking at the answers. */
export function isOfSealing({ text }: FieldError): boolean {
  return text === words.errors.tooLong || text === words.errors.notEnrolled;
}
