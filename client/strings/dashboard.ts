import { plural } from '../../protocol/words/language';

/** Shared tablets that nobody has heard of, as the leads are told. */
export const silentTablets = {
  title: (count: number): string =>
    plural(count, {
      one: '1 tablet has not been heard of today',
      other: `${String(count)} tablets have not been heard of today`,
    }),
  tablet: (name: string, when: string, waiting: number): string =>
    `${name}${when === '' ? '' : `, last ${when}`}${
      waiting === 0
        ? ''
        : `, with ${plural(waiting, { one: '1 record', other: `${String(waiting)} records` })} waiting on it`
    }.`,
  what: 'Find it, charge it, and open Heed on it where there is Wi-Fi: records may be waiting on it.',
};

export const dashboard = {
  title: 'Dashboard',
  record: 'Record a concern',
  yourRecords: 'Your records',
  noRecords: 'You have not recorded anything yet.',
  whoToTell: 'Who to tell',
  roles: { lead: 'Safeguarding lead', deputy: 'Deputy lead', head: 'Head', chair: 'Chair' },
  childrensServices: (number: string): string => `Children’s services ${number}`,
  outOfHours: (number: string): string => `Out of hours ${number}`,
  alertsWait: (count: number): string =>
    plural(count, { one: '1 alert waits', other: `${count} alerts wait` }),
  elevateToRead: 'Elevate to read',
  readAlerts: 'Read them',
  alert: 'Alert',
  ways: {
    alerts: { title: 'Alerts', note: 'To read, yours, and all' },
    admin: { title: 'Admin', note: 'Who may see, do and be told what' },
    training: { title: 'Training', note: 'Live sessions for you' },
    sites: { title: 'Sites', note: 'The schools of your trust' },
  },
  addKey: 'Add your security key',
  addKeyWhy: 'You need a second key, for example your phone, to read alerts and records.',
  addKeyButton: 'Add new device',
  waitingEarlier: (count: number): string =>
    plural(count, { one: '1 waiting from earlier', other: `${count} waiting from earlier` }),
  reference: (reference: string, when: string): string => `Ref ${reference}, ${when}`,
  offline: 'You are offline. Recording works as always.',
  asked: 'Another school asks you to join it.',
  lookAsked: 'Look at it',
  noNotifications: 'Alerts do not reach this device yet.',
  turnOn: 'Turn on notifications',
  logInForAlerts: 'Log in to see alerts that are for you.',
  logIn: 'Log in',
};

/** "What is new", after an update. */
export const news = {
  title: 'What is new in Heed',
  lead: 'Heed has changed since you were last told. It takes a minute to read.',
  show: 'What is new',
  notNow: 'Not now',
  done: 'Done',
  readers: { leads: 'For safeguarding leads', administrators: 'For administrators' },
};
