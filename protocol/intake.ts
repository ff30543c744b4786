import * as v from 'valibot';
import { bytes, endpoint } from './endpoint';

export const ENVELOPES_TYPE = 'application/heed-envelopes';
export const RECEIPTS_TYPE = 'application/heed-receipts+json';
/** Name of the header that carries `<device key id>.<signature>` (envelope.md, Delivering). */
export const DELIVERY_HEADER = 'heed-delivery';

export const deliverEnvelopes = endpoint({
  method: 'POST',
  path: '/api/envelopes',
  caller: 'device',
  action: null,
  activity: false,
  signedRefusal: true,
  summary: 'Takes sealed envelopes from an enrolled device and answers with signed receipts.',
  limit: { most: 600, seconds: 60, per: 'device' },
  maxBody: 1_200_000,
  bodyType: 'bytes',
  body: bytes,
  replyType: 'bytes',
  reply: bytes,
});

/** The steps of a record that its author may know, free of content (ui.md, Status ladder). */
export const progressSteps = [
  'received',
  'alerted',
  'opened',
  // About a member of staff: whom it goes to is no safeguarding lead.
  'opened-by-named',
  'dealt-with',
  'closed',
  'being-checked',
  // Of an action: it stands in its concern.
  'added',
] as const;
export type ProgressStep = (typeof progressSteps)[number];

export const progressSchema = v.object({
  envelopeId: v.string(),
  reference: v.string(),
  steps: v.array(
    v.object({ step: v.picklist(progressSteps), at: v.string(), count: v.optional(v.number()) }),
  ),
});
export type Progress = v.InferOutput<typeof progressSchema>;

export const askProgress = endpoint({
  method: 'POST',
  path: '/api/progress',
  caller: 'device',
  action: 'progress.read-own',
  activity: false,
  summary: 'How far this device’s own envelopes have come, without any content.',
  limit: { most: 120, seconds: 60, per: 'device' },
  body: v.strictObject({
    envelopeIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(500)),
    /** Envelopes that wait on the device, for its line in the list of devices. */
    waiting: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    /** Others use this device as well: it is missed when it is silent on a school day. */
    shared: v.optional(v.boolean()),
  }),
  reply: v.object({
    progress: v.array(progressSchema),
    /** The school has removed this device: it may deliver what it holds, and keeps no pupils. */
    revoked: v.optional(v.boolean()),
  }),
});
