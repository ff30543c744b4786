import * as v from 'valibot';
import { supportSubject } from '../../../protocol/words/support';
import { paragraphs, template } from './template';

/** A request for help with Heed, to the school's support: word for word what its author was shown. */
export const support = template({
  content: v.object({ to: v.string(), reference: v.string(), text: v.string() }),
  mail: ({ reference, text }) => ({
    subject: supportSubject(reference),
    text: paragraphs(text.trimEnd()),
    link: null,
  }),
});
