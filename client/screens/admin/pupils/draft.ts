import type { Change, ChangeOf } from '../../../../protocol/changes/change';
import type { Contact, PupilFacts } from '../../../../protocol/changes/pupils';
import type { PupilFile } from '../../../../protocol/pupils';
import { pupilForm as words } from '../../../strings/admin/pupils';

type Place = Pick<ChangeOf<'pupil.add'>, 'classId' | 'yearGroupId'>;
/** A pupil as the form has them: texts that are empty are none. */
export type PupilDraft = PupilFacts & Place;
/** What is wrong, by the name of the field. */
export type DraftFaults = Readonly<Record<string, string>>;

/** The form of a pupil, or of a new one. */
export function draftOf(pupil: PupilFile | null): PupilDraft {
  return {
    upn: pupil?.upn ?? null,
    pupilRef: pupil?.pupilRef ?? null,
    firstName: pupil?.first ?? '',
    lastName: pupil?.last ?? '',
    preferredName: pupil?.preferred ?? null,
    dateOfBirth: pupil?.dateOfBirth ?? '',
    sex: pupil?.sex ?? null,
    sen: pupil?.sen ?? null,
    freeSchoolMeals: pupil?.freeSchoolMeals ?? false,
    lookedAfter: pupil?.lookedAfter ?? false,
    eal: pupil?.eal ?? false,
    contacts: pupil?.contacts ?? [],
    siblings: pupil?.siblings.map(({ id }) => id) ?? [],
    classId: pupil?.classId ?? '',
    yearGroupId: pupil?.yearGroupId ?? '',
  };
}

/** Everything that keeps a form from being saved. @param today yyyy-mm-dd */
export function faultsOf(draft: PupilDraft, today: string): DraftFaults {
  const faults: Record<string, string> = {};
  if (draft.firstName.trim() === '') faults['firstName'] = words.firstNeeded;
  if (draft.lastName.trim() === '') faults['lastName'] = words.lastNeeded;
  if (draft.dateOfBirth === '') faults['dateOfBirth'] = words.bornNeeded;
  else if (draft.dateOfBirth > today) faults['dateOfBirth'] = words.bornLater;
  if (draft.classId === '' || draft.yearGroupId === '') faults['classId'] = words.classNeeded;
  return faults;
}

/** Rows that nobody has filled in are no contacts. */
const isSomebody = ({ name, relationship, phone }: Contact) =>
  [name, relationship, phone].some((text) => (text ?? '').trim() !== '');

/** The changes that make the school's pupil what the form says, under the keys of the tray; null: none. */
export function changesOf(
  pupil: PupilFile | null,
  draft: PupilDraft,
): Record<'pupil' | 'place', Change | null> {
  const { classId, yearGroupId, ...given } = draft;
  const facts = trimmed(given);
  if (!pupil) return { pupil: { kind: 'pupil.add', ...facts, classId, yearGroupId }, place: null };
  const { classId: wasClass, yearGroupId: wasYear, ...before } = draftOf(pupil);
  const same = JSON.stringify(trimmed(before)) === JSON.stringify(facts);
  const stays = classId === wasClass && yearGroupId === wasYear;
  return {
    pupil: same ? null : { kind: 'pupil.change', pupilId: pupil.id, ...facts },
    place: stays ? null : { kind: 'pupil.move', pupilIds: [pupil.id], classId, yearGroupId },
  };
}

function trimmed(facts: PupilFacts): PupilFacts {
  const text = (value: string | null) => value?.trim() || null;
  return {
    ...facts,
    firstName: facts.firstName.trim(),
    lastName: facts.lastName.trim(),
    upn: text(facts.upn),
    pupilRef: text(facts.pupilRef),
    preferredName: text(facts.preferredName),
    sex: text(facts.sex),
    contacts: facts.contacts.filter(isSomebody).map((one) => ({
      ...one,
      name: text(one.name),
      relationship: text(one.relationship),
      phone: text(one.phone),
    })),
  };
}
