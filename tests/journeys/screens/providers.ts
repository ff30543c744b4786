import type { Page } from 'playwright-core';
import { removeProvider, saveProvider } from '../../../server/providers/provider-store';
import type { WillowBank } from './willow-bank';

/** Opens a page while the school lets its staff sign in with Microsoft and Google; for the pictures after it no more. */
export async function withProviders({ house }: WillowBank, open: () => Promise<Page>): Promise<Page> {
  const { ground, schoolId } = house;
  const kept = {
    schoolId,
    clientId: 'heed-at-willow-bank',
    secret: 'a secret',
    domains: ['willowbank.example'],
    setAt: new Date(house.clock.now()).toISOString(),
  };
  const tenant = '7f1c2f4e-52d5-4c39-9d3e-0f5d8e3a6b11';
  await ground.database.write(async (trx) => {
    await saveProvider(trx, ground, { ...kept, connection: { provider: 'microsoft', tenant } });
    await saveProvider(trx, ground, {
      ...kept,
      connection: { provider: 'google', hosted: 'willowbank.example' },
    });
  });
  const page = await open();
  await page
    .getByText(/Microsoft/)
    .first()
    .waitFor();
  await ground.database.write(async (trx) => {
    await removeProvider(trx, schoolId, 'microsoft');
    await removeProvider(trx, schoolId, 'google');
  });
  return page;
}
