import { isIP } from 'node:net';
import { setUpRefusals } from '../../protocol/words/import/refusals';
import type { Ground } from '../ground';
import { readSchool } from '../school/school';
import { nameKey } from '../sheets/name-key';
import type { PlannedSchool } from './school-plan';

/**
 * Why a spreadsheet may not have its site on this server, as a sentence for whoever runs the shell; null where it may.
 * The same school under the same site is brought up to date; another school never takes its place.
 */
export async function whySiteRefused(
  ground: Ground,
  { site, name }: Pick<PlannedSchool, 'site' | 'name'>,
): Promise<string | null> {
  const { database, settings } = ground;
  const schools = await database.read('schools').select('id', 'site');
  const there = schools.find((school) => school.site === site);
  if (there) {
    const known = await readSchool(database.read, ground, there.id);
    if (nameKey(known.name) === nameKey(name)) return null;
    return setUpRefusals.siteTaken(site, known.name, name);
  }
  const { hostname } = settings.publicUrl;
  if (schools.length > 0 && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    return setUpRefusals.needsHostName(settings.publicUrl.origin);
  return null;
}
