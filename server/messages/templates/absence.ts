import * as v from 'valibot';
import { paragraphs, template } from './template';

/** What is said to whoever is away (`away`, `back`) and to who stands in (`covers`, `over`); `other` is the other of the two. */
const said = {
  away: (other: string, days: string) =>
    `You are set as away ${days}. Alerts that would reach you go to ${other} instead. Where ${other} may not read a ` +
    'record by themselves, somebody else of the safeguarding leads is alerted. You find all of them in Heed.',
  covers: (other: string, days: string) =>
    `${other} is set as away ${days}, and you stand in: alerts that would reach ${other} go to you, of every record ` +
    'that you may read anyway.',
  back: (other: string) =>
    `You are set as back. Alerts reach you again, and ${other} no longer stands in for you.`,
  over: (other: string) => `You no longer stand in for ${other}.`,
} as const;
export type AbsenceStep = keyof typeof said;

/** Tells both people of an absence cover, and of its end by hand. */
export const absence = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    step: v.picklist(Object.keys(said) as [AbsenceStep, ...AbsenceStep[]]),
    other: v.string(),
    /** "from 2 March 2027 to 5 March 2027" */
    days: v.string(),
  }),
  mail: ({ name, schoolName, step, other, days }, place) => ({
    subject: 'Who is alerted in Heed while somebody is away',
    text: paragraphs(
      `Hello ${name},`,
      said[step](other, days),
      `School: ${schoolName}`,
      'If this is not right, tell your safeguarding lead or whoever looks after alerts at once: ' +
        place.origin,
    ),
    link: null,
  }),
});
