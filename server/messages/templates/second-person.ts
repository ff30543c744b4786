import * as v from 'valibot';
import { paragraphs, template } from './template';

/** What a second person is asked to agree to. */
export const secondPersonDeeds = {
  remove: 'wants to remove a lost security key of',
  confirm: 'wants to let a new security key count of',
} as const;
export type SecondPersonDeed = keyof typeof secondPersonDeeds;

/** Asks a second person to agree to what is done at the server to somebody's security key (access.md, "a stolen password"). */
export const secondPerson = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    deed: v.picklist(Object.keys(secondPersonDeeds) as [SecondPersonDeed, ...SecondPersonDeed[]]),
    /** Whose key it is. */
    owner: v.string(),
    code: v.string(),
  }),
  mail: ({ name, schoolName, deed, owner, code }, place) => ({
    subject: 'Heed asks you to agree to a change of a security key',
    text: paragraphs(
      `Hello ${name},`,
      `somebody at the server of Heed ${secondPersonDeeds[deed]} ${owner}, and named you as the second person. ` +
        'Nothing has changed yet.',
      `School: ${schoolName}`,
      `Speak with ${owner} yourself, face to face or by a number that you know. Only if this is what they want, ` +
        `give this code to whoever runs the server. It works for an hour:\n\n${code}`,
      `If it is not, give the code to nobody, and tell your safeguarding lead or head at once: ${place.origin}`,
    ),
    link: null,
  }),
});
