import * as v from 'valibot';
import { paragraphs, template } from './template';

/** Who has not practised yet is asked to; an administrator's "Remind those who have not". */
export const practice = template({
  content: v.object({ to: v.string(), name: v.string(), schoolName: v.string() }),
  mail: ({ name, schoolName }, { origin }) => ({
    subject: 'Try Heed once with a practice pupil',
    text: paragraphs(
      `Hello ${name},`,
      `${schoolName} asks everybody to try once how a concern is recorded in Heed. It takes two minutes.`,
      `1. Open ${origin} on the device you would use, and log in or unlock.\n` +
        '2. Under "Record a concern", choose "Try it with a practice pupil".\n' +
        '3. Write whatever you like and press "Send (practice)".',
      'The pupils there are invented, and nobody is told what you write. It also works without Wi-Fi.',
    ),
    link: origin,
  }),
});
