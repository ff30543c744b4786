import * as v from 'valibot';
import { paragraphs, template } from './template';

/**
 * The only mail of a new school, to its main contact (product.md section 2, point 1). The set-up page shows the same
 * text to copy where no mail server is known.
 */
export const welcome = template({
  content: v.object({
    to: v.string(),
    name: v.string(),
    schoolName: v.string(),
    supportEmail: v.nullable(v.string()),
    supportPhone: v.nullable(v.string()),
    /** Has an account at another school, and is asked to join by a mail of its own. */
    joins: v.optional(v.boolean(), false),
  }),
  mail: ({ to, name, schoolName, supportEmail, supportPhone, joins }, { origin }) => ({
    subject: `Heed is ready for ${schoolName}`,
    text: paragraphs(
      `Hello ${name},`,
      `${schoolName} now has its own Heed, the school’s safeguarding record:\n${origin}`,
      'You get this mail because the set-up spreadsheet names you as the main contact. Nobody ' +
        'else was mailed. The others hear of Heed when you choose to, with "Share with staff".',
      joins ? joining(schoolName) : firstLogIn(to, origin),
      joins ? null : securityKey,
      nextSteps,
      `Training and guides: ${origin}/help`,
      support(supportEmail, supportPhone, origin),
    ),
    link: origin,
  }),
});

const firstLogIn = (to: string, origin: string) =>
  [
    'YOUR FIRST LOG-IN',
    `1. Open ${origin}`,
    '2. Under "Log in", choose "Forgotten your password or using Heed for the first time?"',
    `3. Type ${to} and choose "Reset Password".`,
    '4. Open the link in the mail that follows, choose a password and log in.',
  ].join('\n');

const joining = (schoolName: string) =>
  [
    'YOUR FIRST LOG-IN',
    'You have an account in Heed already, with its password and its security keys.',
    `1. Open the mail "${schoolName} asks you to join it in Heed".`,
    '2. Open its link, type the password that you have, and choose "Accept".',
    '3. Choose "Elevate Your Access" at the top right and type the code of that moment.',
  ].join('\n');

const securityKey = [
  'YOUR SECURITY KEY',
  'A security key is a 6-digit code from your phone. You need it before you can administer ' +
    'Heed or read records. Save it within 24 hours of your first log-in:',
  '1. Open "Account Settings", then "Security Keys", then "Add new device".',
  '2. Scan the QR code with Heed Authenticator or any other authenticator app.',
  '3. Give it a name, type the code that it shows, and choose "Save this device".',
  '4. Print the ten recovery codes and lock them away.',
  'Then choose "Elevate Your Access" at the top right and type the code of that moment.',
].join('\n');

const nextSteps = [
  'THEN, IN THIS ORDER',
  'Your dashboard shows these steps too, and ticks each one when it is really done.',
  '1. Alert groups: check who is in each, and who is on the duty list.',
  '2. Automatic alerts: every kind of concern has to reach a safeguarding lead.',
  '3. Class restrictions: who sees which classes, or that you do not need them.',
  '4. Test alert: let each safeguarding lead log in, save a security key, send one ' +
    'under "Notifications" and see it arrive.',
  '5. Practice concern: on the dashboard, "Try it with a practice pupil". It reaches nobody.',
  '6. "Share with staff" when you are ready for everybody.',
  'In between set up the tablets: log in on each one once and choose a PIN.',
].join('\n');

function support(email: string | null, phone: string | null, origin: string): string {
  const ways = [email, phone].filter((way) => way !== null);
  if (ways.length === 0) return 'Support: ask whoever runs Heed for your school.';
  return `Support: ${ways.join(' or ')}\nWhere something does not work: ${origin}/support`;
}
