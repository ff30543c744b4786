import * as v from 'valibot';
import { paragraphs, template } from './template';

/** What happened to a change that lets somebody read more. */
export const rightsChangeSteps = {
  waits: 'A change of who may read or be told what waits for a second person. Nothing has changed yet.',
  alone:
    'A change of who may read or be told what was made, and nobody else at your school can confirm it. ' +
    'It takes effect in 24 hours unless it is taken back.',
  made: 'A change of who may read or be told what was confirmed and is in force now.',
  'by-itself': 'A change of who may read or be told what is in force now. Nobody else could confirm it.',
  imported: 'An import from the server’s shell changed who may read or be told what. It is in force now.',
  refused: 'A change of who may read or be told what was refused. Nothing has changed.',
  duty:
    'Somebody no longer stands on your school’s safeguarding duty list, or stands there as something else: it was ' +
    'changed, or they have left.',
  'stood-down':
    'Your place on your school’s safeguarding duty list was changed or taken away, or you were marked as having left.',
  'main-contact':
    'Somebody else is the main contact of your school in Heed from now on. ' +
    'What nobody else can confirm is mailed to them instead of you.',
  'lost-key':
    'A lost security key of a member of staff was removed. ' +
    'They have full access again when they have added a new one and somebody has confirmed it.',
} as const;
export type RightsChangeStep = keyof typeof rightsChangeSteps;

/** Whoever is told of these may not be able to look into Heed any more. */
const outside: ReadonlySet<RightsChangeStep> = new Set<RightsChangeStep>(['stood-down', 'main-contact']);

/** Tells the leads of a change of rights, without saying whose or what (access.md, "raising one's own rights"). */
export const rightsChange = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    step: v.picklist(Object.keys(rightsChangeSteps) as [RightsChangeStep, ...RightsChangeStep[]]),
  }),
  mail: ({ name, step, schoolName }, place) => ({
    subject: 'Who may read what is being changed in Heed',
    text: paragraphs(
      `Hello ${name},`,
      rightsChangeSteps[step],
      `School: ${schoolName}`,
      outside.has(step)
        ? 'If you know of it, there is nothing to do. If you do not, tell your safeguarding lead, your head or ' +
            `your chair at once: ${place.origin}`
        : `Open Heed and elevate your access to see it: ${place.origin}/admin`,
    ),
    link: null,
  }),
});
