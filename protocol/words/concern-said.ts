import type { Concern } from '../concerns';
import { concernWords as words } from './concern';
import { capital } from './capital';
import { roleWords } from './roles';

type Pupil = Concern['pupils'][number];
type Recipient = Concern['recipients'][number];

/** A pupil's name, or "Another pupil" where a class restriction hides it. */
export function pupilName(pupil: Pupil): string {
  return pupil.hidden ? words.anotherPupil : pupil.name;
}

/** The children of a record, with the one from whose page it was opened first; whom this person does not see comes where they stood. */
export function fromSideOf(pupils: readonly Pupil[], pupilId: string | null): Pupil[] {
  const own = pupilId === null ? [] : pupils.filter((one) => one.pupilId === pupilId);
  return [...own, ...pupils.filter((one) => !own.includes(one))];
}

/** "Class 4B, age 8. Brother or sister: Yusuf Khan, 1A." */
export function pupilLine(pupil: Pupil): string {
  if (pupil.hidden) return '';
  if (pupil.unmatched) return words.unmatched;
  const classAndAge = pupil.className === null ? '' : words.classAndAge(pupil.className, pupil.age);
  const siblings = pupil.siblings.length === 0 ? '' : words.siblings(pupil.siblings.join('; '));
  return [classAndAge, siblings].filter(Boolean).join(' ');
}

/** Whom somebody told in person. */
export function toldWords({ kind, who }: Concern['told']): string {
  if (kind === 'not-yet') return words.toldNotYet;
  return who ?? (kind === 'lead' ? words.toldLead : words.toldSomeone);
}

/** "Amira Khan: was hurt, Leo O’Brien: saw it"; of one child the role alone. */
export function rolesOf(pupils: readonly Pupil[]): string {
  const known = pupils.filter(({ role }) => role !== null);
  return known
    .map((pupil) => {
      const role = roleWords[pupil.role ?? 'not-sure'];
      return pupils.length === 1 ? capital(role) : `${pupilName(pupil)}: ${role}`;
    })
    .join(', ');
}

/**
 * When the first channel reached a recipient and by which, which have not yet, and which never will. Who was away at
 * another time has been told since a message went, and not since it stood in their inbox.
 * @param brief writes an instant as briefly as its page does
 */
export function deliveredWords(
  { delivered, waits, onceAway }: Recipient,
  brief: (at: string) => string,
): { at: string; channels: string } {
  const reached = delivered.filter(({ at }) => at !== null);
  const outside = reached.filter(({ channel }) => channel !== 'inbox');
  const named = (outside.length > 0 ? outside : reached).map(({ channel }) => words.channels[channel]);
  const others = delivered
    .filter(({ at }) => at === null)
    .map(({ channel, state }) => {
      const name = words.channels[channel];
      if (state === 'failed') return words.channelFailed(name);
      return waits ? words.waits[waits.for](name, brief(waits.until)) : words.channelNotYet(name);
    });
  const since = onceAway && outside.length > 0 ? outside : reached;
  const first = since.map(({ at }) => at ?? '').sort()[0];
  return {
    at: first === undefined ? words.notYet : brief(first),
    channels: [...new Set([...named, ...others])].join(', '),
  };
}
