import { isLoopback } from '../env';
import type { Ground } from '../ground';
import { problem } from '../http/problem';

/**
 * The school whose address was opened: the first lives at PUBLIC_URL for ever, further ones at
 * `<site>.<host>` (architecture.md, "Several sites on one server"). Null before any school is set up.
 * @throws problem 'not-found' for a host name that is not ours.
 */
export async function findSchool(ground: Ground, origin: string): Promise<string | null> {
  if (!URL.canParse(origin)) throw problem('not-found');
  const host = new URL(origin).hostname;
  const home = ground.settings.publicUrl.hostname;
  const atHome = host === home || (isLoopback(ground.settings.publicUrl) && isLoopback(new URL(origin)));
  if (!atHome && !host.endsWith(`.${home}`)) throw problem('not-found');
  const schools = ground.database.read('schools').orderBy('position').first('id');
  const row = await (atHome ? schools : schools.where({ site: host.slice(0, -home.length - 1) }));
  if (!row && !atHome) throw problem('not-found');
  // A school that the shell or another process has set up since: its keys are new to this one.
  if (row && ground.keys.all(row.id, 'data').length === 0) await ground.keys.refresh(ground.database.read);
  return row?.id ?? null;
}
