import { hash, verify } from '@node-rs/argon2';
import { inTurn } from './turns';

/** Argon2id (the package's default), 19 MiB, two passes, one lane (architecture.md, "Server passwords"). */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/**
 * The hash of 24 random bytes that nobody kept, at the same cost. Checked where there is no hash to check, so that
 * an unknown address, or one without a password yet, takes as long as a known one.
 */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$mQp9+QB57n8yu9mZTp25DQ$rvY19JObVBSFq6HZpki5STikCvb7PMoH0Wss9WVPIcM';

/** One spelling of what was typed: keyboards differ in how they compose accents. */
const spelled = (password: string) => password.normalize('NFKC');

/** Hashes a password for storing, as a PHC string. @throws problem 'busy' when too many wait already */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(spelled(password), COST));
}

/**
 * Whether the password belongs to the stored hash; false, after the same work, where there is no hash.
 * @throws problem 'busy' when too many wait already
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(stored ?? NOBODYS, spelled(password)));
  return stored !== null && right;
}
