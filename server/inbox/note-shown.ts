import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';

/** What each session has been shown since the server started: a list that refreshes itself is noted once. */
const shownBefore = new WeakMap<Ground['database'], Set<string>>();
/** Beyond this the memory begins anew; at worst a row is written twice. */
const MOST = 100_000;

/** The first words of a record in a list are a reading too: who was shown which, once per session and list (access.md, reads). */
export async function noteShown(
  ground: Ground,
  viewer: StaffActor,
  concernIds: readonly string[],
  what: 'inbox.shown' | 'actions.shown' = 'inbox.shown',
): Promise<void> {
  let before = shownBefore.get(ground.database);
  if (!before || before.size > MOST) {
    before = new Set();
    shownBefore.set(ground.database, before);
  }
  const known = before;
  const keyOf = (id: string) => `${viewer.sessionId} ${what} ${id}`;
  const fresh = concernIds.filter((id) => !known.has(keyOf(id)));
  if (fresh.length === 0) return;
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId: viewer.schoolId,
      at: timeStamp(ground.clock),
      actor: viewer.staffId,
      what,
      object: `staff:${viewer.staffId}`,
      facts: { concerns: fresh, elevated: viewer.elevated },
    }),
  );
  for (const id of fresh) known.add(keyOf(id));
}
