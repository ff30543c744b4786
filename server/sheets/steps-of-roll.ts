import { rowHeadings } from '../../protocol/changes/import';
import type { Contact, PupilFacts } from '../../protocol/changes/pupils';
import { sameContact } from '../pupils/contacts';
import type { KnownPupil } from './known-pupils';
import type { Names, RowRead } from './row-read';
import { isYear, readContact } from './rows-of-roll';
import type { Steps, StepsOf } from './steps';

/** Year groups and classes, and the pupils in them. */
export const stepsOfRoll: StepsOf<'Classes' | 'Pupils'> = {
  *Classes(row, names) {
    if (isYear(row)) {
      names.add('year', row.title, yield { kind: 'year-group.add', name: row.title });
      return;
    }
    const teacher = row.text('Teacher e-mail');
    const teacherId = teacher === '' ? null : names.need('staff', teacher);
    const yearGroupId = names.need('year', row.text('Year group'));
    if (row.fresh) {
      yield { kind: 'class.add', name: row.title, teacherId, yearGroupId };
      return;
    }
    const classId = names.need('class', row.key);
    if (row.changes('Teacher e-mail')) yield { kind: 'class.change', classId, name: row.title, teacherId };
    if (row.changes('Year group')) yield { kind: 'class.move', classId, yearGroupId };
  },

  *Pupils(row, names, { pupils }) {
    const id = row.fresh ? null : names.need('pupil', row.key);
    const pupil = pupils.find((one) => one.id === id);
    yield* pupil ? changePupil(row, names, pupil) : addPupil(row, names);
  },
};

const placeOf = (row: RowRead, names: Names) => ({
  classId: names.need('class', row.text('Class')),
  yearGroupId: names.need('year', row.text('Year group')),
});

function* addPupil(row: RowRead, names: Names): Steps {
  const pupilId = yield { kind: 'pupil.add', ...factsOf(row, names, undefined), ...placeOf(row, names) };
  names.add('pupil', row.key, pupilId);
  yield* connect(row, names, pupilId);
}

function* changePupil(row: RowRead, names: Names, pupil: KnownPupil): Steps {
  const pupilIds = [pupil.id];
  if (row.changes(rowHeadings.onRoll)) yield { kind: 'pupil.return', pupilIds };
  if (row.changes('Class', 'Year group')) yield { kind: 'pupil.move', pupilIds, ...placeOf(row, names) };
  if (row.changes(...FACTS)) yield { kind: 'pupil.change', pupilId: pupil.id, ...factsOf(row, names, pupil) };
  yield* connect(row, names, pupil.id);
}

function* connect(row: RowRead, names: Names, pupilId: string): Steps {
  for (const staffId of names.all('staff', row.added('Connected staff')))
    yield { kind: 'connected.add', pupilId, staffId };
}

const FACTS = [
  'UPN',
  'Pupil ID',
  'First name',
  'Last name',
  'Preferred name',
  'Date of birth',
  'Sex',
  'SEN',
  'Free school meals',
  'Looked after',
  'EAL',
  'Contacts',
  'Siblings',
];

function factsOf(row: RowRead, names: Names, pupil: KnownPupil | undefined): PupilFacts {
  const sen = row.text('SEN');
  return {
    upn: row.textOrNull('UPN'),
    pupilRef: row.textOrNull('Pupil ID'),
    firstName: row.text('First name'),
    lastName: row.text('Last name'),
    preferredName: row.textOrNull('Preferred name'),
    dateOfBirth: row.text('Date of birth'),
    sex: row.textOrNull('Sex'),
    sen: sen === 'K' || sen === 'E' ? sen : null,
    freeSchoolMeals: row.flag('Free school meals'),
    lookedAfter: row.flag('Looked after'),
    eal: row.flag('EAL'),
    contacts: withContacts(pupil?.contacts ?? [], row.added('Contacts')),
    siblings: siblingsOf(row, names, pupil),
  };
}

/** A brother or sister who is not here yet names this pupil when their own row is added. */
function siblingsOf(row: RowRead, names: Names, pupil: KnownPupil | undefined): string[] {
  const added = row.added('Siblings').flatMap((key) => names.find('pupil', key) ?? []);
  return [...new Set([...(pupil?.siblings ?? []), ...added])];
}

/** The sheet adds contacts and brings those up that are there; it knows no parental responsibility. */
function withContacts(here: readonly Contact[], texts: readonly string[]): Contact[] {
  const contacts = [...here];
  for (const text of texts) {
    const said = { ...readContact(text), parentalResponsibility: false, doNotContact: false };
    const at = contacts.findIndex((one) => sameContact(one, said));
    const there = contacts[at];
    if (!there) contacts.push(said);
    else {
      const { relationship, phone } = said;
      contacts[at] = {
        ...there,
        relationship: relationship ?? there.relationship,
        phone: phone ?? there.phone,
      };
    }
  }
  return contacts;
}
