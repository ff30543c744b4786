import * as v from 'valibot';
import { bytes, endpoint } from './endpoint';
import { base64url, id, publicKey, shortText, time } from './fields';

/** What a device needs to record offline for one person, sealed on the device under the roll key. */
export const rollSchema = v.object({
  madeAt: time,
  pupils: v.array(
    v.object({
      id,
      first: v.string(),
      last: v.string(),
      preferred: v.nullable(v.string()),
      className: v.nullable(v.string()),
      teacher: v.nullable(v.string()),
      year: v.nullable(v.string()),
      /** With `yearGroupId`: whether a rule that is limited to classes or years covers this pupil. */
      classId: v.nullable(id),
      yearGroupId: v.nullable(id),
      siblings: v.array(id),
    }),
  ),
  ownClasses: v.array(v.string()),
  staff: v.array(v.object({ id, name: v.string(), jobTitle: v.nullable(v.string()) })),
  alertGroups: v.array(v.object({ id, name: v.string() })),
  /** Ids of the categories that this person's group may add concerns in. */
  mayAdd: v.array(id),
});
export type Roll = v.InferOutput<typeof rollSchema>;

export const categorySchema = v.object({
  id,
  parentId: v.nullable(id),
  name: v.string(),
  colour: v.string(),
  urgent: v.boolean(),
  bodyMap: v.boolean(),
  onRecordScreen: v.boolean(),
  guidance: v.nullable(v.string()),
  /** Names of the alert groups and people whom the school's rules alert for every pupil, for "Goes to: …". */
  goesTo: v.array(v.string()),
  /** Rules for pupils of any of these classes or year groups only, with the names of whom they alert. */
  limited: v.array(v.object({ names: v.array(v.string()), classes: v.array(id), years: v.array(id) })),
});
export type Category = v.InferOutput<typeof categorySchema>;

export const dutySchema = v.object({
  role: v.picklist(['lead', 'deputy', 'head', 'chair']),
  name: v.string(),
  reach: v.nullable(v.string()),
});

/** What an enrolled device may know while it is locked (envelope.md, device key): no pupil. */
export const deviceBoardSchema = v.object({
  madeAt: time,
  schoolName: v.string(),
  deviceName: v.string(),
  duty: v.array(dutySchema),
  childrensServices: v.nullable(v.string()),
  childrensServicesOutOfHours: v.nullable(v.string()),
  categories: v.array(categorySchema),
  places: v.array(v.object({ id, name: v.string() })),
  agencies: v.array(v.object({ id, name: v.string() })),
  /** Whom a concern goes to that has no category, or that no rule and nobody's hand sends to anyone. */
  fallback: v.array(v.string()),
  /** Who is told of a concern about a member of staff: each step only where those before leave nobody. */
  staffPath: v.optional(v.array(v.array(v.object({ id, name: v.string() })))),
  /** When a shared device locks itself, s. A board that was kept before has none of what may be missing. */
  lock: v.optional(v.object({ idleSeconds: v.number(), backgroundSeconds: v.number() })),
  /** The school's own words; null: Heed's. */
  wording: v.optional(v.object({ danger: v.nullable(v.string()), afterSending: v.nullable(v.string()) })),
});
export type DeviceBoard = v.InferOutput<typeof deviceBoardSchema>;

export const readBundle = endpoint({
  method: 'GET',
  path: '/api/bundle',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'The school’s signed public bundle (envelope.md, Bundle), as the bytes that were signed.',
  limit: { most: 240, seconds: 60, per: 'address' },
  replyType: 'bytes',
  reply: bytes,
});

export const enrolDevice = endpoint({
  method: 'POST',
  path: '/api/devices',
  caller: 'session',
  action: 'device.enrol',
  summary: 'Enrols this browser as one of the school’s devices by its delivery key.',
  limit: { most: 30, seconds: 3600, per: 'account' },
  body: v.strictObject({
    name: shortText,
    deliveryKey: publicKey,
    /** Others use it as well. */
    shared: v.optional(v.boolean()),
  }),
  reply: v.object({ deviceId: id, deliveryKeyId: id, identity: publicKey }),
});

export const joinDevice = endpoint({
  method: 'POST',
  path: '/api/devices/:id/people',
  caller: 'session',
  action: 'device.enrol',
  summary: 'Enrols the logged-in person on a device: author key and the unlock key sealed to the school.',
  limit: { most: 60, seconds: 3600, per: 'account' },
  params: v.strictObject({ id }),
  body: v.strictObject({ authorKey: publicKey, sealedUnlockKey: base64url, kid: v.string() }),
  reply: v.object({ authorKeyId: id }),
});

export const leaveDevice = endpoint({
  method: 'DELETE',
  path: '/api/devices/:id/people/:authorKeyId',
  caller: 'session',
  action: 'device.use-own',
  summary: 'Takes the logged-in person off a device.',
  params: v.strictObject({ id, authorKeyId: id }),
});

export const openUnlockKey = endpoint({
  method: 'POST',
  path: '/api/devices/unlock-key',
  caller: 'session',
  action: 'device.use-own',
  summary:
    'Forgotten PIN: opens the unlock key of the same person on the same device; password at most 5 minutes old.',
  limit: { most: 10, seconds: 3600, per: 'account' },
  body: v.strictObject({ deviceId: id, authorKeyId: id }),
  reply: v.object({ unlockKey: base64url }),
});

export const readBoard = endpoint({
  method: 'GET',
  path: '/api/devices/:id/board',
  caller: 'session',
  action: 'device.use-own',
  activity: false,
  summary: 'Duty list, categories and places for a device.',
  params: v.strictObject({ id }),
  reply: deviceBoardSchema,
});

export const readRoll = endpoint({
  method: 'GET',
  path: '/api/roll',
  caller: 'session',
  action: 'device.use-own',
  activity: false,
  summary: 'The roll for recording, for the logged-in person.',
  reply: rollSchema,
});

/** Body of an author call; the signature covers the canonical JSON of the other members. */
export const signedCallSchema = v.strictObject({
  authorKeyId: id,
  /** Signature by the author key (protocol/delivery.ts, signAuthorCall). */
  signature: base64url,
  challenge: base64url,
});

export const askChallenge = endpoint({
  method: 'POST',
  path: '/api/author/challenge',
  caller: 'device',
  action: null,
  activity: false,
  summary: 'A one-use challenge for an author call, valid for 2 minutes.',
  limit: { most: 60, seconds: 60, per: 'device' },
  body: v.strictObject({ authorKeyId: id }),
  reply: v.object({ challenge: base64url }),
});

export const refresh = endpoint({
  method: 'POST',
  path: '/api/author/refresh',
  caller: 'author',
  action: 'device.use-own',
  activity: false,
  summary: 'Board and roll for an unlocked person without a session; refused for leavers.',
  limit: { most: 30, seconds: 60, per: 'device' },
  body: signedCallSchema,
  reply: v.object({ board: deviceBoardSchema, roll: rollSchema }),
});
