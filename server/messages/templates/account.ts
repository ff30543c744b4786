import * as v from 'valibot';
import { paragraphs, template } from './template';

const person = { to: v.string(), name: v.string(), schoolName: v.string() };

const notYou = (origin: string) =>
  'If this was not you, tell your safeguarding lead or administrator at once, and choose a ' +
  `new password: ${origin}`;

/** A change of somebody's security keys (access.md, "a stolen password": each change is mailed to the person). */
export const keyChange = template({
  content: v.object({
    ...person,
    /** One whole sentence that says what changed, without the name of the device. */
    what: v.string(),
  }),
  mail: ({ name, what, schoolName }, place) => ({
    subject: 'Your security keys for Heed were changed',
    text: paragraphs(
      `Hello ${name},`,
      what,
      `School: ${schoolName}`,
      'If this was you, there is nothing to do.',
      notYou(place.origin),
    ),
    link: null,
  }),
});

/** Wrong codes beyond the limit (access.md, "guessing codes"). */
export const codesGuessed = template({
  content: v.object(person),
  mail: ({ name, schoolName }, place) => ({
    subject: 'Somebody is trying codes on a Heed account',
    text: paragraphs(
      `Hello ${name},`,
      `too many wrong 6-digit codes were typed for an account at ${schoolName}.\n` +
        'Nobody got in. For now only devices on which full access worked in the last 30 days may try.',
      'If it was you, check that the clock of your phone is set by itself, wait 5 minutes and try again.',
      notYou(place.origin),
    ),
    link: null,
  }),
});

/** More wrong passwords than anybody types by mistake. */
export const passwordsGuessed = template({
  content: v.object(person),
  mail: ({ name, schoolName }, place) => ({
    subject: 'Somebody is trying passwords on a Heed account',
    text: paragraphs(
      `Hello ${name},`,
      `too many wrong passwords were typed for your account at ${schoolName}.\n` +
        'Nobody got in. Browsers in which you logged in before still take your password.',
      'If it was you, wait 15 minutes and try again, or choose a new password.',
      notYou(place.origin),
    ),
    link: null,
  }),
});

/** A log-in from a browser in which this person had not logged in before. */
export const newBrowser = template({
  content: v.object({ ...person, browser: v.string() }),
  mail: ({ name, schoolName, browser }, place) => ({
    subject: 'Your Heed account was used in a new browser',
    text: paragraphs(
      `Hello ${name},`,
      `somebody logged in to your account at ${schoolName} in a browser\n` +
        `that had not been used for it before: ${browser}.`,
      'If this was you, there is nothing to do.',
      notYou(place.origin),
    ),
    link: null,
  }),
});

/** A password was chosen, the first one or a new one. */
export const passwordChanged = template({
  content: v.object(person),
  mail: ({ name, schoolName }, place) => ({
    subject: 'Your password for Heed was changed',
    text: paragraphs(
      `Hello ${name},`,
      `a new password was chosen for your Heed account at ${schoolName}.`,
      'Your security keys are as they were. If this was you, there is nothing to do.',
      notYou(place.origin),
    ),
    link: null,
  }),
});

/** Through which account elsewhere somebody gets in (docs/specs/sign-in-providers.md). */
export const signInChange = template({
  content: v.object({
    ...person,
    /** One whole sentence that says what happened, without an address. */
    what: v.string(),
  }),
  mail: ({ name, what, schoolName }, place) => ({
    subject: 'How you sign in to Heed',
    text: paragraphs(
      `Hello ${name},`,
      what,
      `School: ${schoolName}`,
      'You see it in Heed under Account Settings, Security Keys. If this was you, there is nothing to do.',
      notYou(place.origin),
    ),
    link: null,
  }),
});
