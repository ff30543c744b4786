import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';

/** What has become of the set-up link. */
export type LinkState =
  | { is: 'checking' }
  /** opened without a token: loaded again, or typed by hand */
  | { is: 'missing' }
  | { is: 'works'; mailWorks: boolean; /** the one that it is for, of a trust */ site: string | null }
  /** used, replaced by a later start of the server, or too old */
  | { is: 'used' }
  /** a school stands here already, so no link works any more */
  | { is: 'school-there'; schoolName: string }
  | { is: 'unknown'; why: string };

/** Takes the token out of the address bar, so that no history and no picture of the screen keeps it. */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}

/** Asks the school's server about a link; opening it uses nothing up. */
export async function checkLink(token: string): Promise<LinkState> {
  try {
    const link = token === '' ? null : await call('checkSetUp', { body: { token } });
    if (link?.works) return { is: 'works', mailWorks: link.mailWorks, site: link.site };
    const { setUp, schoolName } = await call('readPlace');
    if (setUp) return { is: 'school-there', schoolName: schoolName ?? '' };
    return { is: token === '' ? 'missing' : 'used' };
  } catch (thrown) {
    const fault = asCallFault(thrown);
    // A token that was cut off while copying is outside its schema.
    return fault.code === 'not-valid' ? { is: 'used' } : { is: 'unknown', why: fault.title };
  }
}
