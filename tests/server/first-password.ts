import { hash } from '@node-rs/argon2';
import { timeStamp } from '../../server/clock';
import type { Ground } from '../../server/ground';
import { emailIndex, savePassword } from '../../server/staff/account-store';
import { noteAtEverySchool } from '../../server/staff/memberships';

/** As little work as Argon2id allows: stories log in thousands of times, and only those of passwords are about its cost. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const;
const hashes = new Map<string, Promise<string>>();

function cheapHash(password: string): Promise<string> {
  const known = hashes.get(password) ?? hash(password, CHEAP);
  hashes.set(password, known);
  return known;
}

/**
 * Leaves an account as its person's first mailed link does, without the mails: the ways to a password have stories of
 * their own (`staff/links.test.ts`).
 * @returns false where there is no such account, or it has a password already: then nothing is changed
 */
export async function giveFirstPassword(ground: Ground, email: string, password: string): Promise<boolean> {
  const cheap = await cheapHash(password);
  const at = timeStamp(ground.clock);
  return ground.database.write(async (trx) => {
    const account = await trx('accounts')
      .where({ email_index: emailIndex(ground.keys, email) })
      .first('id', 'password_hash');
    if (account?.password_hash !== null) return false;
    await savePassword(trx, account.id, cheap, at);
    await noteAtEverySchool(trx, account.id, (own) => ({
      at,
      what: 'password.chosen',
      object: `staff:${own}`,
      facts: { first: true },
    }));
    return true;
  });
}
