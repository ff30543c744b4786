import { removePerson as words } from '../../strings/lock';

/** Who is to be removed from a device, by whom. */
export interface Removal {
  name: string;
  /** it is the unlocked person */
  isSelf: boolean;
  /** drafts of theirs that were never sent */
  drafts: number;
}

/**
 * A draft can be opened by its author alone: so nobody but the author may delete it by leaving the device. Everyone
 * else (who has left, who has no draft) may be removed by anybody who has unlocked here.
 * @returns why not, in a sentence; null when it may be
 */
export function removalBlock({ name, isSelf, drafts }: Removal): string | null {
  return !isSelf && drafts > 0 ? words.othersDrafts(name) : null;
}

/** What the person agrees to: what is lost, and that what is sealed is not. */
export function removalText({ drafts }: Removal): string {
  return `${drafts > 0 ? words.draftsLost(drafts) : words.noDrafts} ${words.sealedKept}`;
}
