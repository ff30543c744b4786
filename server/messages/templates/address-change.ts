import * as v from 'valibot';
import { paragraphs, template } from './template';

/** What happens to the address of an account. */
export const addressChangeSteps = {
  waits:
    'Another e-mail address is to be written for you in Heed. It waits until a second person confirms it.',
  made: 'Another e-mail address was written for you in Heed. This one no longer logs in.',
} as const;
export type AddressChangeStep = keyof typeof addressChangeSteps;

/** Tells the old address (access.md, "raising one's own rights"); it does not name the new one. */
export const addressChange = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    step: v.picklist(Object.keys(addressChangeSteps) as [AddressChangeStep, ...AddressChangeStep[]]),
  }),
  mail: ({ name, step, schoolName }, place) => ({
    subject: 'Your e-mail address in Heed is being changed',
    text: paragraphs(
      `Hello ${name},`,
      addressChangeSteps[step],
      `School: ${schoolName}`,
      'If you know of it, there is nothing to do. If you do not, tell your safeguarding lead or ' +
        `administrator at once: ${place.origin}`,
    ),
    link: null,
  }),
});
