import type { MenuEntry } from '../components/heed-person-menu';
import { go, placeOf } from '../router';
import type { Known } from './known';
import { logOutHere } from './leave';
import type { Locking } from './locking';

/** What was chosen in the menu under the person's name. Where nobody can be switched to, Switch person is Log out. */
export async function followMenu(entry: MenuEntry, known: Known, locking: Locking): Promise<void> {
  if (entry === 'account') return go('/account/keys');
  if (entry === 'help') return go(`/help?of=${placeOf(location.href).route.path}`);
  const { here, outbox, connectivity, session } = known;
  const enrolled = here?.enrolled ?? false;
  if (entry === 'switch-person' && enrolled) return locking.lock();
  if (session.session?.severalSites) {
    const { askWhere } = await import('../dialogs/log-out/ask-where');
    if ((await askWhere(session.session.schoolName)) !== 'here') return;
  }
  const where = await logOutHere({ enrolled, unsent: outbox?.unsent ?? 0, connectivity });
  if (where) await go(where);
}
