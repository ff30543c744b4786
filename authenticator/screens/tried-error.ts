import type { Tried } from '../store/lock';
import { unlock } from '../strings/words';

/** What a try of the PIN is answered on the screen; nothing where it opened. */
export function triedError(tried: Tried): string {
  if (tried.kind === 'open') return '';
  const wait = tried.wait === 0 ? '' : unlock.wait(Math.ceil(tried.wait / 1000));
  return tried.kind === 'wait' ? wait : [unlock.wrong, wait].filter(Boolean).join(' ');
}
