import type { QueryOf } from '../../protocol/endpoint';
import type { exportAudit } from '../../protocol/audit';
import type { Knex } from 'knex';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { knowConcerns, type KnownConcern } from '../records/load-facts';
import type { Ground } from '../ground';
import { loadRestrictions } from '../school/load-restrictions';
import { nextDay, startOfDay } from '../school/local-time';
import { readSchool } from '../school/school';
import type { AuditRow } from '../storage/rows/records';
import { beginnings, notListed, ofAll } from './kinds';

export type AuditFilter = QueryOf<typeof exportAudit>;

/** An entry that its viewer may know of, with the records that it speaks of. */
export interface FoundEntry {
  readonly row: AuditRow;
  readonly concerns: readonly KnownConcern[];
}

/**
 * Entries before `before`, newest first, that this person may know of. One that speaks of a record about them, or
 * about a child whom they are close to, is not there (access.md, Traps).
 * @returns the entries, and where the next look begins; null at the end
 */
export async function findEntries(
  ground: Ground,
  viewer: StaffActor,
  filter: AuditFilter,
  { before, most }: { before: number | null; most: number },
): Promise<{ found: FoundEntry[]; next: number | null }> {
  const found: FoundEntry[] = [];
  let from = before;
  for (;;) {
    const rows = await readRows(ground, viewer, filter, { before: from, most });
    for (const entry of await onlyShown(ground, viewer, rows)) {
      // The place of an entry that is shown, so that it tells of no other.
      if (found.length === most) return { found, next: found.at(-1)?.row.seq ?? null };
      found.push(entry);
    }
    const last = rows.at(-1);
    if (!last || rows.length < most) return { found, next: null };
    from = last.seq;
  }
}

async function readRows(
  ground: Ground,
  viewer: StaffActor,
  filter: AuditFilter,
  { before, most }: { before: number | null; most: number },
): Promise<AuditRow[]> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const query = read('audit')
    .where({ school_id: schoolId })
    .whereNotIn('what', [...notListed])
    .orderBy('seq', 'desc')
    .limit(most);
  if (before !== null) query.where('seq', '<', before);
  if (filter.who !== undefined) query.where({ actor: filter.who });
  if (filter.kind !== undefined) query.where((some) => byKind(some, filter.kind));
  const { timeZone } = await readSchool(read, ground, schoolId);
  const stamp = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
  if (filter.from !== undefined) query.where('at', '>=', stamp(filter.from));
  if (filter.to !== undefined) query.where('at', '<', stamp(nextDay(filter.to)));
  if (filter.reference !== undefined) {
    const ids = await read('concerns')
      .where({ school_id: schoolId, reference: filter.reference })
      .pluck<string[]>('id');
    query.whereIn(
      'object',
      ids.map((id) => `concern:${id}`),
    );
  }
  return query;
}

function byKind(query: Knex.QueryBuilder, kind: AuditFilter['kind']): void {
  if (kind === 'changes') {
    for (const start of Object.values(beginnings).flat()) query.whereNot('what', 'like', `${start}%`);
    query.orWhereIn('what', ['device.rename', 'device.revoke']);
  } else if (kind) for (const start of beginnings[kind]) query.orWhere('what', 'like', `${start}%`);
}

async function onlyShown(
  ground: Ground,
  viewer: StaffActor,
  rows: readonly AuditRow[],
): Promise<FoundEntry[]> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const ids = [...new Set(rows.flatMap(idsOf))];
  const alerts = await read('alerts')
    .where({ school_id: schoolId })
    .whereIn('id', ids)
    .select('id', 'concern_id');
  const concernOf = new Map(alerts.map((alert) => [alert.id, alert.concern_id]));
  const loaded = await knowConcerns(read, ground, viewer, [...ids, ...concernOf.values()]);
  const restrictions = await loadRestrictions(read, schoolId);
  return rows.flatMap((row) => {
    const spoken = new Set(idsOf(row).map((id) => concernOf.get(id) ?? id));
    const concerns = [...spoken].flatMap((id) => loaded.get(id) ?? []);
    const known = concerns.filter((one) =>
      can(viewer, 'audit.show', { kind: 'guarded-concern', concern: one.facts, restrictions }),
    );
    const hidden = ofAll.has(row.what) ? known.length < concerns.length : known.length === 0;
    return concerns.length > 0 && hidden ? [] : [{ row, concerns: known }];
  });
}

/** Ids of the records, or of alerts to them, that an entry speaks of. */
function idsOf({ object, facts }: Pick<AuditRow, 'object' | 'facts'>): string[] {
  const { concern, concerns } = JSON.parse(facts) as { concern?: unknown; concerns?: unknown };
  const named = [concern, ...(Array.isArray(concerns) ? (concerns as unknown[]) : [])];
  const [, own] = /^(?:concern|alert):(.+)$/.exec(object) ?? [];
  return [own, ...named].filter((id) => typeof id === 'string');
}
