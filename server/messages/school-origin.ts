import type { Ground } from '../ground';
import type { Reader } from '../storage/database';

/**
 * The address of one school without a trailing slash: the first school lives at PUBLIC_URL, further ones at
 * `<site>.<host>` (school/find-school.ts reads it the other way round).
 * @throws when there is no such school
 */
export async function schoolOrigin(
  ground: Ground,
  schoolId: string,
  reader: Reader = ground.database.read,
): Promise<string> {
  const schools = await reader('schools').orderBy('position').select('id', 'site');
  const at = schools.findIndex((school) => school.id === schoolId);
  const school = schools[at];
  if (!school) throw new Error('no such school');
  const url = new URL(ground.settings.publicUrl);
  if (at > 0) url.hostname = `${school.site}.${url.hostname}`;
  return url.origin;
}
