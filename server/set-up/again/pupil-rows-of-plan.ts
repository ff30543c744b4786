import { rowHeadings } from '../../../protocol/changes/import';
import type { Contact } from '../../../protocol/changes/pupils';
import { sameContact } from '../../pupils/contacts';
import type { KnownPupil } from '../../sheets/known-pupils';
import type { KnownSchool } from '../../sheets/known-school';
import { contactText, pupilTitle } from '../../sheets/rows-of-roll';
import type { SheetRow } from '../../sheets/sheet-row';
import { familiesOf } from '../families';
import { pupilKey, type PlannedContact, type PlannedPupil } from '../school-plan';
import { flagOf, type Sheets } from './sheets';

/** The sheet Pupils; a pupil who is here under another of their numbers keeps the key that they have here. */
export function pupilRowsOf(sheets: Sheets, known: KnownSchool): SheetRow[] {
  const here = new Map(known.pupils.map((pupil) => [pupil.id, pupil]));
  const knownAs = ({ upn, pupilId }: Pick<PlannedPupil, 'upn' | 'pupilId'>) =>
    [upn, pupilId].flatMap((number) =>
      number ? (here.get(known.find('pupil', number) ?? '') ?? []) : [],
    )[0];
  const planned = new Map(sheets.plan.pupils.map((pupil) => [pupilKey(pupil), pupil]));
  const keyHere = (key: string) => knownAs(planned.get(key) ?? { upn: key })?.key ?? key;
  const families = familiesOf(sheets.plan.pupils);
  return sheets.plan.pupils.map((pupil) => {
    const key = pupilKey(pupil);
    const siblings = [...(families.get(key) ?? [])].filter((other) => other !== key);
    return pupilRow(sheets, pupil, knownAs(pupil), siblings.map(keyHere));
  });
}

function pupilRow(
  sheets: Sheets,
  pupil: PlannedPupil,
  here: KnownPupil | undefined,
  siblings: readonly string[],
): SheetRow {
  const flag = (heading: string, set: boolean) => flagOf(sheets, `Pupils: ${heading}`, set);
  return {
    key: here?.key ?? pupilKey(pupil),
    title: pupilTitle(pupil),
    fields: {
      ...(here && { [rowHeadings.onRoll]: 'yes' }),
      UPN: pupil.upn ?? '',
      'Pupil ID': pupil.pupilId ?? '',
      'First name': pupil.firstName,
      'Last name': pupil.lastName,
      'Preferred name': pupil.preferredName ?? '',
      'Date of birth': pupil.dateOfBirth,
      Sex: pupil.sex ?? '',
      Class: pupil.className,
      'Year group': pupil.yearGroup,
      SEN: pupil.sen ?? '',
      'Free school meals': flag('Free school meals', pupil.freeSchoolMeals),
      'Looked after': flag('Looked after', pupil.lookedAfter),
      EAL: flag('EAL', pupil.eal),
      Contacts: pupil.contacts.map((contact) => contactText(asKnown(contact, here?.contacts ?? []))),
      Siblings: [...siblings],
      'Connected staff': pupil.connectedStaff,
    },
  };
}

/** What the sheet leaves blank of a contact who is here already stays. */
function asKnown(contact: PlannedContact, here: readonly Contact[]) {
  const { name = null, relationship = null, phone = null } = contact;
  const said = { name, relationship, phone, parentalResponsibility: false, doNotContact: false };
  const known = here.find((one) => sameContact(one, said));
  return {
    name: known?.name ?? name,
    relationship: relationship ?? known?.relationship ?? null,
    phone: phone ?? known?.phone ?? null,
  };
}
