import type { SecondPersonDeed } from '../messages/templates/second-person';
import type { Ground } from '../ground';
import { emailIndex } from '../staff/account-store';
import { confirmKey } from './confirm-key';
import { accountIdOf } from './confirm-store';
import { KeyFault } from './key-fault';
import { listSavedKeys, type HeldSecurityKey } from './key-store';
import { removeKeyAtShell } from './lost-key';
import { askSecondPerson, findSecondPerson, mustAgree } from './second-person';

interface ShellDeed {
  /** As it is typed. */
  readonly command: string;
  readonly deed: SecondPersonDeed;
  /** Of the person's saved keys those that it can be done to. */
  fits(key: HeldSecurityKey): boolean;
  readonly none: string;
  readonly several: string;
}

const removing: ShellDeed = {
  command: 'npm run lost-key --',
  deed: 'remove',
  fits: () => true,
  none: 'This person has no security key.',
  several: 'This person has several keys. Ask which is lost',
};

const confirming: ShellDeed = {
  command: 'npm run confirm-key --',
  deed: 'confirm',
  fits: ({ countsFrom }) => countsFrom === null,
  none: 'No security key waits for this person.',
  // An attacker's key may wait beside the owner's.
  several: 'Several keys wait. Ask the person which is theirs',
};

/** `lost-key ADDRESS|KEY-ID --with ADDRESS [--code CODE]`. @returns what to say @throws KeyFault */
export async function loseKeyFromShell(ground: Ground, words: readonly string[]): Promise<string> {
  return withSecondPerson(ground, removing, words, async (key, second) => {
    await removeKeyAtShell(ground, key, second);
    return `The key "${key.name}" is gone. Its owner adds a new one in Heed, and has full access once somebody has let it count: another lead or administrator there, or: ${confirming.command} ADDRESS --with ADDRESS`;
  });
}

/** `confirm-key ADDRESS|KEY-ID --with ADDRESS [--code CODE]`. @returns what to say @throws KeyFault */
export async function confirmKeyFromShell(ground: Ground, words: readonly string[]): Promise<string> {
  return withSecondPerson(ground, confirming, words, async (key, second) => {
    if (!(await confirmKey(ground, key, second))) throw new KeyFault(confirming.none);
    return `The key "${key.name}", added ${key.createdAt}, counts now.`;
  });
}

type Deed = (key: HeldSecurityKey, second: Awaited<ReturnType<typeof findSecondPerson>>) => Promise<string>;

/** Never alone: without a code the second person is asked for one, with theirs it is done. */
async function withSecondPerson(
  ground: Ground,
  asked: ShellDeed,
  words: readonly string[],
  carryOut: Deed,
): Promise<string> {
  const [which] = words;
  const email = after(words, '--with');
  if (which === undefined || which.startsWith('--') || email === null)
    throw new KeyFault(`Say whose key, and who else agrees: ${asked.command} ADDRESS --with ADDRESS`);
  const key = await findKey(ground, asked, which);
  const second = await findSecondPerson(ground, key.accountId, email, asked.deed);
  const code = after(words, '--code');
  const deed = { deed: asked.deed, keyId: key.id };
  if (code !== null) {
    mustAgree(ground, second, deed, code);
    return carryOut(key, second);
  }
  await askSecondPerson(ground, second, deed);
  return [
    `${second.name} was mailed a code. Nothing has changed yet. When they agree, they give you the code:`,
    `  ${asked.command} ${key.id} --with ${email} --code CODE`,
  ].join('\n');
}

function after(words: readonly string[], option: string): string | null {
  const at = words.indexOf(option);
  return at === -1 ? null : (words[at + 1] ?? null);
}

async function findKey(ground: Ground, asked: ShellDeed, which: string): Promise<HeldSecurityKey> {
  const reader = ground.database.read;
  const accountId = await accountIdOf(
    reader,
    which.includes('@') ? { emailIndex: emailIndex(ground.keys, which) } : { keyId: which },
  );
  const saved = accountId === null ? [] : await listSavedKeys(reader, ground.keys, accountId);
  const named = saved.filter((key) => asked.fits(key) && (which.includes('@') || key.id === which));
  const [key, ...others] = named;
  if (!key) throw new KeyFault(asked.none);
  if (others.length === 0) return key;
  const lines = named.map(
    ({ id, name, createdAt }) => `  ${asked.command} ${id} --with ADDRESS   "${name}", added ${createdAt}`,
  );
  throw new KeyFault([`${asked.several}, then run one of:`, ...lines].join('\n'));
}
