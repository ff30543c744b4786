import type { Ground } from '../ground';
import type { AuditRow } from '../storage/rows/records';

/** What has happened in a school since an index was last looked after, as far as it matters to it. */
export interface News {
  /** The newest entry that was looked at. */
  readonly seq: number;
  /** Concerns that are new or have changed. */
  readonly concerns: ReadonlySet<string>;
  /** Names, categories, classes or who is connected to whom may have changed. */
  readonly names: boolean;
}

/** Further behind than this an index is made anew. */
const MOST = 5_000;

/** Readings, log-ins, devices, messages: nothing that is searched or that decides who may read it. */
const QUIET =
  /^(session|link|password|passwords|elevation|inbox|alert|see-as|search|counts|audit|sign-in|security-key|recovery-codes|codes|push|device|slip|practice|backup|keys|envelope-key|emblem|chronology)\.|^(concern\.(opened|escalated|read-whole)|pupil\.(opened|shown)|change\.waits|parked\.(kept|went-on|ended))$/;
/** Moves many concerns at once from one pupil or category to another; or does what waited, whatever it is. */
const SWEEPING = /^(pupil\.join|category\.merge|change\.)/;

type Entry = Pick<AuditRow, 'seq' | 'what' | 'object'>;

/**
 * Reads on in the school's audit, where every command of every process leaves its row in the transaction that it
 * belongs to, one after the other: nothing that is committed can be missed, and nothing has to be announced.
 * @returns null when the index has to be made anew
 */
export async function readNews(ground: Ground, schoolId: string, since: number): Promise<News | null> {
  const rows: Entry[] = await ground.database
    .read('audit')
    .where({ school_id: schoolId })
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(MOST + 1)
    .select('seq', 'what', 'object');
  if (rows.length > MOST) return null;
  const loud = rows.filter(({ what }) => !QUIET.test(what));
  if (loud.some(({ what }) => SWEEPING.test(what))) return null;
  return {
    seq: rows.at(-1)?.seq ?? since,
    concerns: new Set(loud.flatMap(({ object }) => concernOf(object) ?? [])),
    names: loud.some(({ object }) => concernOf(object) === null),
  };
}

function concernOf(object: string): string | null {
  return /^concern:(.+)$/.exec(object)?.[1] ?? null;
}
