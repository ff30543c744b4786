import * as v from 'valibot';
import { paragraphs, template } from './template';

/** "Send me a test alert": goes the way of a real one and says that it is none. */
export const test = template({
  content: v.object({
    /** Only for people of several sites (product.md section 4). */
    schoolName: v.optional(v.nullable(v.string()), null),
  }),
  mail: ({ schoolName }, place) => ({
    subject: 'Test alert from Heed',
    text: paragraphs(
      'This is a test. There is nothing to read.',
      schoolName,
      'A real safeguarding alert comes to this address in the same way, with a reference and nothing about a child.',
      place.origin,
    ),
    link: place.origin,
  }),
  push: {
    ttl: 3600,
    urgency: 'high',
    text: ({ schoolName }, place) => ({
      title: 'Test alert from Heed',
      body: [schoolName && `${schoolName}.`, 'This is a test. Alerts reach this device.']
        .filter(Boolean)
        .join(' '),
      navigate: `${place.origin}/`,
    }),
  },
});
