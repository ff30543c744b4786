import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from '../../protocol/identifiers';
import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Reader, Transaction } from '../storage/database';
import { endInvitation, findInvitation, type SiteInvitation } from './site-invitations';

const PURPOSE = 'set-up';
const LIFE = 7 * DAY;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * A one-time link for a server without a school; null once there is one. Each start prints a new one and the earlier
 * ones stop working, so that a link in an old log opens nothing.
 */
export async function makeSetUpLink(ground: Ground): Promise<string | null> {
  const school: unknown = await ground.database.read('schools').first('id');
  if (school) {
    await voidSetUpLinks(ground);
    return null;
  }
  const token = randomBytes(32).toString('base64url');
  await ground.database.write(async (trx) => {
    await trx('links')
      .where({ purpose: PURPOSE, used_at: null })
      .update({ used_at: timeStamp(ground.clock) });
    await trx('links').insert({
      id: uuidv7(ground.clock.now()),
      account_id: null,
      purpose: PURPOSE,
      token_hash: hashOf(token),
      created_at: timeStamp(ground.clock),
      expires_at: timeStamp(ground.clock, LIFE),
    });
  });
  return `${ground.settings.publicUrl.origin}/set-up#${token}`;
}

/** A school exists: no link in an old log may change it. */
async function voidSetUpLinks(ground: Ground): Promise<void> {
  await ground.database.write((trx) =>
    trx('links')
      .where({ purpose: PURPOSE, used_at: null })
      .update({ used_at: timeStamp(ground.clock) }),
  );
}

/** What a set-up link that works is good for: the server's first school, or one site that a trust has reserved. */
export interface SetUpGrant {
  readonly token: string;
  readonly site: SiteInvitation | null;
}

/** The set-up link with this token while it works; looking does not use it up. Null for any other. */
export async function findSetUpLink(
  ground: Ground,
  reader: Reader,
  token: string | undefined,
): Promise<SetUpGrant | null> {
  if (!token) return null;
  const site = await findInvitation(reader, ground, token);
  if (site) return { token, site };
  return (await firstLinkWorks(ground, reader, token)) ? { token, site: null } : null;
}

/** Not used, not too old, and no school was set up another way meanwhile. */
async function firstLinkWorks(ground: Ground, reader: Reader, token: string): Promise<boolean> {
  const row: unknown = await reader('links')
    .where({ purpose: PURPOSE, token_hash: hashOf(token), used_at: null })
    .where('expires_at', '>', timeStamp(ground.clock))
    .first('id');
  const school: unknown = await reader('schools').first('id');
  return row !== undefined && school === undefined;
}

/** @throws problem 'link-used' when the link does not work */
export async function needSetUpLink(ground: Ground, token: string | undefined): Promise<SetUpGrant> {
  const grant = await findSetUpLink(ground, ground.database.read, token);
  if (!grant) throw problem('link-used');
  return grant;
}

/**
 * Uses the link up inside the import's transaction; what a trust has sent stands in the audit of the school from
 * which it was sent. @throws problem 'link-used' when somebody was first
 */
export async function useSetUpLink(
  trx: Transaction,
  ground: Ground,
  { token, site }: SetUpGrant,
): Promise<void> {
  if (site) return useInvitation(trx, ground, site);
  const used = await trx('links')
    .where({ purpose: PURPOSE, token_hash: hashOf(token), used_at: null })
    .update({ used_at: timeStamp(ground.clock) });
  if (used !== 1) throw problem('link-used');
}

async function useInvitation(trx: Transaction, ground: Ground, site: SiteInvitation): Promise<void> {
  if (!(await endInvitation(trx, ground, site.id, 'used_at'))) throw problem('link-used');
  await appendAudit(trx, {
    schoolId: site.schoolId,
    at: timeStamp(ground.clock),
    actor: 'set-up-link',
    what: 'site.set-up',
    object: `site:${site.id}`,
    facts: { site: site.site },
  });
}
