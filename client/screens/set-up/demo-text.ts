import type { SetUpReply } from '../../../protocol/set-up';
import { setUp as words } from '../../strings/set-up';

export type Demo = NonNullable<SetUpReply['demo']>;
type Account = Demo['accounts'][number];

/**
 * The address by which an authenticator app takes over a secret (Key URI Format; RFC 6238 with SHA-1, 6 digits, 30 s,
 * as the server checks it). A colon parts issuer and account there, so none may stand in the school's name.
 */
export function keyUri(schoolName: string, email: string, secret: string): string {
  const issuer = encodeURIComponent(words.demoIssuer(schoolName).replaceAll(':', ' '));
  const label = `${issuer}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?issuer=${issuer}&secret=${secret}&algorithm=SHA1&digits=6&period=30`;
}

/** "ABCD EFGH": people type it in fours. */
export function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}

/** Everything of the demo school on one sheet of text, to keep: it is shown once. @param address of this Heed */
export function demoAsText(schoolName: string, address: string, { password, accounts }: Demo): string {
  const line = ({ name, group, email, secret }: Account) =>
    [`${name}, ${group}`, email, ...(secret === null ? [] : [`${words.demoKey}: ${inFours(secret)}`])].join(
      '\n',
    );
  return [`${schoolName}\n${address}`, `${words.demoPassword}: ${password}`, ...accounts.map(line)].join(
    '\n\n',
  );
}
