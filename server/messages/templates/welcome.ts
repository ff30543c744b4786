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
      support(supportEmail, supportPhone),
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
  '1. Check the leads, deputies and head on the duty list, and who is in each alert group.',
  '2. Let each safeguarding lead log in, save a security key and send a test alert.',
  '3. Check the user groups and the class restrictions.',
  '4. Set up the tablets: log in on each one once and choose a PIN.',
  '5. Record one practice concern together and see that it arrives.',
  '6. Choose "Share with staff" when you are ready for everybody.',
].join('\n');

function support(email: string | null, phone: string | null): string {
  const ways = [email, phone].filter((way) => way !== null);
  if (ways.length === 0) return 'Support: ask whoever runs Heed for your school.';
  return `Support: ${ways.join(' or ')}`;
}
