import { familiesOf } from '../families';
import { pupilKey, type PlannedPupil } from '../school-plan';
import { plannedOf, indexOf, type Importing } from './importing';
import type { ByName } from './named';
import { addLinks, syncTable } from './sync-table';

/** Pupils, their contacts and facts, brothers and sisters, and staff who are close to them. */
export async function syncPupils(
  importing: Importing,
  by: { classes: ByName; years: ByName; staff: ByName },
): Promise<void> {
  const { trx, ground, schoolId, plan, at } = importing;
  const match = (key: string) => indexOf(importing, 'pupil', key);
  const wanted = plan.pupils.map((pupil) => ({
    match: match(pupilKey(pupil)),
    clear: { class_id: by.classes(pupil.className), year_group_id: by.years(pupil.yearGroup) },
    texts: textsOf(pupil),
  }));
  const table = { schoolId, table: 'pupils', matchColumn: 'match_index', atFirst: { created_at: at } };
  const synced = await syncTable(trx, ground, table, wanted);
  importing.counts.pupils = { added: synced.added, changed: synced.changed };
  const id = (key: string) => plannedOf(synced.ids, match(key));
  await linkSiblings(importing, id);
  const connected = plan.pupils.flatMap((pupil) =>
    pupil.connectedStaff.map((email) => ({
      school_id: schoolId,
      pupil_id: id(pupilKey(pupil)),
      staff_id: by.staff(email),
    })),
  );
  await addLinks(trx, 'connected_staff', ['pupil_id', 'staff_id'], connected);
}

function textsOf(pupil: PlannedPupil): Record<string, string | null> {
  const { sex, sen, freeSchoolMeals, lookedAfter, eal } = pupil;
  return {
    upn: pupil.upn ?? null,
    pupil_ref: pupil.pupilId ?? null,
    first_name: pupil.firstName,
    last_name: pupil.lastName,
    preferred_name: pupil.preferredName ?? null,
    date_of_birth: pupil.dateOfBirth,
    facts: JSON.stringify({ sex, sen, freeSchoolMeals, lookedAfter, eal }),
    contacts: pupil.contacts.length > 0 ? JSON.stringify(pupil.contacts) : null,
  };
}

async function linkSiblings(importing: Importing, id: (key: string) => string): Promise<void> {
  const families = familiesOf(importing.plan.pupils);
  const rows = [...families].flatMap(([key, family]) =>
    [...family]
      .filter((other) => other !== key)
      .map((other) => ({ school_id: importing.schoolId, pupil_id: id(key), other_id: id(other) })),
  );
  await addLinks(importing.trx, 'siblings', ['pupil_id', 'other_id'], rows);
}
