import type { ReplyOf } from '../../protocol/endpoint';
import type { finishSignIn, ProviderKind } from '../../protocol/providers';
import { call } from './call';

/** Where the person was going when they left for a provider; this tab alone knows it. */
const KEPT = 'heed-sign-in';

interface Kept {
  /** Whether a session was running, which the provider was to prove. */
  readonly inside: boolean;
  readonly next: string | null;
}

/** Leaves for the provider to log in. @param shared nobody is to go on there as whoever was there before */
export async function leaveToLogIn(
  provider: ProviderKind,
  { shared, next }: { shared: boolean; next: string | null },
): Promise<void> {
  const { url } = await call('beginSignIn', { body: { provider, shared } });
  leave(url, { inside: false, next });
}

/** Leaves for the provider from a running session: to be proved anew, or to link the account there. */
export async function leaveToProve(provider: ProviderKind, purpose: 'again' | 'link'): Promise<void> {
  const { url } = await call('beginProof', { body: { provider, purpose } });
  leave(url, { inside: true, next: '/account/keys' });
}

function leave(url: string, kept: Kept): void {
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  location.assign(url);
}

/** What this tab left with, once. */
export function takeKept(): Kept {
  const text = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return text === null ? { inside: false, next: null } : (JSON.parse(text) as Kept);
}

/** Sends on what the provider wrote into the address. @param inside it was to prove a session that goes on */
export async function finishReturn(
  search: string,
  inside: boolean,
): Promise<ReplyOf<typeof finishSignIn>> {
  const found = new URLSearchParams(search);
  const part = (name: 'code' | 'error' | 'iss') => {
    const value = found.get(name);
    return value === null ? {} : { [name]: value };
  };
  const body = { state: found.get('state') ?? '', ...part('code'), ...part('error'), ...part('iss') };
  return call(inside ? 'finishProof' : 'finishSignIn', { body });
}
