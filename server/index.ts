import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createApp } from './app';
import { readSettings, SettingsFault, type Settings } from './env';
import { furnish, startHouse, stopHouse } from './house';
import { closedApp } from './http/closed';
import { makeLog, openGround } from './open-ground';
import { makeSetUpLink } from './set-up/set-up-link';
import { RootKeyMissing } from './storage/root-key';

/** Where `npm run build` puts the client: beside the built server. */
const clientFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'client');

const settings = readSettingsOrExit();
const log = makeLog(settings);
await serve(settings, log);

/** Boot in named steps: settings, ground, house, app, listen. */
async function serve(settings: Settings, log: Logger): Promise<void> {
  const ground = await openGround(settings, { log }).catch((fault: unknown) => {
    if (!(fault instanceof RootKeyMissing)) throw fault;
    log.error(fault.message);
    return null;
  });
  if (!ground) {
    // Tablets keep their rows and try again; nothing is answered that could be mistaken for a receipt.
    await listen(settings, closedApp().callback());
    say(`Heed is closed: its root key is missing from KEY_DIR. Put it back and start again.`);
    return;
  }
  const house = await furnish(ground);
  const server = await listen(settings, createApp(house, clientFolder).callback());
  startHouse(house);
  say(`Heed is open at ${settings.publicUrl.origin}`);
  const link = await makeSetUpLink(ground);
  if (link) say(`No school is set up yet. Open this link once to set one up: ${link}`);
  onceAskedToStop(async () => {
    server.close();
    server.closeAllConnections();
    await stopHouse(house);
    await ground.close();
  });
}

function readSettingsOrExit(): Settings {
  try {
    return readSettings();
  } catch (fault) {
    if (!(fault instanceof SettingsFault)) throw fault;
    for (const line of fault.faults) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

function listen(settings: Settings, listener: RequestListener) {
  const { tls } = settings;
  const server = tls
    ? createTlsServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener)
    : createServer(listener);
  return new Promise<typeof server>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () => resolve(server));
  });
}

function onceAskedToStop(stop: () => Promise<void>): void {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      void stop().then(() => process.exit(0));
    });
  }
}

/** What the person who starts the server reads; the log is for machines. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
