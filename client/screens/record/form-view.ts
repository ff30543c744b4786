import type { DeviceKind } from '../../strings/device';
import type { DeviceBoard, Roll } from '../../../protocol/devices';
import type { RecordContent } from './record-content';
import type { PupilOffers } from './suggest';

/**
 * What few records need; closed until somebody asks or has written there. The body map takes the form's place, unless
 * its script could not be fetched.
 */
export type RareThing = 'others' | 'files' | 'alert' | 'details' | 'body-map' | 'no-body-map';

/** All that the parts of the form are drawn from. */
export interface FormView {
  content: RecordContent;
  /** changes answers of the form and has the draft saved */
  change: (part: Partial<RecordContent>) => void;
  /** by the field's id */
  errors: ReadonlyMap<string, string>;
  device: DeviceKind;
  /** null before the device was ever online */
  board: DeviceBoard | null;
  /** null without unlocking, and before the first roll has come */
  roll: Roll | null;
  offers: PupilOffers;
  /** staff id of the writer; empty without unlocking */
  self: string;
  /** made without unlocking: no lists of people, no reading back */
  withoutUnlocking: boolean;
  /** names of the people enrolled here; without unlocking only */
  namesHere: readonly string[];
  /** device clock, ms */
  now: number;
  open: ReadonlySet<RareThing>;
  toggle: (thing: RareThing) => void;
  /** keeps what stands here and names its draft, null where that cannot be; none: no files here */
  lineage?: (() => Promise<string | null> | undefined) | undefined;
}

/** The safeguarding lead as people call them; empty when the duty list is not known here. */
export function leadName(board: DeviceBoard | null): string {
  return board?.duty.find(({ role }) => role === 'lead')?.name ?? '';
}

/** The value of a text control in an event. */
export function typedIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
}

/** The ids with this one added, or taken out when it was among them. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
