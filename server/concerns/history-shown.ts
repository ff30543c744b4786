import type { ShownFile } from '../../protocol/concern-files';
import type { ShownLink } from '../../protocol/concern-links';
import type { Concern } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import { readToday } from '../alerts/absence/read-absences';
import { MINUTE } from '../clock';
import type { ClassRestrictions } from '../access/concern';
import type { Ground } from '../ground';
import { readNamed, type StaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { ConcernActionRow, ConcernRow } from '../storage/rows/records';
import { openActionText } from './action-text';
import { isMatch, showMatches, type ShownMatch } from './match/match-shown';

/** A device's clock further off than this is shown to the lead (product.md section 3, when). */
const CLOCK_OFF = 5 * MINUTE;

/** When and on which device a concern was written, and when it arrived. */
export async function showWritten(
  ground: Ground,
  schoolId: string,
  row: ConcernRow,
): Promise<Concern['written']> {
  const device = await ground.database
    .read('devices')
    .where({ school_id: schoolId, id: row.device_id })
    .first('name');
  const at = row.written_at ?? row.received_at;
  return {
    at,
    device: device
      ? cellsOf(ground.keys, schoolId, 'devices').open(row.device_id, 'name', device.name)
      : null,
    receivedAt: row.received_at,
    // A clock that runs ahead is certain; one that runs behind looks like a long wait without network.
    clockOff: Date.parse(at) - Date.parse(row.received_at) > CLOCK_OFF,
  };
}

type Entry = Concern['history'][number];

interface Shown {
  readonly viewer: StaffActor;
  readonly row: ConcernRow;
  readonly staff: ReadonlyMap<string, StaffNames>;
  /** This person decides about the concern. */
  readonly leads: boolean;
  readonly restrictions: ClassRestrictions;
  /** The words of its author wait for the first lead who takes it. */
  readonly sealed: boolean;
  readonly links: readonly ShownLink[];
  /** By the action that they came with. */
  readonly files: ReadonlyMap<string, ShownFile[]>;
}

/** What has happened to a concern, oldest first, from its arrival on. */
export async function showHistory(ground: Ground, shown: Shown): Promise<Concern['history']> {
  const { row, viewer } = shown;
  const { schoolId } = viewer;
  const { read } = ground.database;
  const all = await read('concern_actions')
    .where({ school_id: schoolId, concern_id: row.id })
    .orderBy(['at', 'id']);
  const matches = shown.leads
    ? await showMatches(ground, viewer, all, shown.restrictions)
    : new Map<string, ShownMatch>();
  const rows = all.filter(({ id, kind }) =>
    kind === 'covered' ? shown.leads : !isMatch(kind) || matches.has(id),
  );
  const agencies = await readNamed(read, ground, schoolId, 'agencies');
  const today = await readToday(read, ground, schoolId);
  const links = linkLines(shown.links);
  const received = { id: row.id, kind: 'received' as const, by: null, at: row.received_at, text: null };
  const deeds = rows.map(
    (one): Entry => ({
      id: one.id,
      kind: one.kind,
      by: nameOf(one.staff_id, shown),
      at: one.at,
      ...wordsOf(one, textOf(ground, one, shown), matches.get(one.id)),
      ...(one.happened_at === null ? {} : { happenedAt: one.happened_at }),
      ...(one.when_at === null ? {} : { happenedAt: one.when_at }),
      ...(one.agency_id === null ? {} : { agency: agencies.get(one.agency_id) ?? '' }),
      ...(one.kind === 'reply' ? { readAt: one.read_at } : {}),
      ...(one.level === null ? {} : { level: one.level }),
      ...(one.entry_id === null
        ? {}
        : { marked: one.entry_id === row.id ? ('concern' as const) : ('action' as const) }),
      ...(one.kind === 'given' ? { to: nameOf(one.owner_id, shown) ?? '' } : {}),
      ...(one.due_day === null ? {} : { due: dueOf(one, one.due_day, today, shown) }),
      ...filesOf(one.id, shown),
    }),
  );
  return [received, ...[...deeds, ...links].sort(inOrder)];
}

/** Links with other concerns, begun and ended: lines of the history of both. */
function linkLines(links: readonly ShownLink[]): Entry[] {
  return links.flatMap(({ id, by, at, reason, other: { reference }, ended }): Entry[] => [
    { id, kind: 'linked', by, at, text: reason, other: reference },
    ...(ended
      ? [
          {
            id: ended.id,
            kind: 'unlinked' as const,
            by: ended.by,
            at: ended.at,
            text: ended.reason,
            other: reference,
          },
        ]
      : []),
  ]);
}

function inOrder(one: Entry, other: Entry): number {
  return `${one.at}~${one.id}` < `${other.at}~${other.id}` ? -1 : 1;
}

function textOf(ground: Ground, one: ConcernActionRow, { viewer, sealed }: Shown): string | null {
  return sealed && one.kind === 'addendum' ? null : openActionText(ground, viewer.schoolId, one);
}

/** Why a child of the record is another pupil: its words name both, so only who sees both reads them. */
function wordsOf(
  { kind }: ConcernActionRow,
  text: string | null,
  found: ShownMatch | undefined,
): Pick<Concern['history'][number], 'text' | 'match'> {
  if (!isMatch(kind) || !found) return { text };
  return { text: found.whole ? text : null, match: found.match };
}

function nameOf(id: string | null, { staff }: Shown): string | null {
  return id === null ? null : (staff.get(id)?.name ?? null);
}

function dueOf(
  one: ConcernActionRow,
  day: string,
  today: string,
  shown: Shown,
): Concern['history'][number]['due'] {
  const you = one.owner_id === shown.viewer.staffId;
  const open = one.done_at === null;
  return {
    day,
    late: open && day < today,
    owner: nameOf(one.owner_id, shown),
    you,
    done: one.done_at === null ? null : { by: nameOf(one.done_by, shown), at: one.done_at },
    finish: open && shown.row.closed_at === null && (you || shown.leads),
  };
}

function filesOf(actionId: string, { files }: Shown): { files?: ShownFile[] } {
  const own = files.get(actionId);
  return own ? { files: own } : {};
}
