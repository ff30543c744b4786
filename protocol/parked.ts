import * as v from 'valibot';
import { bytes, endpoint } from './endpoint';
import { id, time } from './fields';
import { PARKED_PATH } from './parked-word';

/** 16 bytes as strict base64url. */
const bytes16 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'This is not an identifier.'));
/** By the device's clock, UTC with milliseconds. */
const deviceTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'This is not a time.'),
);
/** Name of a parked draft: the id of its parked envelope. */
const parkedId = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,36}$/, 'This is not an identifier.')),
});

export const keepParked = endpoint({
  method: 'POST',
  path: PARKED_PATH,
  caller: 'device',
  action: null,
  activity: false,
  summary: 'Takes a draft that was left, as it lies encrypted on a device; its key comes in an envelope.',
  limit: { most: 120, seconds: 60, per: 'device' },
  maxBody: 1_000_000,
  body: v.strictObject({
    /** Of the parked envelope that holds its key. */
    envelopeId: bytes16,
    lineageId: bytes16,
    /** Of the draft; a newer one takes the place of an older one, never the other way round. */
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    beganAt: deviceTime,
    touchedAt: deviceTime,
    /** IV ‖ ciphertext ‖ tag, base64url; null: whoever wrote it has thrown it away. */
    ciphertext: v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{38,}$/))),
  }),
  replyType: 'bytes',
  reply: bytes,
});

const ownParkedSchema = v.object({
  id: v.string(),
  /** Where the same draft still lies on this device, it is simply that draft. */
  lineageId: v.string(),
  beganAt: time,
  /** Name of the device on which it was left; null for one that is not known here. */
  device: v.nullable(v.string()),
});
export type OwnParked = v.InferOutput<typeof ownParkedSchema>;

export const listOwnParked = endpoint({
  method: 'GET',
  path: '/api/parked',
  caller: 'session',
  action: 'parked.list-own',
  activity: false,
  summary: 'Records that this person began and did not send, left on any device; no content.',
  reply: v.object({ drafts: v.array(ownParkedSchema) }),
});

const own = { caller: 'session', action: 'parked.go-on', params: parkedId } as const;

export const goOnWithParked = endpoint({
  ...own,
  method: 'POST',
  path: '/api/parked/:id/go-on',
  summary: 'Gives a draft’s content to its author alone, who goes on writing it here. In the audit.',
  reply: v.object({
    lineageId: v.string(),
    /** All of the form, as the device wrote it down. */
    content: v.record(v.string(), v.unknown()),
  }),
});

export const throwParkedAway = endpoint({
  ...own,
  method: 'POST',
  path: '/api/parked/:id/throw-away',
  summary: 'Its author does not want to send it: nobody is shown it any more. In the audit.',
});

const unfinishedSchema = v.object({
  id: v.string(),
  beganAt: time,
  device: v.nullable(v.string()),
  /** Its author; null: somebody who had not unlocked, so that only its text may say who. */
  author: v.nullable(v.object({ name: v.string(), left: v.boolean() })),
  /** From when on it may be opened: at once where nobody can go on with it. */
  opensAt: time,
});
export type Unfinished = v.InferOutput<typeof unfinishedSchema>;

export const listUnfinished = endpoint({
  method: 'GET',
  path: '/api/unfinished',
  caller: 'session',
  action: 'parked.watch',
  activity: false,
  summary: 'Records that somebody began and did not send, for the leads: who, since when, where; no content.',
  reply: v.object({
    /** How many there are; all that is said before elevating. */
    count: v.number(),
    drafts: v.array(unfinishedSchema),
  }),
});

export const openUnfinished = endpoint({
  method: 'POST',
  path: '/api/unfinished/:id/open',
  caller: 'session',
  action: 'parked.open',
  params: parkedId,
  summary:
    'Opens one with a reason, after a school day or where nobody can go on with it. It is then checked like any ' +
    'record with a doubt; its author is told. In the audit.',
  body: v.strictObject({
    reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'Write why.'), v.maxLength(2000)),
  }),
  /** The record that it has become. */
  reply: v.object({ id }),
});
