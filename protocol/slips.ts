import * as v from 'valibot';
import { deviceBoardSchema, rollSchema } from './devices';
import { endpoint } from './endpoint';
import { base64url, id, ids, publicKey, time } from './fields';

/** Letters of a code: no vowels, so no words; no L, which some print like I. All letters: one keyboard is enough. */
export const SLIP_ALPHABET = 'BCDFGHJKMNPQRSTVWXYZ';
/** 12 letters of 20: 51 random bits. */
export const SLIP_LETTERS = 12;

/** The code of a slip as it is read: in fours on paper, typed in any case, with or without what stands between. */
export const slipCode = v.pipe(
  v.string(),
  v.maxLength(60),
  v.transform((typed) => typed.replace(/[\s\-–—.]/g, '').toUpperCase()),
  v.regex(new RegExp(`^[${SLIP_ALPHABET}]{${String(SLIP_LETTERS)}}$`), 'A slip has 12 letters.'),
);

/** How a slip stands. `ended`: it was used, and what it gave is over. */
export const slipStates = ['open', 'used', 'expired', 'withdrawn', 'ended'] as const;
export type SlipState = (typeof slipStates)[number];

const listedSlipSchema = v.object({
  id,
  staffId: id,
  name: v.string(),
  madeBy: v.string(),
  madeAt: time,
  expiresAt: time,
  state: v.picklist(slipStates),
  usedAt: v.nullable(time),
  /** Name of the tablet that it was used on. */
  usedOn: v.nullable(v.string()),
});
export type ListedSlip = v.InferOutput<typeof listedSlipSchema>;

/** A slip with its code, which is told this once. */
const madeSlipSchema = v.object({ id, staffId: id, name: v.string(), code: v.string(), expiresAt: time });
export type MadeSlip = v.InferOutput<typeof madeSlipSchema>;

const ofStaff = { caller: 'elevated', action: 'administer.staff' } as const;

export const listSlips = endpoint({
  ...ofStaff,
  method: 'GET',
  path: '/api/admin/slips',
  activity: false,
  summary:
    'Slips for staff without an e-mail address, newest first: for whom, until when, used on which tablet.',
  reply: v.object({ slips: v.array(listedSlipSchema) }),
});

export const makeSlips = endpoint({
  ...ofStaff,
  method: 'POST',
  path: '/api/admin/slips',
  summary:
    'Makes slips, one for each person, each good for one tablet and 7 days; withdraws their older unused ones. Only here are the codes told.',
  limit: { most: 60, seconds: 3600, per: 'account' },
  body: v.strictObject({ to: v.pipe(ids, v.minLength(1)) }),
  reply: v.object({ slips: v.array(madeSlipSchema) }),
});

export const withdrawSlip = endpoint({
  ...ofStaff,
  method: 'POST',
  path: '/api/admin/slips/:id/withdraw',
  summary: 'Withdraws a slip that was not used, or ends what a used one gave.',
  params: v.strictObject({ id }),
});

export const useSlip = endpoint({
  method: 'POST',
  path: '/api/devices/slip',
  caller: 'device',
  action: null,
  activity: false,
  summary:
    'Exchanges a slip’s code for a person’s place on this tablet: author key, board and roll. No session. Every slip that does not work is refused alike.',
  limit: { most: 60, seconds: 300, per: 'device' },
  body: v.strictObject({
    code: slipCode,
    authorKey: publicKey,
    /** The unlock key, sealed to the school under `kid`, as at joining. */
    sealedUnlockKey: base64url,
    kid: v.pipe(v.string(), v.maxLength(36)),
  }),
  reply: v.object({
    authorKeyId: id,
    person: v.object({ staffId: id, name: v.string(), shortName: v.string(), initials: v.string() }),
    board: deviceBoardSchema,
    roll: rollSchema,
  }),
});
