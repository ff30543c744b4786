import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { factsOf } from '../parked/draft-facts';
import { mailAuthor } from '../parked/mail-author';
import { findParked, sentLineages } from '../parked/store';
import type { ParkedDraftRow } from '../storage/rows/parked-drafts';
import { openDraft } from './open-draft';
import { openParkedKey } from './open-raw';

/**
 * Brings a draft and its parked envelope together, whichever came first: whose it is, and which ids in it decide who
 * may know that it exists. Its words stay sealed; nobody is shown any. Its author is mailed once, unless it was sent
 * meanwhile. Matching again changes nothing.
 */
export async function matchParked(ground: Ground, schoolId: string, envelopeId: string): Promise<void> {
  const row = await findParked(ground.database.read, schoolId, envelopeId);
  if (!row || row.known_revision === row.revision) return;
  const envelope = await ground.database
    .read('envelopes')
    .where({ school_id: schoolId, envelope_id: envelopeId, kind: 'parked' })
    .first('raw');
  if (!envelope) return;
  const looked = await lookInto(ground, row, envelope.raw);
  await ground.database.write(async (trx) => {
    const changed = await trx('parked_drafts')
      .where({ school_id: schoolId, envelope_id: envelopeId, revision: row.revision })
      .where((before) => before.whereNull('known_revision').orWhere('known_revision', '<', row.revision))
      .update({ known_revision: row.revision, ...looked });
    if (changed === 0 || row.ended_at !== null) return;
    if ((await sentLineages(trx, schoolId, [row.lineage_id])).length > 0) return;
    await mailAuthor(trx, ground, { ...row, author_id: looked.author_id }, 'left');
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: looked.author_id ?? `device:${row.device_id}`,
      what: 'parked.kept',
      object: `parked:${envelopeId}`,
      facts: { revision: row.revision, known: true },
    });
  });
}

async function lookInto(
  ground: Ground,
  row: ParkedDraftRow,
  raw: Uint8Array,
): Promise<Pick<ParkedDraftRow, 'author_id' | 'facts'>> {
  const key = await openParkedKey(ground, row.school_id, raw);
  const content = key && openDraft(row, key);
  return { author_id: key?.authorId ?? null, facts: content ? JSON.stringify(factsOf(content.read)) : null };
}
