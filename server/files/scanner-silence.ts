import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Reader } from '../storage/database';

/** One scanner looks at the files of every school and for every process of this server. */
const ONLY = 1;

/** It was asked and did not answer: since now, unless it was silent before. */
export async function noteSilence({ database, clock }: Ground): Promise<void> {
  if ((await silentSince(database.read)) !== null) return;
  await database.write((trx) =>
    trx('scanner_silence')
      .insert({ id: ONLY, since: timeStamp(clock) })
      .onConflict('id')
      .ignore(),
  );
}

/** It answered: this process, or another one, hears it. */
export async function noteAnswer({ database }: Ground): Promise<void> {
  if ((await silentSince(database.read)) === null) return;
  await database.write((trx) => trx('scanner_silence').where({ id: ONLY }).delete());
}

/** Since when nobody who asked it had an answer, ISO 8601, UTC; null: it answered when it was last asked. */
export async function silentSince(reader: Reader): Promise<string | null> {
  const row = await reader('scanner_silence').where({ id: ONLY }).first('since');
  return row?.since ?? null;
}
