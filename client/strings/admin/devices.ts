import { plural } from '../../../protocol/words/language';

const many = (count: number, one: string, more: string): string =>
  plural(count, { one: `1 ${one}`, other: `${String(count)} ${more}` });

export const deviceList = {
  title: 'Devices',
  intro: (inUse: number, waiting: number): string =>
    `${many(inUse, 'device', 'devices')} in use${waiting === 0 ? '' : `, ${many(waiting, 'record waits', 'records wait')} on them`}. A device is added by logging in on it.`,
  table: {
    caption: 'Devices of the school',
    search: 'Device or person',
    none: 'No device yet. Open Heed on a tablet, log in there, and choose “Set up this tablet”.',
  },
  noneRevoked: 'No device was revoked.',
  device: 'Device',
  seen: 'Last heard of',
  waiting: 'Waiting',
  people: 'People',
  change: 'Change',
  changeLabel: (name: string): string => `Change ${name}`,
  kinds: { shared: 'Shared', own: 'One person’s' },
  enrolled: (when: string, by: string): string => `set up ${when} by ${by}`,
  never: 'Not yet',
  missed: 'Not heard of today',
  nothingWaits: 'None',
  waits: (count: number): string => many(count, 'record', 'records'),
  nobody: 'Nobody',
  revoked: (when: string): string => `Revoked ${when}`,
  which: 'Which devices',
  inUse: (count: number): string => `In use ${String(count)}`,
  revokedCount: (count: number): string => `Revoked ${String(count)}`,
  name: 'Name',
  nameHint: 'As people call it: “Playground tablet 2”.',
  nameNeeded: 'Write a name for the device',
  peopleHere: 'Can unlock it',
  done: 'Done',
  cancel: 'Cancel',
  revoke: 'Revoke this device',
  revokeWhat:
    'Revoke a device that is lost or given away. It lets go of the pupil list the next time it is on the network. Records that it still sends arrive, and a lead checks them. To use it again, log in on it.',
  willBeRevoked: 'Is revoked when you save',
  willBeCalled: (name: string): string => `Is called ${name} when you save`,
  undo: 'Undo',
};
