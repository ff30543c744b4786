import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mail';

/** Characters of subject and padding together: no header may be so long that it is folded, which would show. */
const SUBJECT = 67;

/**
 * A mail as nodemailer takes it: plain text, no tracking, no name of the program, marked as sent by a machine so that
 * no absence note answers it (RFC 3834), and never a file or an address fetched while composing.
 */
export function compose(mail: Mail, from: string): SendMailOptions {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    // Quoted-printable would make two texts of one length differ.
    ...(/^\p{ASCII}*$/u.test(mail.text) ? {} : { textEncoding: 'base64' as const }),
    date: new Date(mail.at),
    messageId: `<${mail.id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // Makes up for the length of the subject, which would tell an urgent alert from another by its size.
      'X-Padding': 'x'.repeat(Math.max(1, SUBJECT - mail.subject.length)),
    },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
