import { request } from 'node:http';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { waitFor } from '../server/house';
import { aSchool } from '../server/school-builder';
import { ServerProcess } from './server-process';

const PUBLIC = 'https://heed.oakfield.example';
const JO = 'jo.price@oakfield.example';
const more = { LOG_LEVEL: 'debug', MAIL_FROM: 'Heed <heed@oakfield.example>' };
/** What opens an account: the word behind the hash of a mailed link. */
const TOKEN = /#[\w-]{43}/;

/** A mail server that takes every mail, or refuses each and quotes it, as some do. */
async function aMailServer(refuses: boolean): Promise<{ url: string; mails: string[] }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString().replace(/=\r\n/g, '').replaceAll('=3D', '=');
        mails.push(mail);
        if (refuses) done(new Error(`refused: ${TOKEN.exec(mail)?.[0] ?? ''}`));
        else done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${String(port)}`, mails };
}

/** "Reset Password" as a browser sends it through the proxy that stands at the public address. */
function askForLink({ settings }: ServerProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host: new URL(PUBLIC).host, origin: PUBLIC, 'content-type': 'application/json' };
    const options = {
      port: settings.port,
      host: '127.0.0.1',
      path: '/api/reset-links',
      method: 'POST',
      headers,
    };
    const asked = request(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end(JSON.stringify({ email: JO }));
  });
}

test.each([
  ['takes them', false],
  ['refuses them and quotes them', true],
])(
  'with a public address no link to choose a password is ever printed, where the mail server %s',
  async (_how, refuses) => {
    const { url, mails } = await aMailServer(refuses);
    const server = await ServerProcess.withSchool(aSchool(), PUBLIC, { ...more, SMTP_URL: url });
    await server.start();
    expect(await askForLink(server)).toBeLessThan(300);
    await waitFor(() => mails.some((mail) => TOKEN.test(mail)));
    await server.kill();
    expect(server.said).toContain('Heed is open at');
    expect(server.said).not.toMatch(TOKEN);
    expect(server.said).not.toContain(TOKEN.exec(mails.join('\n'))![0].slice(1));
    expect(existsSync(join(server.settings.dataDir, 'mail'))).toBe(false);
  },
);

test('nor where the mail server is down', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', () => resolve()));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const SMTP_URL = `smtp://127.0.0.1:${String(port)}`;
  const server = await ServerProcess.withSchool(aSchool(), PUBLIC, { ...more, SMTP_URL });
  await server.start();
  expect(await askForLink(server)).toBeLessThan(300);
  await waitFor(() =>
    server.look(async ({ database }) => {
      const tried = await database.read('messages').where({ template: 'link' }).where('attempts', '>', 0);
      return tried.length > 0;
    }),
  );
  await server.kill();
  expect(server.said).not.toMatch(TOKEN);
  expect(existsSync(join(server.settings.dataDir, 'mail'))).toBe(false);
});

test('with a public address and no mail server nothing starts at all', async () => {
  await expect(ServerProcess.empty(PUBLIC, more)).rejects.toThrow(/SMTP_URL: needed/);
});
