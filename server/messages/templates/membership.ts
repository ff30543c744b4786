import * as v from 'valibot';
import { paragraphs, template } from './template';

/** A school asks somebody who uses Heed at another school already to join (docs/specs/sites.md). */
export const membershipOffer = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    url: v.string(),
    /** How long the link is good for. */
    days: v.number(),
  }),
  mail: ({ to, name, schoolName, url, days }, place) => ({
    subject: `${schoolName} asks you to join it in Heed`,
    text: paragraphs(
      `Hello ${name},`,
      `${schoolName} keeps its safeguarding records in Heed and asks you to join it. You have an account ` +
        `in Heed already (${to}): the same password and the same security keys then work there too.`,
      `Accept or decline here, with the password that you have:\n${url}`,
      `The link is good for ${String(days)} days. Or log in at any of your schools and open "Account Settings", ` +
        '"Your schools".',
      'Until you accept, you are told nothing by this school and it learns nothing of your account. If you do not ' +
        'work there, decline, or do nothing.',
      `Forgotten your password? Ask for a new one at ${place.origin}/forgot, then open the link above.`,
    ),
    link: url,
  }),
});

/** Said to whoever has joined another school, in case it was not them. */
export const membershipAccepted = template({
  content: v.object({ to: v.string(), name: v.string(), schoolName: v.string() }),
  mail: ({ name, schoolName }, { origin }) => ({
    subject: `You have joined ${schoolName} in Heed`,
    text: paragraphs(
      `Hello ${name},`,
      `your Heed account now works at ${schoolName} as well: ${origin}`,
      'You switch between your schools by the name of the school at the top of the page. Full access at one is not ' +
        'full access at the other.',
      `If this was not you, choose a new password at once, and tell your safeguarding lead: ${origin}/forgot`,
    ),
    link: null,
  }),
});
