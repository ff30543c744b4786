import * as v from 'valibot';
import type { PupilFile } from '../../protocol/pupils';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readStaffNames } from '../school/names';
import { cellsOf, type Cells } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { PupilRow } from '../storage/rows/school';
import { readContacts } from './contacts';
import { showPupil } from './list-pupils';
import { readPupilNames } from './names';

/** What an import writes of a pupil beside names and numbers (set-up/import/pupils.ts). */
export const factsSchema = v.object({
  sex: v.optional(v.nullable(v.string()), null),
  sen: v.optional(v.nullable(v.picklist(['K', 'E'])), null),
  freeSchoolMeals: v.optional(v.boolean(), false),
  lookedAfter: v.optional(v.boolean(), false),
  eal: v.optional(v.boolean(), false),
});

/**
 * One pupil's own data, for who keeps them; that it was opened stands in the audit.
 * @throws problem 'not-found'
 */
export async function readPupil(ground: Ground, actor: StaffActor, id: string): Promise<PupilFile> {
  const { schoolId } = actor;
  const reader = ground.database.read;
  const row = await reader('pupils').where({ school_id: schoolId, id }).whereNull('joined_into').first();
  if (!row) throw problem('not-found');
  const file = {
    ...showOwn(cellsOf(ground.keys, schoolId, 'pupils'), row),
    connectedStaff: await readConnected(reader, ground, schoolId, id),
    siblings: await readSiblings(reader, ground, schoolId, id),
  };
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: actor.staffId,
      what: 'pupil.opened',
      object: `pupil:${id}`,
    }),
  );
  return file;
}

function showOwn(cells: Cells, row: PupilRow): Omit<PupilFile, 'connectedStaff' | 'siblings'> {
  const open = (column: 'date_of_birth' | 'facts' | 'contacts' | 'contact_flags' | 'left_to') =>
    cells.open(row.id, column, row[column]);
  return {
    ...showPupil(cells, row),
    leftTo: open('left_to'),
    dateOfBirth: open('date_of_birth'),
    ...v.parse(factsSchema, JSON.parse(open('facts') ?? '{}')),
    contacts: readContacts(open('contacts'), open('contact_flags')),
  };
}

async function readConnected(reader: Reader, ground: Ground, schoolId: string, pupilId: string) {
  const rows = await reader('connected_staff as c')
    .join('staff as s', (on) => on.on('s.id', 'c.staff_id').andOn('s.school_id', 'c.school_id'))
    .where({ 'c.school_id': schoolId, 'c.pupil_id': pupilId })
    .select<{ id: string; disabled_at: string | null }[]>('s.id', 's.disabled_at');
  const names = await readStaffNames(
    reader,
    ground,
    schoolId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, disabled_at }) => ({
    id,
    name: names.get(id)?.name ?? '',
    left: disabled_at !== null,
  }));
}

async function readSiblings(reader: Reader, ground: Ground, schoolId: string, pupilId: string) {
  const ids = await reader('siblings').where({ school_id: schoolId, pupil_id: pupilId }).pluck('other_id');
  const names = await readPupilNames(reader, ground, schoolId, ids);
  return [...names].map(([id, name]) => ({ id, name }));
}
