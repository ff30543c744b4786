import type { ReplyOf } from '../../../../protocol/endpoint';
import type { ListedStaff, listStaff } from '../../../../protocol/staff';
import { standingWords as words } from '../../../strings/admin/staff';
import { shortDay } from '../../../strings/times';

export type StaffLists = ReplyOf<typeof listStaff>;
export type Step = keyof typeof words.steps;

/** Every step on the way to being ready, in order. */
export const steps = Object.keys(words.steps) as readonly Step[];

/** How far somebody has come with one step. */
export interface Standing {
  readonly state: 'done' | 'not-yet' | 'not-needed' | 'wrong';
  readonly text: string;
  /** Sorts a column: what is missing first. */
  readonly rank: string;
}

/** Which steps a person needs follows from address, group and alerting rules. */
export function standingOf(person: ListedStaff, step: Step, groups: StaffLists['groups']): Standing {
  const group = groups.find(({ id }) => id === person.groupId);
  switch (step) {
    case 'invited':
      if (person.email === null) return bySlip(person);
      if (person.declined) return { state: 'wrong', text: words.declined, rank: '0' };
      return person.inviteFailed && person.firstLogInAt === null
        ? { state: 'wrong', text: words.notSent, rank: '0' }
        : since(person.invitedAt ?? person.firstLogInAt);
    case 'logIn':
      return person.email === null ? notNeeded : since(person.firstLogInAt);
    case 'key':
      return keyOf(person, group?.higherLevel === true && !group.builtIn);
    case 'tablets':
      return group?.builtIn ? notNeeded : count(person.tablets, String(person.tablets));
    case 'test':
      return testOf(person);
    case 'practised':
      return group?.builtIn ? notNeeded : since(person.practisedAt);
  }
}

/** A step that this person needs and has not done. */
export function isMissing(person: ListedStaff, step: Step, groups: StaffLists['groups']): boolean {
  return !['done', 'not-needed'].includes(standingOf(person, step, groups).state);
}

/** Nothing that this person needs is missing. */
export function isReady(person: ListedStaff, groups: StaffLists['groups']): boolean {
  return !steps.some((step) => isMissing(person, step, groups));
}

/**
 * Can be reminded: was sent a first-login mail and has not logged in yet, or has logged in and not practised yet. Both
 * need an address.
 */
export function isWaitedFor(person: ListedStaff, groups: StaffLists['groups']): boolean {
  if (person.leftAt !== null || person.email === null) return false;
  if (person.firstLogInAt === null) return person.invitedAt !== null && !person.declined;
  return isMissing(person, 'practised', groups);
}

const notNeeded: Standing = { state: 'not-needed', text: words.notNeeded, rank: '9' };
const notYet: Standing = { state: 'not-yet', text: words.notYet, rank: '1' };

function since(at: string | null): Standing {
  return at === null ? notYet : { state: 'done', text: dayOf(at), rank: at };
}

/** Whoever needs no log-in is given a slip in place of a mail. */
function bySlip({ slip, takesSlip, tablets }: ListedStaff): Standing {
  if (slip === null) return takesSlip ? { ...notYet, text: words.noSlip } : notNeeded;
  if (slip.state === 'used')
    return { state: 'done', text: words.slipUsed(dayOf(slip.usedAt ?? slip.expiresAt)), rank: '8' };
  if (slip.state === 'open')
    return { state: 'done', text: words.slipUntil(dayOf(slip.expiresAt)), rank: slip.expiresAt };
  if (!takesSlip || tablets > 0) return notNeeded;
  return { ...notYet, text: words.slipOver[slip.state] };
}

const dayOf = (at: string) => shortDay(Date.parse(at), Date.now());

function count(many: number, text: string): Standing {
  return many === 0 ? notYet : { state: 'done', text, rank: String(many).padStart(3, '2') };
}

function keyOf(person: ListedStaff, needed: boolean): Standing {
  if (person.key === 'waits') return { state: 'not-yet', text: words.toConfirm, rank: '1' };
  if (person.key === 'none' && !needed) return notNeeded;
  return count(person.keys, words.keys(person.keys));
}

function testOf(person: ListedStaff): Standing {
  if (person.testFailed) return { state: 'wrong', text: words.failed, rank: '0' };
  if (person.testedAt === null && !person.alerted) return notNeeded;
  return since(person.testedAt);
}
