import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock } from '../../../server/clock';
import { readSettings } from '../../../server/env';
import { openGround, type OpenGround } from '../../../server/open-ground';
import { makeMissingVapidKey } from '../../../server/messages/vapid';
import { aMigratedDatabase } from '../../database';

/** A clock that stands still until a test moves it. */
export interface SetClock extends Clock {
  /** Moves it forward by milliseconds. */
  pass(milliseconds: number): void;
}

export function setClock(at = '2026-11-23T12:45:00.000Z'): SetClock {
  let now = Date.parse(at);
  return { now: () => now, pass: (milliseconds) => (now += milliseconds) };
}

export interface TestHouse {
  readonly ground: OpenGround;
  readonly clock: SetClock;
  readonly dataDir: string;
  /** Everything that was logged so far, as one text. */
  logged(): string;
  close(): Promise<void>;
}

/** A server's ground on the engine of the running suite, with its own folder, and a clock that the test moves. */
export async function openTestHouse(settings: Readonly<Record<string, string>> = {}): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-messages-'));
  const database = await aMigratedDatabase(join(folder, 'data'));
  const clock = setClock();
  const lines: string[] = [];
  const ground = await openGround(
    readSettings({ DATA_DIR: join(folder, 'data'), DATABASE_URL: database.url, ...settings }),
    { clock, log: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }) },
  );
  await makeMissingVapidKey(ground);
  return {
    ground,
    clock,
    dataDir: join(folder, 'data'),
    logged: () => lines.join(''),
    close: async () => {
      await ground.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
