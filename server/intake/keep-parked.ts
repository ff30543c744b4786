import { createHash } from 'node:crypto';
import type { BodyOf } from '../../protocol/endpoint';
import type { keepParked as endpoint } from '../../protocol/parked';
import type { ParkedWord } from '../../protocol/parked-word';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { parkedEnded } from '../parked/audit-rows';
import { endDraft, sentLineages } from '../parked/store';
import type { Transaction } from '../storage/database';
import type { ParkedDraftRow } from '../storage/rows/parked-drafts';
import { matchParked } from './match-parked';

type Parked = BodyOf<typeof endpoint>;
interface Sender {
  readonly schoolId: string;
  readonly deviceId: string;
}
type Held = Pick<ParkedDraftRow, 'ended_at'> | undefined;

/**
 * Takes a draft that was left, as it lies on a device, durably and as often as it is sent: the same revision changes
 * nothing, an older one never takes the place of a newer one (envelope.md, Parked drafts).
 * @returns what the school holds now, to be signed
 */
export async function keepParked(ground: Ground, sender: Sender, parked: Parked): Promise<ParkedWord> {
  const { envelopeId, ciphertext } = parked;
  if (ciphertext === null) {
    await throwAway(ground, sender, parked);
    return { envelopeId, sha256: null, standing: 'ended', serverTime: timeStamp(ground.clock) };
  }
  const bytes = Buffer.from(ciphertext, 'base64url');
  const sha256 = createHash('sha256').update(bytes).digest('base64url');
  const held = await ground.database.write((trx) => keep(trx, ground, sender, { parked, bytes, sha256 }));
  ground.faultPoint('parked-kept');
  // Until this is done nobody learns of what was kept; where a crash prevents it, `matchLeft` does it.
  await matchParked(ground, sender.schoolId, envelopeId);
  return { envelopeId, ...held, serverTime: timeStamp(ground.clock) };
}

async function keep(
  trx: Transaction,
  ground: Ground,
  { schoolId, deviceId }: Sender,
  { parked, bytes, sha256 }: { parked: Parked; bytes: Buffer; sha256: string },
): Promise<Pick<ParkedWord, 'sha256' | 'standing'>> {
  const here = { school_id: schoolId, envelope_id: parked.envelopeId };
  const at = timeStamp(ground.clock);
  const sent = (await sentLineages(trx, schoolId, [parked.lineageId])).length > 0;
  const fresh = {
    ...here,
    lineage_id: parked.lineageId,
    device_id: deviceId,
    revision: parked.revision,
    sha256,
    ciphertext: bytes,
    began_at: believable(parked.beganAt, at),
    touched_at: believable(parked.touchedAt, at),
    parked_at: at,
    received_at: at,
    ...(sent ? ({ ended_at: at, ended_by: 'concern' } as const) : {}),
  };
  const added = await trx('parked_drafts')
    .insert(fresh)
    .onConflict(['school_id', 'envelope_id'])
    .ignore()
    .returning('envelope_id');
  if (added.length === 0) {
    // On PostgreSQL two may come at once: the second waits here.
    const held = await trx('parked_drafts').where(here).forUpdate().first();
    // Its own digest, which is not that of other bytes: what was sent now is not what is held.
    if (!held || held.revision >= parked.revision)
      return { sha256: held?.sha256 ?? null, ...standingOf(held) };
    await trx('parked_drafts')
      .where(here)
      .update(renewed(held, fresh, sent));
  }
  const now = await trx('parked_drafts').where(here).first('ended_at');
  const actor = `device:${deviceId}`;
  const ended = sent ? [parkedEnded(schoolId, { id: parked.envelopeId, by: 'concern', at, actor })] : [];
  const facts = { revision: parked.revision };
  await appendAudit(
    trx,
    { schoolId, at, actor, what: 'parked.kept', object: `parked:${parked.envelopeId}`, facts },
    ...ended,
  );
  return { sha256, ...(sent ? { standing: 'ended' } : standingOf(now)) };
}

/** A device's clock may be years off: what lies ahead, or is no day, is now. */
function believable(told: string, now: string): string {
  return Number.isNaN(Date.parse(told)) || told > now ? now : told;
}

const standingOf = (held: Held): Pick<ParkedWord, 'standing'> => ({
  standing: held?.ended_at ? 'ended' : 'open',
});

/**
 * Written on after its author threw it away elsewhere: it waits again. What was sent or opened stays ended. What is
 * known stays as of the older revision, and so counts for nothing until `matchParked` has looked into this one.
 */
function renewed(
  held: ParkedDraftRow,
  fresh: Partial<ParkedDraftRow>,
  sent: boolean,
): Partial<ParkedDraftRow> {
  const { revision, sha256, ciphertext, device_id, touched_at, received_at } = fresh as ParkedDraftRow;
  const change = { revision, sha256, ciphertext, device_id, touched_at, received_at };
  const again = held.ended_by === 'author' && !sent;
  return again ? { ...change, ended_at: null, ended_by: null } : change;
}

/** Deleted where it was written, by whoever wrote it. */
async function throwAway(
  ground: Ground,
  { schoolId, deviceId }: Sender,
  { envelopeId, lineageId }: Parked,
): Promise<void> {
  await ground.database.write(async (trx) => {
    const row = await trx('parked_drafts')
      .where({ school_id: schoolId, envelope_id: envelopeId, lineage_id: lineageId, ended_at: null })
      .first('school_id', 'envelope_id', 'lineage_id', 'parked_at');
    if (!row) return;
    const ended = await endDraft(trx, ground, row, 'author');
    const by = { by: 'author', at: timeStamp(ground.clock), actor: `device:${deviceId}` } as const;
    await appendAudit(trx, ...ended.map((id) => parkedEnded(schoolId, { id, ...by })));
  });
}
