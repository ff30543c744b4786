import * as v from 'valibot';
import { paragraphs, template } from './template';

/** The link with which a school of a trust sets itself up. */
export const siteInvitation = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    /** The school of whoever sent it. */
    schoolName: v.string(),
    site: v.string(),
    url: v.string(),
    days: v.number(),
  }),
  mail: ({ name, schoolName, site, url, days }) => ({
    subject: 'Set up Heed for your school',
    text: paragraphs(
      `Hello ${name},`,
      `somebody who looks after the schools of your trust (${schoolName}) asks you to set up Heed for your school.`,
      `Open this link. It takes a spreadsheet of your staff, pupils and rules, and offers an empty one:\n${url}`,
      `In its sheet School, write ${site} beside Site.`,
      `The link is good for ${days} days and for you alone: whoever sent it sees nothing of your school.`,
      'If you know nothing of it, do nothing and ask your trust.',
    ),
    link: url,
  }),
});

/** Somebody may set up sites from now on, or no longer. */
export const trustChange = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    step: v.picklist(['add', 'end']),
  }),
  mail: ({ name, schoolName, step }, place) => ({
    subject: 'Setting up schools in Heed',
    text: paragraphs(
      `Hello ${name},`,
      step === 'add'
        ? `your Heed account at ${schoolName} may set up further schools from now on. It shows you none of their records.`
        : `your Heed account at ${schoolName} may set up further schools no longer.`,
      `If this is wrong, tell whoever runs your Heed server: ${place.origin}`,
    ),
    link: null,
  }),
});
