import type { Change, ChangeOf } from '../../../../protocol/changes/change';
import type { ListedStaff } from '../../../../protocol/staff';
import type { ChangeTray } from '../change-tray';
import type { StaffLists } from './standing';

/** What the form says of one person; texts as typed. */
export interface StaffFacts {
  readonly title: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly knownAs: string;
  readonly jobTitle: string;
  readonly phone: string;
  readonly email: string;
  readonly groupId: string;
  readonly classes: readonly string[];
}

/** Keys of what one person's page has not saved yet. */
export const unsaved = { facts: 'facts', email: 'email', group: 'group', standing: 'standing' } as const;

/** A new person begins in the first group that gives least: one that works without elevation. */
export function emptyFacts(groups: StaffLists['groups']): StaffFacts {
  const own = groups.filter(({ builtIn }) => !builtIn);
  const group = own.find(({ higherLevel }) => !higherLevel) ?? own[0];
  return {
    title: '',
    firstName: '',
    lastName: '',
    knownAs: '',
    jobTitle: '',
    phone: '',
    email: '',
    groupId: group?.id ?? '',
    classes: [],
  };
}

/** What is saved of a person. */
export function factsOf(person: ListedStaff): StaffFacts {
  return {
    title: person.title ?? '',
    firstName: person.firstName,
    lastName: person.lastName,
    knownAs: person.knownAs ?? '',
    jobTitle: person.jobTitle ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    groupId: person.groupId,
    classes: person.classes,
  };
}

/** What is saved of a person under what is not saved yet. */
export function factsWith(person: ListedStaff, tray: ChangeTray): StaffFacts {
  const [facts, email, group] = [unsaved.facts, unsaved.email, unsaved.group].map((key) => tray.find(key));
  return {
    ...factsOf(person),
    ...(facts?.kind === 'staff.change' ? textsOf(facts) : {}),
    ...(email?.kind === 'staff.email' ? { email: email.email ?? '' } : {}),
    ...(group?.kind === 'staff.move-group' ? { groupId: group.groupId } : {}),
  };
}

/** What a person that is not saved yet would be. */
export function factsOfNew(change: ChangeOf<'staff.add'>): StaffFacts {
  return { ...textsOf(change), email: change.email ?? '', groupId: change.groupId };
}

/** Puts what differs from what is saved into the tray: words, address and group are changes of their own. */
export function putChanges(tray: ChangeTray, person: ListedStaff, now: StaffFacts): void {
  const was = factsOf(person);
  const put = (key: string, differs: boolean, change: Change) => {
    if (differs || tray.find(key)) tray.put(key, differs ? change : null);
  };
  const [texts, before] = [said(now), said(was)];
  put(unsaved.facts, JSON.stringify(texts) !== JSON.stringify(before), {
    kind: 'staff.change',
    staffId: person.id,
    ...texts,
  });
  put(unsaved.email, now.email.trim() !== was.email, {
    kind: 'staff.email',
    staffId: person.id,
    email: emptyAsNull(now.email),
  });
  put(unsaved.group, now.groupId !== was.groupId, {
    kind: 'staff.move-group',
    staffId: person.id,
    groupId: now.groupId,
  });
}

/** Whether a person has both names, which nobody is added without. */
export function isNamed({ firstName, lastName }: StaffFacts): boolean {
  return firstName.trim() !== '' && lastName.trim() !== '';
}

/** The change that adds somebody. */
export function additionOf(facts: StaffFacts): ChangeOf<'staff.add'> {
  return {
    kind: 'staff.add',
    ...said(facts),
    email: emptyAsNull(facts.email),
    groupId: facts.groupId,
  };
}

function said(facts: StaffFacts) {
  return {
    firstName: facts.firstName,
    lastName: facts.lastName,
    title: emptyAsNull(facts.title),
    knownAs: emptyAsNull(facts.knownAs),
    phone: emptyAsNull(facts.phone),
    jobTitle: emptyAsNull(facts.jobTitle),
    classes: [...facts.classes].sort(),
  };
}

function textsOf(change: ChangeOf<'staff.add'> | ChangeOf<'staff.change'>) {
  return {
    firstName: change.firstName,
    lastName: change.lastName,
    title: change.title ?? '',
    knownAs: change.knownAs ?? '',
    phone: change.phone ?? '',
    jobTitle: change.jobTitle ?? '',
    classes: change.classes,
  };
}

const emptyAsNull = (text: string) => (text.trim() === '' ? null : text);
