import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { verifyAudit } from '../../server/audit/verify';
import { openBody } from '../../server/concerns/body';
import type { Ground } from '../../server/ground';
import { waitFor } from '../server/house';
import type { ServerProcess } from './server-process';

/** One concern as the school's database holds it. */
export interface HeldConcern {
  readonly text: string;
  /** staff id; null when the author is not confirmed */
  readonly authorId: string | null;
  readonly quarantine: string | null;
  readonly lineageId: string;
  readonly writtenAt: string | null;
  readonly receivedAt: string;
}

/** What the school holds of everything that was delivered, in the order in which the school received it. */
export interface Held {
  readonly concerns: HeldConcern[];
  /** concern envelopes, whatever became of them */
  readonly envelopes: number;
  readonly unjudged: number;
  readonly conflicts: number;
  /** concerns that nobody was alerted to */
  readonly unalerted: number;
  readonly auditIsWhole: boolean;
}

/** Reads a running or stopped server's database over its own file. */
export async function whatTheSchoolHolds(server: ServerProcess): Promise<Held> {
  return server.look(holds);
}

async function holds(ground: Ground): Promise<Held> {
  const { read } = ground.database;
  const [school] = await read('schools').select('id');
  const rows = await read('concerns').orderBy('received_at');
  const alerts = await read('alerts').select('concern_id');
  const alerted = new Set(alerts.map((alert) => alert.concern_id));
  const envelopes = await read('envelopes').where({ kind: 'concern' }).select('verdict');
  return {
    concerns: rows.map((row) => ({
      text: openBody(ground, row.school_id, row)?.text ?? '',
      authorId: row.author_id,
      quarantine: row.quarantine,
      lineageId: row.lineage_id,
      writtenAt: row.written_at,
      receivedAt: row.received_at,
    })),
    envelopes: envelopes.length,
    unjudged: envelopes.filter(({ verdict }) => verdict === null).length,
    conflicts: (await read('envelope_conflicts').select('*')).length,
    unalerted: rows.filter(({ id }) => !alerted.has(id)).length,
    auditIsWhole: (await verifyAudit(read, school!.id)).whole,
  };
}

/** Waits until the school has received and judged so many concern envelopes. */
export async function untilJudged(server: ServerProcess, count: number): Promise<void> {
  await server.look(({ database: { read } }) =>
    waitFor(async () => {
      await pause(100);
      const judged = await read('envelopes')
        .where({ kind: 'concern' })
        .whereNotNull('verdict')
        .select('sha256');
      return judged.length >= count;
    }, 120_000),
  );
}

/**
 * The four promises (failures.md) as the school's database tells them: nothing lost and nothing twice — these texts,
 * each once, each from one envelope —, somebody alerted to each, and no word of them in any mail.
 * @returns the concerns, in the order in which the school received them
 */
export async function expectHeldOnce(server: ServerProcess, ...texts: string[]): Promise<HeldConcern[]> {
  await untilJudged(server, texts.length);
  const held = await whatTheSchoolHolds(server);
  expect(held.concerns.map(({ text }) => text).sort()).toEqual([...texts].sort());
  expect(held).toMatchObject({
    envelopes: texts.length,
    unjudged: 0,
    conflicts: 0,
    unalerted: 0,
    auditIsWhole: true,
  });
  const mails = server.mails().join('\n');
  for (const text of texts) expect(mails).not.toContain(text);
  return held.concerns;
}
