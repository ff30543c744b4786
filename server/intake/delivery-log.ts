import { quarantineReasons } from '../../protocol/concerns';
import type { Delivered, listDelivered as endpoint } from '../../protocol/delivery-log';
import type { QueryOf, ReplyOf } from '../../protocol/endpoint';
import { locale } from '../../protocol/words/language';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { MINUTE, timeStamp } from '../clock';
import type { ConcernFacts } from '../access/concern';
import { toldOf } from './addenda/told';
import { knowDrafts } from '../parked/know-drafts';
import { findAllParked } from '../parked/store';
import { knowConcerns } from '../records/load-facts';
import type { Ground } from '../ground';
import { loadRestrictions } from '../school/load-restrictions';
import { cellsOf } from '../storage/cells';
import type { AlertRow, EnvelopeRow } from '../storage/rows/records';

const PAGE = 100;
/** Until it is judged nobody knows whom an envelope is about; one that takes longer than this is stuck, and is shown. */
const JUDGED_WITHIN = MINUTE;
const columns = [
  ...(['envelope_id', 'reference', 'received_at', 'kind', 'device_id', 'verdict'] as const),
  ...(['reason', 'judged_at', 'concern_id'] as const),
];
type Row = Pick<EnvelopeRow, (typeof columns)[number]>;

/**
 * One page of what arrived, newest first. What became a record about somebody, or about a child whom they are close
 * to, is not there for them (access.md, Traps).
 */
export async function listDelivered(
  ground: Ground,
  viewer: StaffActor,
  filter: QueryOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const shown: Row[] = [];
  let from = filter.cursor;
  for (;;) {
    const rows = await readRows(ground, viewer.schoolId, { ...filter, cursor: from });
    shown.push(...(await onlyShown(ground, viewer, rows)));
    const last = rows.at(-1);
    if (!last || rows.length <= PAGE || shown.length > PAGE) break;
    from = cursorOf(last);
  }
  const page = shown.slice(0, PAGE);
  const end = page.at(-1);
  const devices = await readDevices(ground, viewer.schoolId);
  return {
    envelopes: await present(ground, viewer.schoolId, page, devices),
    cursor: end && shown.length > PAGE ? cursorOf(end) : null,
    devices: [...devices].map(([id, name]) => ({ id, name })),
  };
}

const cursorOf = (row: Row): string => `${row.received_at}~${row.envelope_id}`;

async function readRows(
  ground: Ground,
  schoolId: string,
  { device, reference, cursor }: QueryOf<typeof endpoint>,
): Promise<Row[]> {
  const query = ground.database
    .read('envelopes')
    .where({ school_id: schoolId })
    .orderBy([
      { column: 'received_at', order: 'desc' },
      { column: 'envelope_id', order: 'desc' },
    ])
    .limit(PAGE + 1)
    .select(...columns);
  if (device !== undefined) query.where({ device_id: device });
  if (reference !== undefined) query.where({ reference });
  const [at, id] = cursor?.split('~') ?? [];
  if (at !== undefined && id !== undefined)
    query.where((older) =>
      older
        .where('received_at', '<', at)
        .orWhere((same) => same.where('received_at', at).where('envelope_id', '<', id)),
    );
  return query;
}

async function onlyShown(ground: Ground, viewer: StaffActor, rows: readonly Row[]): Promise<Row[]> {
  const { read } = ground.database;
  const ids = rows.flatMap((row) => row.concern_id ?? []);
  const loaded = await knowConcerns(read, ground, viewer, ids);
  const restrictions = await loadRestrictions(read, viewer.schoolId);
  const lately = timeStamp(ground.clock, -JUDGED_WITHIN);
  const drafts = await knowLeft(ground, viewer.schoolId, rows);
  return rows.filter((row) => {
    const draft = drafts.get(row.envelope_id);
    if (draft) return can(viewer, 'delivery.show', { kind: 'guarded-concern', concern: draft, restrictions });
    if (row.kind === 'parked') return false;
    // Until its record has come nobody knows whom an addition is about.
    if (row.kind === 'addendum' && row.verdict === 'kept') return false;
    const one = loaded.get(row.concern_id ?? '');
    if (!one) return row.verdict !== null || row.received_at < lately;
    return can(viewer, 'delivery.show', { kind: 'guarded-concern', concern: one.facts, restrictions });
  });
}

