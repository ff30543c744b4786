import type { DeviceActor, StaffActor } from '../access/actor';
import type { RequestFacts } from './call';

/**
 * How the mount learns who calls. Handed in by app.ts, so that http/ knows neither staff nor devices.
 * Each returns null where nobody is known; none of them answers.
 */
export interface Resolvers {
  /** The school whose address this is; null before set-up. @throws problem 'not-found' for a foreign host. */
  school(request: RequestFacts): Promise<string | null>;
  /** The session of the cookie. `activity` tells whether this call counts as a person's. */
  session(request: RequestFacts, schoolId: string | null, activity: boolean): Promise<StaffActor | null>;
  /** The device that signed these body bytes with its delivery key. */
  device(request: RequestFacts, schoolId: string | null, body: Uint8Array): Promise<DeviceActor | null>;
  /** The person whose author key signed these body bytes, on this device; null for leavers. */
  author(device: DeviceActor, body: Uint8Array): Promise<StaffActor | null>;
}
