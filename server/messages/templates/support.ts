import * as v from 'valibot';
import { paragraphs, template } from './template';

/** A request for help with Heed, to the school's support: word for word what its author was shown. */
export const support = template({
  content: v.object({ to: v.string(), reference: v.string(), text: v.string() }),
  mail: ({ reference, text }) => ({
    subject: `Heed support request ${reference}`,
    text: paragraphs(text.trimEnd()),
    link: null,
  }),
});
