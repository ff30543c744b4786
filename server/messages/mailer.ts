import { createTransport } from 'nodemailer';
import type { Ground } from '../ground';
import { SECOND } from '../clock';
import { compose } from './compose';
import { fileMailer } from './file-mailer';
import type { Mailer } from './mail';
import { later, type Outcome } from './outcome';

/** The mailer that the settings ask for: the school's mail server, or one file per mail. */
export function openMailer(ground: Ground): Mailer {
  const { smtpUrl } = ground.settings;
  return smtpUrl === null ? fileMailer(ground) : smtpMailer(ground, smtpUrl);
}

function smtpMailer(ground: Ground, url: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    dnsTimeout: 10 * SECOND,
  });
  return {
    works: true,
    send: async (mail) => {
      await transport.sendMail(compose(mail, ground.settings.mailFrom));
    },
  };
}

const byCode: Readonly<Record<string, Outcome>> = {
  ETIMEDOUT: later('time-out'),
  EAUTH: later('our-login'),
  EENVELOPE: later('address-refused'),
  ECONNECTION: later('unreachable'),
  ECONNREFUSED: later('unreachable'),
  ECONNRESET: later('unreachable'),
  ESOCKET: later('unreachable'),
  EDNS: later('unreachable'),
  ENOTFOUND: later('unreachable'),
};

/** What a mailer's fault means, without its words: they quote addresses. Every one is tried again. */
export function judgeMailFault(fault: unknown): Outcome {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return byCode[code] ?? later('server-fault');
}
