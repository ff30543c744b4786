import type { ConcernBody } from '../../protocol/concern-body';
import type { Concern } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { mayReadConcern, seesPupil, type ClassRestrictions } from '../access/concern';
import { MINUTE } from '../clock';
import type { Ground } from '../ground';
import { readNamed, readStaffNames, type StaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { ConcernRow } from '../storage/rows/records';
import { openBody } from './body';
import type { LoadedConcern } from './load-facts';
import { readPupilFiles, showPupils } from './pupils-shown';
import { showRecipients } from './recipients-shown';

/** A device's clock further off than this is shown to the lead (product.md section 3, when). */
const CLOCK_OFF = 5 * MINUTE;

/** Everything of one concern that one viewer may see; the only way a concern leaves the server. */
export async function presentConcern(
  ground: Ground,
  viewer: StaffActor,
  loaded: LoadedConcern,
  restrictions: ClassRestrictions,
): Promise<Concern> {
  const { row, facts } = loaded;
  const { schoolId } = viewer;
  const { read } = ground.database;
  const because = mayReadConcern(viewer, facts, restrictions);
  if (!because) throw new Error('a concern was presented to somebody who may not read it');
  const sealed = row.quarantine !== null && row.taken_by === null && facts.pupils.length === 0;
  const body = openBody(ground, schoolId, row.id, row.body);
  const staff = await readStaffNames(read, ground, schoolId, await idsOfInterest(ground, schoolId, row));
  const guarded = { kind: 'guarded-concern', concern: facts, restrictions } as const;
  return {
    id: row.id,
    reference: row.reference,
    urgent: row.urgent === 1,
    status: statusOf(row),
    quarantine: row.quarantine,
    text: sealed ? null : (body?.text ?? null),
    author: authorOf(ground, schoolId, row, staff),
    pupils: body && !sealed ? await pupilsOf(ground, viewer, loaded, restrictions, body) : [],
    ...(await factsOf(ground, schoolId, sealed ? null : body, facts.categories)),
    written: await writtenOf(ground, schoolId, row),
    takenBy:
      row.taken_by && row.taken_at
        ? {
            name: staff.get(row.taken_by)?.name ?? '',
            you: row.taken_by === viewer.staffId,
            at: row.taken_at,
          }
        : null,
    recipients: await showRecipients(ground, {
      schoolId,
      concernId: row.id,
      viewerId: viewer.staffId,
      staff,
    }),
    history: await historyOf(ground, schoolId, row, staff),
    because,
    alert: loaded.alert
      ? { id: loaded.alert.id, readAt: loaded.alert.readAt, undo: loaded.alert.undo }
      : null,
    may: {
      act: can(viewer, 'concern.act', guarded),
      take: can(viewer, 'concern.take', guarded) && row.taken_by === null,
      markRead: loaded.alert !== null && loaded.alert.readAt === null,
    },
  };
}

/** Where a concern stands, one rule for list and detail. */
export function statusOf(row: Pick<ConcernRow, 'quarantine' | 'taken_by' | 'closed_at'>): Concern['status'] {
  if (row.closed_at) return 'closed';
  if (row.taken_by) return 'taken';
  return row.quarantine ? 'being-checked' : 'waiting';
}

async function idsOfInterest(ground: Ground, schoolId: string, row: ConcernRow): Promise<string[]> {
  const where = { school_id: schoolId, concern_id: row.id };
  const { read } = ground.database;
  const alerted = await read('alerts').where(where).pluck('staff_id');
  const acted = await read('concern_actions').where(where).pluck('staff_id');
  const all = [row.author_id, row.taken_by, ...alerted, ...acted];
  return [...new Set(all.filter((id) => id !== null))];
}

function authorOf(
  ground: Ground,
  schoolId: string,
  row: ConcernRow,
  staff: ReadonlyMap<string, StaffNames>,
): Concern['author'] {
  const known = row.author_id ? staff.get(row.author_id) : undefined;
  if (known) return { name: known.name, confirmed: row.quarantine !== 'signature-wrong' };
  const typed = cellsOf(ground.keys, schoolId, 'concerns').open(row.id, 'author_typed', row.author_typed);
  return { name: typed ?? '', confirmed: false };
}

async function pupilsOf(
  ground: Ground,
  viewer: StaffActor,
  loaded: LoadedConcern,
  restrictions: ClassRestrictions,
  body: ConcernBody,
): Promise<Concern['pupils']> {
  const { read } = ground.database;
  const ids = loaded.facts.pupils.map((pupil) => pupil.pupilId);
  const links = await read('siblings').where({ school_id: viewer.schoolId }).whereIn('pupil_id', ids);
  const files = await readPupilFiles(read, ground, viewer.schoolId, [
    ...ids,
    ...links.map((link) => link.other_id),
  ]);
  const alerted = loaded.alert !== null && (loaded.alert.readAt === null || loaded.alert.undo);
  const siblings = new Map(
    ids.map((id) => [
      id,
      links.flatMap((link) => {
        const other = link.pupil_id === id ? files.get(link.other_id) : undefined;
        // A brother or sister outside the allow-list stays "another pupil" here too.
        if (other && !alerted && !seesPupil(viewer, other, restrictions)) return [];
        return other ? [[other.name, other.className].filter(Boolean).join(', ')] : [];
      }),
    ]),
  );
  const today = ground.clock.now();
  return showPupils({ body, facts: loaded.facts, restrictions, viewer, alerted, files, siblings, today });
}

async function factsOf(
  ground: Ground,
  schoolId: string,
  body: ConcernBody | null,
  categories: readonly { id: string }[],
): Promise<Pick<Concern, 'categories' | 'told' | 'happened' | 'place' | 'agencies' | 'others'>> {
  const { read } = ground.database;
  const names = await readNamed(read, ground, schoolId, 'categories');
  const colours = new Map(
    (await read('categories').where({ school_id: schoolId }).select('id', 'colour')).map((row) => [
      row.id,
      row.colour,
    ]),
  );
  const places = await readNamed(read, ground, schoolId, 'places');
  const agencies = await readNamed(read, ground, schoolId, 'agencies');
  return {
    categories: categories.map(({ id }) => ({
      id,
      name: names.get(id) ?? '',
      colour: colours.get(id) ?? '#6C737A',
    })),
    told: { kind: body?.told.kind ?? 'not-yet', who: body?.told.who ?? null },
    happened: {
      at: body?.when.at ?? new Date(0).toISOString(),
      about: body?.when.about ?? false,
      kind: body?.when.kind ?? 'unknown',
      moment: body?.when.moment ?? null,
    },
    place: body ? (places.get(body.where.placeId ?? '') ?? body.where.other ?? null) : null,
    agencies: body ? body.agencies.flatMap((id) => agencies.get(id) ?? []) : [],
    others: body?.others ?? null,
  };
}

async function writtenOf(ground: Ground, schoolId: string, row: ConcernRow): Promise<Concern['written']> {
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

async function historyOf(
  ground: Ground,
  schoolId: string,
  row: ConcernRow,
  staff: ReadonlyMap<string, StaffNames>,
): Promise<Concern['history']> {
  const rows = await ground.database
    .read('concern_actions')
    .where({ school_id: schoolId, concern_id: row.id })
    .orderBy(['at', 'id']);
  const cells = cellsOf(ground.keys, schoolId, 'concern_actions');
  const received = { id: row.id, kind: 'received' as const, by: null, at: row.received_at, text: null };
  return [
    received,
    ...rows.map((one) => ({
      id: one.id,
      kind: one.kind,
      by: one.staff_id ? (staff.get(one.staff_id)?.name ?? null) : null,
      at: one.at,
      text: cells.open(one.id, 'text', one.text),
    })),
  ];
}
