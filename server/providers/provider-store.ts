import type { ProviderKind } from '../../protocol/providers';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import type { SignInProviderRow } from '../storage/rows/sign-in-providers';
import { kindOf, type Provider } from './provider';

/** What stands in the sealed cell `settings`. */
type Kept = Pick<Provider, 'connection' | 'clientId' | 'domains'>;

/** The providers of one school, always in the same order. */
export async function listProviders(reader: Reader, ground: Ground, schoolId: string): Promise<Provider[]> {
  const rows = await reader('sign_in_providers').where({ school_id: schoolId }).orderBy('provider', 'desc');
  return rows.map((row) => opened(ground, row));
}

/** Their kinds alone, for a page before anybody is known. */
export async function listProviderKinds(reader: Reader, schoolId: string): Promise<ProviderKind[]> {
  return reader('sign_in_providers')
    .where({ school_id: schoolId })
    .orderBy('provider', 'desc')
    .pluck<ProviderKind[]>('provider');
}

export async function findProvider(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  provider: ProviderKind,
): Promise<Provider | null> {
  const row = await reader('sign_in_providers').where({ school_id: schoolId, provider }).first();
  return row ? opened(ground, row) : null;
}

/** Sets a provider in place of the one of its kind. */
export async function saveProvider(trx: Transaction, ground: Ground, provider: Provider): Promise<void> {
  const { schoolId, connection, clientId, domains, secret } = provider;
  const kind = kindOf(provider);
  const kept: Kept = { connection, clientId, domains };
  const cells = cellsOf(ground.keys, schoolId, 'sign_in_providers');
  await removeProvider(trx, schoolId, kind);
  await trx('sign_in_providers').insert({
    school_id: schoolId,
    provider: kind,
    ...cells.seal(kind, { settings: JSON.stringify(kept), secret }),
    set_at: provider.setAt,
  });
}

/** False where there was none. */
export async function removeProvider(
  trx: Transaction,
  schoolId: string,
  provider: ProviderKind,
): Promise<boolean> {
  return (await trx('sign_in_providers').where({ school_id: schoolId, provider }).delete()) === 1;
}

function opened(ground: Ground, row: SignInProviderRow): Provider {
  const cells = cellsOf(ground.keys, row.school_id, 'sign_in_providers');
  return {
    schoolId: row.school_id,
    ...(JSON.parse(cells.need(row.provider, 'settings', row.settings)) as Kept),
    secret: cells.need(row.provider, 'secret', row.secret),
    setAt: row.set_at,
  };
}
