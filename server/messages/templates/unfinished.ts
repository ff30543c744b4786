import * as v from 'valibot';
import { paragraphs, template } from './template';

const IF_NOT =
  'If it was not you, choose a new password now (“Forgotten your password” on the log-in page) and tell your school office.';

const steps = {
  left: (began: string) =>
    `You began a record on ${began} that was not sent. Nobody has read it, and nobody has been told of it. Log in to ` +
    'Heed to go on writing it, or to throw it away.',
  opened: (began: string) =>
    `You began a record on ${began} that was not sent. A safeguarding lead, or who stands in for them, has opened it ` +
    'now and looks after what you wrote. If there is more to say, record it.',
  'went-on': (began: string) =>
    `The record that you began on ${began} and did not send was opened with your log-in, to go on writing it. If that ` +
    `was you, there is nothing to do. ${IF_NOT}`,
  'thrown-away': (began: string) =>
    `The record that you began on ${began} and did not send was thrown away with your log-in. If that was you, there ` +
    `is nothing to do. ${IF_NOT} Then write down again what you saw, in a new record.`,
} as const;
type Step = keyof typeof steps;

/** Tells an author of a record that they left unsent. Nobody's name but their own, and not a word of it. */
export const unfinished = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    step: v.picklist(Object.keys(steps) as [Step, ...Step[]]),
    /** "Monday 23 November at 12:43" */
    began: v.string(),
  }),
  mail: ({ name, schoolName, step, began }, place) => ({
    subject: 'A record that you began was not sent',
    text: paragraphs(`Hello ${name},`, steps[step](began), `School: ${schoolName}`, place.origin),
    link: place.origin,
  }),
});
