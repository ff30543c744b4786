import * as v from 'valibot';
import { paragraphs, template } from './template';

/** "Send me a test alert": goes the way of a real one and says that it is none. */
export const test = template({
  content: v.object({}),
  mail: (_, place) => ({
    subject: 'Test alert from Heed',
    text: paragraphs(
      'This is a test. There is nothing to read.',
      'A real safeguarding alert comes to this address in the same way, with a reference and nothing about a child.',
      place.origin,
    ),
    link: place.origin,
  }),
  push: {
    ttl: 3600,
    urgency: 'high',
    text: (_, place) => ({
      title: 'Test alert from Heed',
      body: 'This is a test. Alerts reach this device.',
      navigate: `${place.origin}/`,
    }),
  },
});
