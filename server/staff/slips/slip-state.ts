import type { SlipState } from '../../../protocol/slips';
import type { SlipRow } from '../../storage/rows/slips';

type Times = Pick<SlipRow, 'expires_at' | 'withdrawn_at' | 'used_at' | 'ended_at'>;

/** How a slip stands at a time. One that was replaced after it ran out has run out. Pure. */
export function slipState(slip: Times, now: string): SlipState {
  if (slip.ended_at !== null) return 'ended';
  if (slip.used_at !== null) return 'used';
  if (slip.withdrawn_at !== null && slip.withdrawn_at < slip.expires_at) return 'withdrawn';
  return slip.expires_at > now ? 'open' : 'expired';
}
