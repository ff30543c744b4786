import * as v from 'valibot';
import { DAY, SECOND } from '../clock';
import type { Ground } from '../ground';
import { findHeld } from './held';
import type { Mailer } from './mail';
import { judgeMailFault } from './mailer';
import { accepted, later, never, type Outcome } from './outcome';
import { findDevice, findMailbox } from './people';
import { pushPayload, topicOf } from './push-payload';
import type { PushSender } from './push-sender';
import { schoolOrigin } from './school-origin';
import type { MessageRow } from '../storage/rows/records';
import { templates } from './templates/index';
import type { Place } from './templates/template';

/** What carries messages out of the house. */
export interface Senders {
  readonly mailer: Mailer;
  readonly push: PushSender;
}

/** How long a mail is tried before it counts as failed. */
const MAIL_FOR = 3 * DAY;
/** Longest that one mail may take, well inside the worker's lease. */
const MAIL_WITHIN = 45 * SECOND;

const addressed = v.object({ to: v.string() });

/**
 * Makes one attempt to deliver one message; what went wrong is a code.
 * @throws only when the database cannot be read: the lease then runs out and it is tried again
 */
export async function deliver(ground: Ground, senders: Senders, row: MessageRow): Promise<Outcome> {
  let content: unknown;
  let place: Place;
  try {
    const text = ground.keys.open(row.school_id, 'messages', row.id, 'content', row.content);
    content = JSON.parse(text) as unknown;
    place = {
      origin: await schoolOrigin(ground, row.school_id),
      alertId: row.alert_id,
      alerts: row.alert_count,
    };
  } catch {
    return later('unwritable');
  }
  if (row.held_until !== null) {
    const [first, ...more] = await findHeld(ground.database.read, row);
    if (!first) return never('read');
    content = { ...(content as object), reference: first.reference };
    place = { ...place, alertId: first.id, alerts: 1 + more.length, held: true };
  }
  const send = row.channel === 'email' ? deliverMail : deliverPush;
  return send(ground, senders, row, content, place);
}

type Attempt = (
  ground: Ground,
  senders: Senders,
  row: MessageRow,
  content: unknown,
  place: Place,
) => Promise<Outcome>;

const deliverMail: Attempt = async (ground, { mailer }, row, content, place) => {
  if (age(ground, row) > MAIL_FOR) return never('too-late');
  const to = await addressOf(ground, row, content);
  if (typeof to !== 'string') return to;
  let text;
  try {
    text = templates[row.template].mail(content, place);
  } catch {
    return later('unwritable');
  }
  try {
    await within(MAIL_WITHIN, mailer.send({ ...text, id: row.id, to, at: startOf(row) }));
    return accepted;
  } catch (fault) {
    return judgeMailFault(fault);
  }
};

/** The address that the command gave (a link, a welcome), else the one that the person's account has now. */
async function addressOf(ground: Ground, row: MessageRow, content: unknown): Promise<string | Outcome> {
  if (v.is(addressed, content)) return content.to;
  if (row.staff_id === null) return never('no-address');
  return findMailbox(ground.database.read, ground.keys, row.school_id, row.staff_id);
}

const deliverPush: Attempt = async (ground, { push }, row, content, place) => {
  const kind = templates[row.template].push;
  if (kind === null) return never('unwritable');
  const ttl = kind.ttl - Math.floor(age(ground, row) / SECOND);
  if (ttl <= 0) return never('too-late');
  const device = await findDevice(ground.database.read, ground.keys, row);
  if ('kind' in device) return device;
  const topic = topicOf(ground.keys, row.school_id, row.alert_id ?? row.id);
  let payload;
  try {
    payload = pushPayload(kind.text(content, place), topic);
  } catch {
    return later('unwritable');
  }
  return push.send({ ...device, payload, ttl, urgency: kind.urgency, topic });
};

/** What waited is as old as the end of its wait. */
const startOf = (row: MessageRow) => row.held_until ?? row.created_at;

function age(ground: Ground, row: MessageRow): number {
  return ground.clock.now() - Date.parse(startOf(row));
}

class TooSlow extends Error {
  readonly code = 'ETIMEDOUT';
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), milliseconds);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
