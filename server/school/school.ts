import type { Ground } from '../ground';
import type { Reader } from '../storage/database';
import { cellsOf } from '../storage/cells';

/** What the school's own sheet says beyond its name; one sealed cell (set-up-spreadsheet.md, School). */
export interface SchoolDetails {
  readonly dfeNumber: string | null;
  readonly mainContact: { readonly name: string; readonly email: string };
  readonly chair: { readonly name: string | null; readonly phone: string | null } | null;
  readonly childrensServicesPhone: string | null;
  readonly childrensServicesOutOfHours: string | null;
  readonly supportEmail: string | null;
  readonly supportPhone: string | null;
  readonly dayStarts: string | null;
  readonly dayEnds: string | null;
  readonly termDates: readonly { readonly from: string; readonly to: string }[];
}

export interface School {
  readonly id: string;
  readonly site: string;
  readonly name: string;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly storeEpoch: string;
  /** When a lead first logged in; until then an import may change rights alone (access.md). */
  readonly firstLeadAt: string | null;
  readonly details: SchoolDetails;
}

/** Reads and opens one school. @throws when there is none of this id. */
export async function readSchool(reader: Reader, ground: Ground, id: string): Promise<School> {
  const row = await reader('schools').where({ id }).first();
  if (!row) throw new Error('no such school');
  const cells = cellsOf(ground.keys, id, 'schools');
  return {
    id,
    site: row.site,
    name: cells.need(id, 'name', row.name),
    timeZone: row.time_zone,
    demo: row.demo === 1,
    storeEpoch: row.store_epoch,
    firstLeadAt: row.first_lead_at,
    details: JSON.parse(cells.need(id, 'details', row.details)) as SchoolDetails,
  };
}
