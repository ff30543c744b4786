import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { matchParked } from './match-parked';

/** Rows looked for at a time. */
const BATCH = 100;

/**
 * Looks into drafts that were kept and then not looked into, because the server died in between: at start and every
 * hour. Nobody learns of one before, and the device that left it need not come back. One that throws holds up nobody.
 */
export async function matchLeft(ground: Ground): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await findUnmatched(ground, after);
    for (const { school_id, envelope_id } of rows) await matchOrLater(ground, school_id, envelope_id);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.envelope_id;
  }
}

/** Only those whose key has come; the others are matched when it does. */
async function findUnmatched(
  ground: Ground,
  after: string,
): Promise<{ school_id: string; envelope_id: string }[]> {
  return ground.database
    .read('parked_drafts as d')
    .join('envelopes as e', (on) =>
      on.on('e.school_id', 'd.school_id').andOn('e.envelope_id', 'd.envelope_id'),
    )
    .where('e.kind', 'parked')
    .where((behind) => behind.whereNull('d.known_revision').orWhereRaw('d.known_revision < d.revision'))
    .where('d.envelope_id', '>', after)
    .orderBy('d.envelope_id')
    .limit(BATCH)
    .select<{ school_id: string; envelope_id: string }[]>('d.school_id', 'd.envelope_id');
}

async function matchOrLater(ground: Ground, schoolId: string, envelopeId: string): Promise<void> {
  try {
    await matchParked(ground, schoolId, envelopeId);
  } catch (fault) {
    const code = fault instanceof Error ? fault.name : 'unknown';
    ground.log.error(
      { envelope: envelopeId, code, at: timeStamp(ground.clock) },
      'a draft that was left waits to be looked into again',
    );
  }
}
