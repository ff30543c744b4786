import * as v from 'valibot';
import { paragraphs, template, type Place } from './template';

/** Whoever opens it has seen the test; the page tells the school (client/screens/account/notifications-screen.ts). */
const arrivedAt = ({ origin }: Place): string => `${origin}/account/notifications?arrived`;

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
      'Open this to tell Heed that it has arrived. Your school sees then that alerts reach you:',
      arrivedAt(place),
    ),
    link: arrivedAt(place),
  }),
  push: {
    ttl: 3600,
    urgency: 'high',
    text: ({ schoolName }, place) => ({
      title: 'Test alert from Heed',
      body: [schoolName && `${schoolName}.`, 'This is a test. Alerts reach this device.']
        .filter(Boolean)
        .join(' '),
      navigate: arrivedAt(place),
    }),
  },
});