/**
 * The key of a draft that was left is about whomever the draft is about; before that has come, and each time that it
 * was written on until the school has looked into it, nobody knows whom.
 */
async function knowLeft(
  ground: Ground,
  schoolId: string,
  rows: readonly Row[],
): Promise<Map<string, ConcernFacts>> {
  const { read } = ground.database;
  const ids = rows.flatMap((row) => (row.kind === 'parked' ? row.envelope_id : []));
  const left = await findAllParked(read, schoolId, ids);
  const looked = left.filter((row) => row.known_revision === row.revision);
  const known = await knowDrafts(read, ground, schoolId, looked);
  return new Map(known.map(({ row, facts }) => [row.envelope_id, facts.record.concern]));
}

async function readDevices(ground: Ground, schoolId: string): Promise<Map<string, string>> {
  const rows = await ground.database.read('devices').where({ school_id: schoolId }).select('id', 'name');
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  const named = rows.map((row) => [row.id, cells.need(row.id, 'name', row.name)] as const);
  return new Map(named.sort(([, a], [, b]) => a.localeCompare(b, locale, { numeric: true })));
}

async function present(
  ground: Ground,
  schoolId: string,
  rows: readonly Row[],
  devices: ReadonlyMap<string, string>,
): Promise<Delivered[]> {
  const { read } = ground.database;
  const alerts = await read('alerts')
    .where({ school_id: schoolId })
    .whereIn(
      'concern_id',
      rows.flatMap((row) => row.concern_id ?? []),
    )
    .select('concern_id', 'held_for', 'held_until', 'away');
  const additions = await countTold(ground, schoolId, rows);
  const now = timeStamp(ground.clock);
  const conflicts = await read('envelope_conflicts')
    .where({ school_id: schoolId })
    .whereIn(
      'envelope_id',
      rows.map((row) => row.envelope_id),
    )
    .pluck<string[]>('envelope_id');
  return rows.map((row) => {
    const told = additions.get(row.envelope_id);
    const own =
      row.verdict === 'duplicate' || isAddedAction(row) || told !== undefined
        ? []
        : alerts.filter((one) => one.concern_id === row.concern_id);
    return {
      reference: row.reference,
      receivedAt: row.received_at,
      kind: row.kind,
      device: devices.get(row.device_id) ?? null,
      state: row.verdict ?? 'received',
      judgedAt: row.judged_at,
      reason: quarantineReasons.find((one) => one === row.reason) ?? null,
      alerted: told ?? own.filter(({ away }) => away === 0).length,
      away: own.filter(({ away }) => away === 1).length,
      waits: waitsOf(own, now),
      conflict: conflicts.includes(row.envelope_id),
    };
  });
}

/** Nobody is alerted to an action that stands in its concern: those who were alerted to the concern were, before. */
const isAddedAction = ({ kind, verdict }: Pick<Row, 'kind' | 'verdict'>) =>
  kind === 'action' && verdict === 'recorded';

/** How many were told of each addition that stands in its record. */
async function countTold(
  ground: Ground,
  schoolId: string,
  rows: readonly Row[],
): Promise<Map<string, number>> {
  const ids = rows.flatMap((row) => (row.kind === 'addendum' ? row.envelope_id : []));
  const found = await ground.database
    .read('addenda')
    .where({ school_id: schoolId })
    .whereIn('envelope_id', ids)
    .whereNotNull('joined_at')
    .select('envelope_id', 'told');
  return new Map(found.map(({ envelope_id, told }) => [envelope_id, toldOf(told).length]));
}

/** How many are told later, and when the last of them is; null where nobody waits. */
function waitsOf(
  alerts: readonly Pick<AlertRow, 'held_for' | 'held_until'>[],
  now: string,
): Delivered['waits'] {
  const waiting = alerts.flatMap(({ held_for, held_until }) =>
    held_for !== null && held_until !== null && held_until > now
      ? [{ for: held_for, until: held_until }]
      : [],
  );
  const last = waiting.sort((a, b) => a.until.localeCompare(b.until)).at(-1);
  return last ? { ...last, people: waiting.length } : null;
}
