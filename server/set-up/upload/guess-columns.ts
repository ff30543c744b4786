import { exportFields, type ExportField, type Matching } from '../../../protocol/changes/upload';
import { nameKey } from '../../sheets/name-key';

/** How the exports of the usual school systems head their columns, letters and digits only; the likeliest first. */
const HEADINGS: Readonly<Record<ExportField, readonly string[]>> = {
  upn: ['upn', 'uniquepupilnumber'],
  pupilRef: ['pupilid', 'admissionnumber', 'admissionno', 'admno', 'adno', 'misid', 'personid', 'id'],
  firstName: ['firstname', 'forename', 'legalforename', 'legalfirstname', 'givenname'],
  lastName: ['lastname', 'surname', 'legalsurname', 'legallastname', 'familyname'],
  preferredName: ['preferredname', 'preferredforename', 'preferredfirstname', 'knownas', 'chosenname'],
  dateOfBirth: ['dateofbirth', 'dob', 'birthdate', 'birthday'],
  sex: ['sex', 'gender', 'legalsex'],
  class: ['class', 'registrationgroup', 'reggroup', 'registration', 'reg', 'form', 'tutorgroup', 'classname'],
  yearGroup: ['yeargroup', 'year', 'nationalcurriculumyear', 'ncyear', 'ncyearactual', 'curriculumyear'],
};

/** Guesses which field stands under which heading; each heading is taken once. */
export function guessColumns(headings: readonly string[]): Matching {
  const matching: Matching = {};
  const taken = new Set<string>();
  for (const field of exportFields) {
    const found = HEADINGS[field]
      .map((known) => headings.find((heading) => bare(heading) === known && !taken.has(heading)))
      .find((heading) => heading !== undefined);
    if (found === undefined) continue;
    matching[field] = found;
    taken.add(found);
  }
  return matching;
}

const bare = (heading: string) => nameKey(heading).replace(/[^\p{L}\p{N}]/gu, '');

/** What last time's columns are in this file, where all of them are still there; otherwise null. */
export function stillFits(remembered: Matching | null, headings: readonly string[]): Matching | null {
  if (!remembered) return null;
  return Object.values(remembered).every((heading) => heading === undefined || headings.includes(heading))
    ? remembered
    : null;
}
