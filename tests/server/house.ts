import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';

import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createApp } from '../../server/app';
import { timeStamp, type Clock } from '../../server/clock';
import { isLoopback, readSettings, type Settings } from '../../server/env';
import { furnish, startHouse, stopHouse, type House } from '../../server/house';
import type { CallLimits } from '../../server/http/limits';
import type { Mail, Mailer } from '../../server/messages/mail';
import type { Push, PushSender } from '../../server/messages/push-sender';
import { openGround, type OpenGround } from '../../server/open-ground';
import type { Transport } from '../../server/providers/provider-fetch';
import { importSchool } from '../../server/set-up/import/import-school';
import type { SchoolPlan } from '../../server/set-up/school-plan';
import { aMigratedDatabase } from '../database';
import { room } from '../room';
import { aSchool } from './school-builder';
import { giveFirstPassword } from './first-password';
import { Visitor } from './visitor';

/** A clock that a story sets. It begins on a school day at noon and moves by itself as real time does. */
export class StoryClock implements Clock {
  #ahead: number;

  /** @param start milliseconds since 1970 */
  constructor(start = Date.parse('2026-11-23T12:43:00.000Z')) {
    this.#ahead = start - Date.now();
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  /** @param milliseconds how long the story skips */
  skip(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

/** A whole running server with a school in it, for one story. */
export interface TestHouse {
  readonly house: House;
  readonly ground: OpenGround;
  readonly clock: StoryClock;
  readonly origin: string;
  /** Empty where the story began without a school. */
  readonly schoolId: string;
  /** Every mail that was accepted for sending, in order. */
  readonly mails: Mail[];
  readonly pushes: Push[];
  readonly settings: Settings;
  /** A new browser without any cookie. @param host another school's address than the first one's */
  visitor(host?: string): Visitor;
  /** A browser in which this person has chosen a password and logged in. */
  loggedIn(email: string, host?: string): Promise<Visitor>;
  /** Resolves when everything accepted is judged and everything due is sent. */
  settled(): Promise<void>;
  /** Newest mail to an address. @throws when there is none */
  mailTo(address: string): Mail;
}

export interface TestHouseOptions {
  readonly plan?: SchoolPlan | null;
  readonly mailer?: Mailer;
  readonly push?: PushSender;
  /** How sign-in providers are reached. */
  readonly providers?: Transport;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it listens, for stories in which addresses have to be known beforehand. */
  readonly port?: number;
  /** Folder of the built client, for stories in a browser. */
  readonly client?: string;
  /** When it is, for a browser whose clock is set as well; milliseconds since 1970. */
  readonly start?: number;
  /** How often each caller may come, where it is not counted from nothing. */
  readonly limits?: (clock: Clock) => CallLimits;
  /** Takes the closing of a house that several tests share; otherwise it closes with its test. */
  readonly whenDone?: (close: () => Promise<void>) => void;
}

export const PASSWORD = 'three wet ducks in a row';

/** Opens a house on SQLite or PostgreSQL, whichever suite runs, and closes it when the test ends. */
export async function openHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const folder = mkdtempSync(join(room(), 'heed-house-'));
  const database = await aMigratedDatabase(join(folder, 'data'));
  const settings = readSettings({
    DATA_DIR: join(folder, 'data'),
    KEY_DIR: join(folder, 'keys'),
    LOG_LEVEL: 'silent',
    ...(database.url ? { DATABASE_URL: database.url } : {}),
    ...options.environment,
  });
  // A browser has its own clock, which no story sets.
  const clock = new StoryClock(options.start ?? (options.client ? Date.now() : undefined));
  const ground = await openGround(settings, {
    clock,
    log: pino({ level: process.env['HEED_TEST_LOG'] ?? 'silent' }),
  });
  const mails: Mail[] = [];
  const pushes: Push[] = [];
  const house = await furnish(ground, {
    mailer: options.mailer ?? { works: true, send: async (mail) => void mails.push(mail) },
    ...(options.providers ? { providers: options.providers } : {}),
    push: options.push ?? { send: async (push) => (pushes.push(push), { kind: 'accepted' }) },
  });
  const app = createApp(house, options.client ?? join(folder, 'no-client'), options.limits?.(clock));
  const server = createServer(app.callback());
  // A page sets itself by the clock of the answers.
  if (options.start !== undefined)
    server.prependListener('request', (_, answer) =>
      answer.setHeader('Date', new Date(clock.now()).toUTCString()),
    );
  await listen(server, options.port ?? 0);
  startHouse(house);
  (options.whenDone ?? onTestFinished)(async () => {
    server.closeAllConnections();
    server.close();
    await stopHouse(house);
    await ground.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const plan = options.plan === undefined ? aSchool() : options.plan;
  const schoolId = plan ? (await importSchool(ground, plan, { actor: 'shell' })).schoolId : '';
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    house,
    ground,
    clock,
    origin,
    schoolId,
    mails,
    pushes,
    settings,
    ...deeds({ house, origin, mails }),
  };
}

function deeds({ house, origin, mails }: { house: House; origin: string; mails: Mail[] }) {
  const settled = async () => {
    await house.judge.idle();
    await house.joiner.idle();
    await house.scanner.idle();
    await house.worker.drain();
    // The worker's own turn may still be handing one over.
    await waitFor(async () => (await countDue(house)) === 0);
  };
  const { publicUrl } = house.ground.settings;
  const home = isLoopback(publicUrl) ? null : publicUrl.host;
  const visitor = (host?: string) => new Visitor(origin, host ?? home);
  const mailTo = (address: string) => {
    const mail = mails.filter((one) => one.to === address).at(-1);
    if (!mail) throw new Error(`no mail to ${address}; mails: ${mails.map((one) => one.to).join(', ')}`);
    return mail;
  };
  const loggedIn = async (email: string, host?: string) => {
    const browser = visitor(host);
    if (!(await giveFirstPassword(house.ground, email, PASSWORD))) await chooseAnew(browser, email);
    await browser.must('logIn', { body: { email, password: PASSWORD } });
    // What a log-in mails is out, so that the newest mail is what the story does next.
    await settled();
    return browser;
  };
  const chooseAnew = async (browser: Visitor, email: string) => {
    const known = mails.length;
    const link = (mail: Mail) => mail.to === email && mail.text.includes('/welcome#');
    await browser.must('askForLink', { body: { email } });
    await waitFor(async () => {
      await settled();
      return mails.slice(known).some(link);
    });
    const token = /#([\w-]{43})/.exec(mails.findLast(link)!.text)![1]!;
    await browser.must('choosePassword', { body: { token, password: PASSWORD } });
  };
  return { settled, visitor, mailTo, loggedIn };
}

async function countDue({ ground }: House): Promise<number> {
  const due = await ground.database
    .read('messages')
    .where({ state: 'queued' })
    .where('next_try_at', '<=', timeStamp(ground.clock))
    .pluck<string[]>('id');
  return due.length;
}

/** Waits until something that happens by itself has happened. @throws after `atMost` milliseconds */
export async function waitFor(check: () => Promise<boolean> | boolean, atMost = 20_000): Promise<void> {
  const end = Date.now() + atMost;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('what was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
}
