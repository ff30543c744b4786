import type { ChangeOf } from '../../protocol/changes/change';
import type { Widening } from '../../protocol/changes/widening';
import { providerRefusals } from '../../protocol/words/refusals/sign-in';
import { problem } from '../http/problem';
import type { ChangeAppliers, ChangeStep } from '../school/apply-change';
import { readMailboxes } from '../staff/account-store';
import { domainOf } from './claims';
import { issuerOf, type Provider } from './provider';
import { findProvider, removeProvider, saveProvider } from './provider-store';

type Set = ChangeOf<'provider.set'>;

/**
 * Who may say who a person is. Letting somebody else say it is a widening for everybody whose address it takes in;
 * a new secret for the same client, or fewer domains, is none (access.md, "raising one's own rights").
 */
export const providerChanges = {
  'provider.set': async (step, change) => {
    const { trx, ground, schoolId, at } = step;
    const { connection, clientId, domains } = change;
    const kind = connection.provider;
    needAllowed(step, change);
    const staff = await peopleAt(step, domains);
    const held = await findProvider(trx, ground, schoolId, kind);
    const same = held !== null && isSame(held, change);
    const secret = change.secret ?? (same ? held.secret : null);
    if (secret === null) throw problem('not-valid', { field: 'secret', title: providerRefusals.noSecret });
    await saveProvider(trx, ground, { schoolId, connection, clientId, domains, secret, setAt: at });
    const narrower = same && domains.every((domain) => held.domains.includes(domain));
    const widens: Widening[] = narrower ? [] : [{ code: 'sign-in', target: kind, staff }];
    return { object: `provider:${kind}`, facts: { kind, count: domains.length }, widens };
  },

  'provider.remove': async ({ trx, schoolId }, { provider }) => {
    if (!(await removeProvider(trx, schoolId, provider))) throw problem('not-found');
    return { object: `provider:${provider}`, facts: { kind: provider } };
  },
} satisfies Partial<ChangeAppliers>;

function needAllowed({ ground }: ChangeStep, { connection }: Set): void {
  if (connection.provider !== 'other' || ground.settings.oidcIssuers.includes(connection.issuer)) return;
  throw problem('not-valid', {
    field: 'connection.issuer',
    title: providerRefusals.notAllowed,
  });
}

function isSame(held: Provider, { connection, clientId }: Set): boolean {
  return (
    held.clientId === clientId &&
    issuerOf(held.connection) === issuerOf(connection) &&
    JSON.stringify(held.connection) === JSON.stringify(connection)
  );
}

/** Staff whose address ends in one of these. @throws problem 'not-valid' where nobody's does: then it was a slip */
async function peopleAt(
  { trx, ground, schoolId }: ChangeStep,
  domains: readonly string[],
): Promise<string[]> {
  const ids = await trx('staff').where({ school_id: schoolId }).pluck<string[]>('id');
  const mailboxes = await readMailboxes(trx, ground, schoolId, ids);
  const there = mailboxes
    .filter(({ email }) => domains.includes(domainOf(email)))
    .map(({ staffId }) => staffId);
  if (there.length === 0)
    throw problem('not-valid', {
      field: 'domains',
      title: providerRefusals.nobodyEndsSo,
    });
  return there.sort();
}
