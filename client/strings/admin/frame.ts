import type { AdministrationRight } from '../../../protocol/administration';
import { plural } from '../../../protocol/words/language';

export const adminFrame = {
  title: 'Admin',
  back: 'Admin',
  loading: 'Loading',
  offline: 'Administration needs a connection. Nothing that you changed here was saved.',
  failed: 'This could not be loaded.',
  tryAgain: 'Try again',
  elevateTitle: 'Elevate your access to administer',
  elevateWhy: 'You hold a part of the administration. It opens with a code of your security key.',
  addKeyWhy: 'You hold a part of the administration. It opens with a security key, and you have none yet.',
  rights: {
    staff: 'Staff',
    pupils: 'Pupils',
    groups: 'User groups',
    categories: 'Categories',
    alerts: 'Alerts',
    devices: 'Devices',
    settings: 'Settings',
    audit: 'Audit',
  } satisfies Record<AdministrationRight, string>,
};

export const changeTray = {
  label: 'Changes not saved yet',
  notSaved: (count: number): string =>
    plural(count, { one: '1 change not saved yet', other: `${String(count)} changes not saved yet` }),
  unfinished: 'Something that is needed is not filled in yet.',
  checking: 'Looking at who could read more.',
  allAtOnce: 'They take effect as soon as you save.',
  atOnce: 'It takes effect as soon as you save.',
  oneWaits: 'It lets people read more: it starts when a second person confirms.',
  someWait: (count: number): string =>
    `${plural(count, { one: '1 lets', other: `${String(count)} let` })} people read more: ${plural(count, {
      one: 'it starts',
      other: 'they start',
    })} when a second person confirms.`,
  alone: 'Nobody else can confirm: it starts in 24 hours, and head and main contact are told.',
  discard: 'Discard',
  save: 'Save changes',
  saving: 'Saving',
  saved: 'Saved.',
  savedSomeWait: (count: number): string =>
    `Saved. ${plural(count, { one: '1 change waits', other: `${String(count)} changes wait` })} for a second person.`,
  leave: {
    title: 'Leave without saving?',
    text: 'Your changes on this page are not saved yet.',
    leave: 'Leave',
    stay: 'Stay here',
  },
};
