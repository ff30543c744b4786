import { plural } from '../../protocol/words/language';

const alerts = (count: number): string =>
  plural(count, { one: '1 alert to read', other: `${String(count)} alerts to read` });

/** One account at several schools. */
export const sites = {
  title: 'Your schools',
  here: 'You are here',
  loading: 'Loading your schools',
  offline: 'You are offline. Switching to another school needs a connection.',
  toRead: (count: number): string => (count === 0 ? 'Nothing to read' : alerts(count)),
  menuOf: (school: string): string => `${school}: your schools`,
  going: 'Opening',
  only: 'You belong to this school alone. A school that puts your address on its staff list asks you here.',
  why: 'One password and one set of security keys for all of them. Full access is for each school by itself.',
  asks: (school: string): string => `${school} asks you to join it`,
  asksWhy:
    'Your password and your security keys then work there too. Until you accept, it learns nothing of your account.',
  accept: 'Accept',
  decline: 'Decline',
  declineSure: (school: string): string => `Decline to join ${school}?`,
  declineText: 'The school is told. It can ask you again.',
  keep: 'Not now',
  accepted: (school: string): string => `You have joined ${school}.`,
  declined: (school: string): string => `You have declined to join ${school}.`,
};

/** The page of the mailed link by which a school asks somebody to join. */
export const join = {
  title: (school: string): string => (school === '' ? 'Join this school' : `Join ${school}`),
  checking: 'Checking the link',
  forWhom: (email: string): string => `For ${email}`,
  why: 'You have an account in Heed already. Type its password, and it works at this school too. Until you accept, the school learns nothing of your account.',
  accept: 'Accept',
  decline: 'Decline',
  forgotten: 'Forgotten your password?',
  expired:
    'This link works no more. Log in at another school of yours and open Account Settings, Your schools, or ask this school to send it again.',
  declined: 'You have declined. The school is told. You can close this page.',
  missing: 'Write your password',
};

/** The page between two schools. */
export const switching = {
  title: 'Opening your other school',
  wait: 'One moment',
  locked: 'This tablet is locked at this school. Unlock it with your PIN or log in here, then go on.',
  unlock: 'Unlock',
  logInFirst: 'You are logged in here no more. Log in, then choose the school again.',
  nothing: 'This page opens by itself when you choose another school in the bar. Log in here to go on.',
};

/** Logging out at all schools at once. */
export const everywhere = {
  button: 'Log out everywhere',
  title: 'Log out everywhere?',
  text: 'Every browser and device of yours is logged out, at all of your schools, and gets no notifications any more. What waits on a tablet is still sent.',
  here: 'Log out here',
  which: 'Where do you want to log out?',
  whichText: (school: string): string =>
    `Here ends your log-in at ${school} in this browser. Everywhere ends it in every browser, at all of your schools, with its notifications.`,
  keep: 'Stay logged in',
  why: 'For a lost device, or when somebody may know your password.',
};
