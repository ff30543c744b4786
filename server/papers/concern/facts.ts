import type { Concern } from '../../../protocol/concerns';
import { concernWords as words } from '../../../protocol/words/concern';
import { quarantineWhat } from '../../../protocol/words/quarantine';

/** Why the school does not take it as it is; null where it does. */
export function doubtOf({ quarantine }: Concern): { heading: string; what: string } | null {
  if (quarantine === null) return null;
  return { heading: words.checking(words.quarantine[quarantine]), what: quarantineWhat[quarantine] };
}

/** What stands in the place of a text that is not shown. */
export function noText({ takenBy }: Concern): string {
  return takenBy ? words.textShut : words.textWaits;
}
