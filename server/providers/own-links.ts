import type { ReplyOf } from '../../protocol/endpoint';
import type { listLinks } from '../../protocol/providers';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findAccount } from '../staff/account-store';
import { presentSession } from '../staff/present-session';
import { PASSWORD_FRESH } from '../staff/session-life';
import { listIdentities, markLinkRemoved } from './identity-store';
import { mailSignInChange } from './notices';
import { listProviderKinds } from './provider-store';

/** One's own accounts at providers, and what this school offers. */
export async function listOwnLinks(ground: Ground, actor: StaffActor): Promise<ReplyOf<typeof listLinks>> {
  const { read } = ground.database;
  const [identities, offered, account, fresh] = await Promise.all([
    listIdentities(read, ground, actor.accountId),
    listProviderKinds(read, actor.schoolId),
    findAccount(read, actor.schoolId, { id: actor.accountId }),
    isFresh(ground, actor),
  ]);
  const links = identities.map(({ id, provider, shown, linked_at, last_used_at }) => ({
    id,
    provider,
    address: shown,
    linkedAt: linked_at,
    lastUsedAt: last_used_at,
  }));
  return { links, offered, hasPassword: typeof account?.password_hash === 'string', fresh };
}

/** Whether this session's person was proved at most five minutes ago. */
export async function isFresh(ground: Ground, actor: StaffActor): Promise<boolean> {
  const { passwordAt } = await presentSession(ground, actor);
  return ground.clock.now() - Date.parse(passwordAt) <= PASSWORD_FRESH;
}

/**
 * Removes one of one's own links, after the same fresh proof as linking; the person is mailed.
 * @throws problem 'password-needed' when that was more than 5 minutes ago; 'not-found' for anybody else's
 */
export async function removeOwnLink(ground: Ground, actor: StaffActor, id: string): Promise<void> {
  if (!(await isFresh(ground, actor))) throw problem('password-needed');
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const own = (await listIdentities(trx, ground, actor.accountId)).find((link) => link.id === id);
    if (!own || !(await markLinkRemoved(trx, actor.accountId, id, at))) throw problem('not-found');
    await mailSignInChange(trx, ground, actor, { happened: 'removed', provider: own.provider, once: id });
    await appendAudit(trx, {
      schoolId: actor.schoolId,
      at,
      actor: actor.staffId,
      what: 'sign-in.removed',
      object: `sign-in:${id}`,
      facts: { provider: own.provider },
    });
  });
}
