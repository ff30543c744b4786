import { expect, test } from 'vitest';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from '../../protocol/identifiers';
import { verifyAudit } from '../../server/audit/verify';
import { waitFor } from '../server/house';
import { aSchool } from '../server/school-builder';
import { aConcern, Tablet } from '../server/tablet';
import { elevated } from './elevated';
import { ServerProcess } from './server-process';

/** What one killed and restarted server holds in the end. */
async function stateOf(server: ServerProcess) {
  return server.look(async ({ database: { read } }) => {
    const school = await read('schools').first<{ id: string }>('id');
    return {
      envelopes: (await read('envelopes').select('*')).length,
      unjudged: (await read('envelopes').whereNull('verdict')).length,
      concerns: (await read('concerns').select('*')).length,
      alerts: (await read('alerts').select('*')).length,
      recorded: (await read('audit').where({ what: 'concern.recorded' })).length,
      audit: (await verifyAudit(read, school.id)).whole,
    };
  });
}

const alertMails = (server: ServerProcess) =>
  server.mails().filter((mail) => /^Subject: .*alert/im.test(mail));

test.each([
  ['S1 before the raw insert', 'before-raw-insert', false],
  ['S2 after its commit, before the receipt', 'after-raw-commit', false],
  ['S3 after opening', 'after-opening', true],
  ['S4 after the record insert, before its commit', 'before-record-commit', true],
  ['S5 after that commit', 'after-record-commit', true],
  ['S6 while alerts are sent, before one is', 'message-claimed', true],
  ['S6 while alerts are sent, after one was accepted', 'message-delivered', true],
])(
  '%s: killed there and started again, the concern is recorded once and alerted',
  async (_, point, receiptFirst) => {
    const server = await ServerProcess.withSchool(aSchool());
    await server.start();
    const tablet = await Tablet.enrol(await server.loggedIn('jo.price@oakfield.example'));
    const sealed = await tablet.seal(aConcern());
    await server.kill();

    await server.start(point);
    const first = await tablet.deliver(sealed.bytes).catch(() => null);
    // Whether the receipt still got out is a matter of timing, but no receipt may stand for something that is not held.
    if (!receiptFirst) expect(first).toBeNull();
    await server.died();

    await server.start();
    const again = await tablet.deliver(sealed.bytes);
    expect(again.reply!.receipts).toHaveLength(1);
    if (first?.reply) expect(again.reply!.receipts).toEqual(first.reply.receipts);
    await waitFor(() => alertMails(server).length > 0);
    await server.kill();

    expect(await stateOf(server)).toEqual({
      envelopes: 1,
      unjudged: 0,
      concerns: 1,
      alerts: 1,
      recorded: 1,
      audit: true,
    });
    // A mail that was accepted in the moment of the crash may come twice, never not at all; both carry one Message-ID.
    const ids = new Set(alertMails(server).map((mail) => /^Message-ID: (.*)$/im.exec(mail)![1]));
    expect(ids.size).toBe(1);
  },
);

test('S4 for a lead’s action: killed before its commit and started again, what was sealed is added once', async () => {
  const server = await ServerProcess.withSchool(aSchool());
  await server.start();
  const tablet = await Tablet.enrol(await server.loggedIn('jo.price@oakfield.example'));
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  const nadia = await elevated(server, 'nadia.shah@oakfield.example');
  const hers = await Tablet.enrol(nadia, 'Office computer');
  const rows = async () => (await nadia.must('listInbox', { query: { view: 'all' } })).rows;
  await waitFor(async () => (await rows()).length === 1);
  const { concernId } = (await rows())[0]!;
  const { pass } = await nadia.must('readConcern', { params: { id: concernId } });
  const sealed = await hers.sealAction({
    concernId: concernId,
    actionId: uuidv7(Date.now()),
    pass: pass!,
    kind: 'call',
    text: 'Rang the kumquat club.',
    writtenAt: new Date().toISOString(),
  });
  await server.kill();

  await server.start('before-record-commit');
  const first = await hers.deliver(sealed.bytes).catch(() => null);
  await server.died();
  const held = () =>
    server.look(async ({ database: { read } }) => ({
      added: (await read('concern_actions').where({ kind: 'call' })).length,
      noted: (await read('audit').where({ what: 'concern.action-added' })).length,
      unjudged: (await read('envelopes').whereNull('verdict')).length,
      raw: (await read('envelopes').where({ kind: 'action' })).length,
    }));
  expect(await held()).toEqual({ added: 0, noted: 0, unjudged: 1, raw: 1 });

  await server.start();
  const again = await hers.deliver(sealed.bytes);
  expect(again.reply!.receipts).toHaveLength(1);
  if (first?.reply) expect(again.reply!.receipts).toEqual(first.reply.receipts);
  await waitFor(async () => {
    const { history } = await nadia.must('readConcern', { params: { id: concernId } });
    return history.some(({ text }) => text === 'Rang the kumquat club.');
  });
  await server.kill();
  expect(await held()).toEqual({ added: 1, noted: 1, unjudged: 0, raw: 1 });
  expect(await stateOf(server)).toMatchObject({ concerns: 1, recorded: 1, audit: true });
});

test('S11: without its root key the server answers 503 to everything, and opens again with it', async () => {
  const server = await ServerProcess.withSchool(aSchool());
  await server.start();
  const tablet = await Tablet.enrol(await server.loggedIn('jo.price@oakfield.example'));
  const sealed = await tablet.seal(aConcern());
  await server.kill();
  const key = join(server.settings.keyDir, 'root.key');
  renameSync(key, `${key}.away`);
  await server.start();
  const closed = await tablet.deliver(sealed.bytes);
  expect(closed).toMatchObject({ status: 503, reply: null });
  expect((await fetch(`${server.origin}/`)).headers.get('retry-after')).toBe('60');
  await server.kill();
  renameSync(`${key}.away`, key);
  await server.start();
  expect((await tablet.deliver(sealed.bytes)).reply!.receipts).toHaveLength(1);
});

test('S11: the key is rotated twice from the shell while a concern waits, and the server that runs opens it', async () => {
  const server = await ServerProcess.withSchool(aSchool());
  await server.start();
  const tablet = await Tablet.enrol(await server.loggedIn('jo.price@oakfield.example'));
  const sealed = await tablet.seal(aConcern());

  expect(await server.shell('school', 'rotate-key')).toMatchObject({ status: 0 });
  const again = await server.shell('school', 'rotate-key', 'oakfield');
  const wrong = await server.shell('school', 'rotate-key', 'elsewhere');

  expect(again).toMatchObject({ status: 0, said: expect.stringContaining('envelope key 3') as string });
  expect(wrong).toMatchObject({ status: 1, said: 'There is no school "elsewhere".\n' });
  expect((await tablet.deliver(sealed.bytes)).reply!.receipts).toHaveLength(1);
  await waitFor(() => alertMails(server).length > 0);
  await server.kill();
  expect(await stateOf(server)).toMatchObject({ envelopes: 1, concerns: 1, recorded: 1, audit: true });
});
