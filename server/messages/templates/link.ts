import * as v from 'valibot';
import { plural } from '../../../protocol/words/language';
import { paragraphs, template } from './template';

/** The unique link of "Reset Password", also for the first log-in (product.md section 2, point 2). */
export const link = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    url: v.string(),
    schoolName: v.string(),
    /** How long the link is good for. */
    minutes: v.number(),
    /** Sent by an administrator of the school, not asked for on the log-in page. */
    invited: v.optional(v.boolean(), false),
  }),
  mail: ({ name, url, schoolName, minutes, invited }) => ({
    subject: 'Choose your password for Heed',
    text: paragraphs(
      `Hello ${name},`,
      invited
        ? `${schoolName} keeps its safeguarding records in Heed and has sent you a link to choose your password.`
        : `somebody, most likely you, asked for a link to choose a password for Heed at ${schoolName}.`,
      `Open this link and choose your password:\n${url}`,
      `The link is good for ${span(minutes)} and is used up when you save a password. ` +
        'Opening it does not use it up. When it is too old, the page offers a new one.',
      invited
        ? 'If you do not work there, tell the school and do nothing else.'
        : 'If you did not ask for it, do nothing: your password stays as it is.',
    ),
    link: url,
  }),
});

function span(minutes: number): string {
  const days = minutes / (24 * 60);
  if (days >= 2 && Number.isInteger(days)) return `${days} days`;
  return plural(minutes, { one: '1 minute', other: `${minutes} minutes` });
}
