import { EscalationWatch } from './alerts/escalation/watch';
import { Chores } from './chores';
import { Afterwards } from './staff/afterwards';
import { tellOfFile } from './concerns/tell-readers';
import { FileJoiner } from './files/joiner';
import { FileScanner } from './files/scanner';
import { Acceptance } from './intake/accept';
import { Flood } from './intake/flood';
import { Judge } from './intake/judge';
import { Traffic } from './intake/traffic';
import type { Ground } from './ground';
import type { Mailer } from './messages/mail';
import { openMailer } from './messages/mailer';
import { ProviderClients } from './providers/provider-clients';
import type { Transport } from './providers/provider-fetch';
import { pushSender, type PushSender } from './messages/push-sender';
import { makeMissingVapidKey } from './messages/vapid';
import { messageWorker, type MessageWorker } from './messages/worker';

/** Everything that runs beside the requests: taking in, judging, sending. */
export interface House {
  readonly ground: Ground;
  readonly mailer: Mailer;
  readonly worker: MessageWorker;
  readonly judge: Judge;
  readonly joiner: FileJoiner;
  readonly scanner: FileScanner;
  readonly flood: Flood;
  readonly acceptance: Acceptance;
  readonly chores: Chores;
  readonly escalation: EscalationWatch;
  readonly providers: ProviderClients;
  /** Mails that are made after an answer was given. */
  readonly afterwards: Afterwards;
}

export interface HouseOptions {
  readonly mailer?: Mailer;
  readonly push?: PushSender;
  /** How sign-in providers are reached. */
  readonly providers?: Transport;
}

/** Furnishes a house on its ground. Nothing runs before `startHouse`. */
export async function furnish(ground: Ground, options: HouseOptions = {}): Promise<House> {
  await makeMissingVapidKey(ground);
  const mailer = options.mailer ?? openMailer(ground);
  const worker = messageWorker(ground, { mailer, push: options.push ?? pushSender(ground) });
  const flood = new Flood(ground.clock);
  const traffic = new Traffic();
  const scanner = new FileScanner(ground, (file) => tellOfFile(ground, file));
  const joiner = new FileJoiner(ground, async (file) => {
    scanner.wake();
    await tellOfFile(ground, file);
  });
  const judge = new Judge(ground, traffic, () => joiner.wake());
  const acceptance = new Acceptance(ground, traffic, () => judge.wake());
  const afterwards = new Afterwards(ground.log);
  return {
    ground,
    mailer,
    worker,
    judge,
    joiner,
    scanner,
    flood,
    acceptance,
    afterwards,
    providers: new ProviderClients(ground, options.providers),
    chores: new Chores(ground),
    escalation: new EscalationWatch(ground),
  };
}

/** Begins with whatever a crash left: unjudged envelopes, unsent messages, drafts not looked into. */
export function startHouse(house: House): void {
  house.worker.start();
  house.judge.start();
  house.joiner.start();
  house.scanner.start();
  house.chores.start();
  house.escalation.start();
}

/** Takes nothing new, ends what is on its way. */
export async function stopHouse(house: House): Promise<void> {
  await house.chores.stop();
  await house.escalation.stop();
  await house.afterwards.settled();
  await house.judge.stop();
  await house.joiner.stop();
  await house.scanner.stop();
  await house.worker.stop();
}
