import { isIP } from 'node:net';
import type { Ground } from '../ground';
import { readSchool } from '../school/school';
import { nameKey } from '../sheets/name-key';
import { quote } from './faults';
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
    return `The site ${quote(site)} is taken by ${known.name}, and this spreadsheet is of ${name}. Write another Site in the sheet School. Where the school has only been renamed, rename it in Heed first: Administration, Settings.`;
  }
  const { hostname } = settings.publicUrl;
  if (schools.length > 0 && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    return `A second school needs a host name, and PUBLIC_URL is ${settings.publicUrl.origin}: nothing can stand in front of a number. Give the server a name, as README.md says under "A second school".`;
  return null;
}
