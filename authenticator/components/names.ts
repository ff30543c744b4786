import type { Account } from '../otp/account';
import { words } from '../strings/words';

/** What stands first on a card, and what below it. */
export function namesOf({ issuer, name }: Pick<Account, 'issuer' | 'name'>): {
  title: string;
  below: string;
} {
  if (issuer === '') return { title: name === '' ? words.unnamed : name, below: '' };
  return { title: issuer, below: name };
}

/** "482917" as "482 917": two halves are read and typed more easily. */
export function inHalves(code: string): string {
  const middle = code.length / 2;
  return code === '' ? '' : `${code.slice(0, middle)} ${code.slice(middle)}`;
}

/** For ears: every digit by itself. */
export function digitByDigit(code: string): string {
  return code.replaceAll(/(?<=.)(?=.)/g, ' ');
}
