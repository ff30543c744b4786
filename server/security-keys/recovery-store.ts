import { uuidv7 } from '../../protocol/identifiers';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Reader, Transaction } from '../storage/database';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes';

/** How many codes an account has left. */
export async function countRecoveryCodes(reader: Reader, accountId: string): Promise<number> {
  const row = await reader('recovery_codes')
    .where({ account_id: accountId })
    .whereNull('used_at')
    .count({ left: '*' })
    .first();
  return Number(row?.left ?? 0);
}

/** Makes ten new codes; those before stop working. @returns the codes, which are shown once and never again */
export async function replaceRecoveryCodes(
  trx: Transaction,
  ground: Ground,
  accountId: string,
): Promise<string[]> {
  const now = timeStamp(ground.clock);
  const codes = newRecoveryCodes();
  await trx('recovery_codes').where({ account_id: accountId }).whereNull('used_at').update({ used_at: now });
  await trx('recovery_codes').insert(
    codes.map((code) => ({
      id: uuidv7(ground.clock.now()),
      account_id: accountId,
      code_hash: hashRecoveryCode(ground.keys, accountId, code),
      created_at: now,
    })),
  );
  return codes;
}

/** Uses a code, once for ever; 'used' when it was before, 'wrong' when it is none. */
export async function useRecoveryCode(
  trx: Transaction,
  ground: Ground,
  accountId: string,
  code: string,
): Promise<'right' | 'used' | 'wrong'> {
  const own = () =>
    trx('recovery_codes').where({
      account_id: accountId,
      code_hash: hashRecoveryCode(ground.keys, accountId, code),
    });
  const changed = await own()
    .whereNull('used_at')
    .update({ used_at: timeStamp(ground.clock) });
  if (changed === 1) return 'right';
  const known: unknown = await own().first('id');
  return known === undefined ? 'wrong' : 'used';
}

/** Whether an account was ever given codes. */
export async function everHadRecoveryCodes(reader: Reader, accountId: string): Promise<boolean> {
  const row: unknown = await reader('recovery_codes').where({ account_id: accountId }).first('id');
  return row !== undefined;
}
