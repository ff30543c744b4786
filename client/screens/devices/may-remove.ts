import { removePerson as words } from '../../strings/lock';

/** Who is to be removed from a device, by whom. */
export interface Removal {
  name: string;
  /** it is the unlocked person */
  isSelf: boolean;
  /** drafts of theirs that were never sent */
  drafts: number;
  /** what they wrote for practice and have not decided on */
  practice: number;
  /** what they began to add to records of theirs and have not sent */
  additions: number;
}

/**
 * A draft can be opened by its author alone: so nobody but the author leaves one to the school by leaving the device.
 * Everyone else (who has left, who has no draft) may be removed by anybody who has unlocked here.
 * @returns why not, in a sentence; null when it may be
 */
export function removalBlock({ name, isSelf, drafts, practice, additions }: Removal): string | null {
  return !isSelf && drafts + practice + additions > 0 ? words.othersDrafts(name) : null;
}

/** What the person agrees to: what becomes of drafts, practice and additions, and that what is sealed is sent. */
export function removalText({ drafts, practice, additions }: Removal): string {
  const texts = [
    drafts > 0 ? words.draftsLeft(drafts) : '',
    practice > 0 ? words.practiceLost : '',
    additions > 0 ? words.additionsLost : '',
    drafts + practice + additions === 0 ? words.noDrafts : '',
    words.sealedKept,
  ];
  return texts.filter((text) => text !== '').join(' ');
}
