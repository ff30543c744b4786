import { beforeEach, expect, test } from 'vitest';
import { readSettings, SettingsFault } from '../../../server/env';
import { confirm } from '../oversight/confirm';
import { openOffice, type Office } from '../oversight/office';
import { connections, setting } from './oakfield';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const offered = async () => (await office.house.visitor().must('readPlace')).signIn;
const set = () => office.sue.must('readProviders');

test('a lead has to confirm it, and nobody is ever shown the secret', async () => {
  const gains = await office.outcomeOf(setting('microsoft'));
  expect(gains).toContain('Jo Price: sign-in');
  expect(await offered()).toEqual([]);
  const { pending } = await office.sue.must('listPendingChanges');
  expect(pending[0]!.change).toMatchObject({ kind: 'provider.set', clientId: 'heed-at-oakfield' });
  await office.confirmAll();
  expect(await offered()).toEqual(['microsoft']);
  const shown = await set();
  expect(shown.providers).toMatchObject([
    { connection: connections.microsoft, domains: ['oakfield.example'] },
  ]);
  expect(shown.returnTo).toBe(`${office.house.origin}/sign-in/return`);
  const { ground, schoolId } = office.house;
  const row = await ground.database.read('pending_changes').where({ id: pending[0]!.id }).first();
  const kept = ground.keys.open(schoolId, 'pending_changes', row!.id, 'change', row!.change);
  expect(kept).toContain('heed-at-oakfield');
  expect(JSON.stringify([pending, shown, kept])).not.toContain('a secret that only');
});

test('a new secret and fewer domains wait for nobody; another tenant, client or domain does', async () => {
  await office.make(setting('microsoft', { domains: ['oakfield.example', 'trust.example'] }));
  await office.confirmAll();
  expect(await office.outcomeOf(setting('microsoft', { secret: 'the next one' }))).toBe('made');
  expect(await office.outcomeOf(setting('microsoft', { secret: undefined }))).toBe('made');
  const wider = setting('microsoft', { secret: undefined, domains: ['oakfield.example', 'new.example'] });
  expect(await office.outcomeOf(wider)).not.toBe('made');
  expect(await office.outcomeOf(setting('microsoft', { clientId: 'another' }))).not.toBe('made');
  const tenant = 'aaaaaaaa-1111-4222-8333-444444444444';
  const elsewhere = setting('microsoft', { connection: { provider: 'microsoft', tenant } });
  expect(await office.outcomeOf(elsewhere)).not.toBe('made');
  const silent = { ...elsewhere, secret: undefined };
  expect(await office.refusalOf(silent)).toBe('Type the client secret.');
});

test('switching off takes effect at once and forgets the secret', async () => {
  await office.make(setting('google'));
  await office.confirmAll();
  expect(await office.outcomeOf({ kind: 'provider.remove', provider: 'google' })).toBe('made');
  expect(await offered()).toEqual([]);
  expect(await office.refusalOf(setting('google', { secret: undefined }))).toBe('Type the client secret.');
  const begun = await office.house
    .visitor()
    .call('beginSignIn', { body: { provider: 'google', shared: false } });
  expect(begun.status).toBe(404);
});

test('everybody’s tenant, a foreign issuer and a domain of nobody are refused with a sentence', async () => {
  for (const [change, says] of [
    [setting('microsoft', { connection: { provider: 'microsoft', tenant: 'common' } }), 'tenant'],
    [
      setting('microsoft', {
        connection: { provider: 'microsoft', tenant: '9188040d-6c67-4c5b-b112-36a304b66dad' },
      }),
      'private accounts',
    ],
    [setting('other'), 'does not allow'],
    [setting('google', { domains: ['oakfeild.example'] }), 'Check the spelling'],
    [setting('google', { domains: ['@oakfield.example'] }), 'the part after the @'],
  ] as const)
    expect(await office.refusalOf(change)).toContain(says);
});

test('whoever made it cannot confirm it', async () => {
  const [outcome] = await office.make(setting('google'));
  const id = outcome?.outcome === 'waits' ? outcome.pendingId! : '';
  await expect(confirm(office.sue, id)).rejects.toThrow();
  expect(await offered()).toEqual([]);
});

test('an issuer of one’s own is named over TLS', () => {
  const issuers = (text: string) => readSettings({ OIDC_ISSUERS: text }).oidcIssuers;
  expect(issuers('https://id.county.example, https://id.trust.example/realms/schools')).toEqual([
    'https://id.county.example',
    'https://id.trust.example/realms/schools',
  ]);
  for (const wrong of ['http://id.county.example', 'https://user:word@id.example', 'id.county.example'])
    expect(() => issuers(wrong)).toThrow(SettingsFault);
});
