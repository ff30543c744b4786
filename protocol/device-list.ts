import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, person, time } from './fields';

const listedDeviceSchema = v.object({
  id,
  name: v.string(),
  /** Null while it has not said whether others use it as well. */
  shared: v.nullable(v.boolean()),
  enrolledAt: time,
  enrolledBy: v.string(),
  /** People who can unlock it. */
  people: v.array(person),
  seenAt: v.nullable(time),
  /** Envelopes that it said are not delivered yet, when it was last heard of. */
  waiting: v.number(),
  /** Shared, and not heard of by the end of lunch on a school day. */
  missed: v.boolean(),
  revokedAt: v.nullable(time),
});
export type ListedDevice = v.InferOutput<typeof listedDeviceSchema>;

const silentTabletSchema = v.object({ id, name: v.string(), seenAt: v.nullable(time), waiting: v.number() });
export type SilentTablet = v.InferOutput<typeof silentTabletSchema>;

export const listSilentTablets = endpoint({
  method: 'GET',
  path: '/api/silent-tablets',
  caller: 'session',
  action: 'tablet.miss',
  activity: false,
  summary: 'Shared tablets that were not heard of by the end of lunch on a school day, for the leads.',
  reply: v.object({ tablets: v.array(silentTabletSchema) }),
});

export const listDevices = endpoint({
  method: 'GET',
  path: '/api/admin/devices',
  caller: 'elevated',
  action: 'administer.devices',
  activity: false,
  summary: 'Every enrolled device: when it was last heard of, who is on it, what waits on it.',
  reply: v.object({ devices: v.array(listedDeviceSchema) }),
});
