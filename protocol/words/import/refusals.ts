import { quote } from './wording';

const LOOK_AGAIN = 'Choose the spreadsheet again and look at what it would change now.';

/** Why a whole spreadsheet, or a row of it, is not imported. */
export const importRefusals = {
  changedSince:
    'The school, or the file, has changed since this was shown. Nothing was imported. Look at it again.',
  rollChanged: 'The roll has changed since this was shown. Look at the preview again.',
  rowChanged: (title: string): string => `“${title}” was changed here after this was shown. ${LOOK_AGAIN}`,
  nameGone: (name: string): string => `“${name}” is not here any more. ${LOOK_AGAIN}`,
  namesWhatIsNotHere: 'Something that it names is not here. Add it first, then import again.',
  /** @param why a whole sentence */
  ofRow: (sheet: string, title: string, why: string): string => `${sheet}, ${title}: ${why}`,
  noSite: 'The sheet School names no site. Write it there and choose the spreadsheet again.',
  otherSchool: (its: string, ours: string): string =>
    `This is the spreadsheet of another school: its Site is ${quote(its)}, and this school’s is ${quote(ours)}.`,
};

/** Why a school is not set up on this server. */
export const setUpRefusals = {
  demoBesideSchool: 'A school is set up here already. A demo needs an empty DATA_DIR.',
  siteTaken: (site: string, by: string, name: string): string =>
    `The site ${quote(site)} is taken by ${by}, and this spreadsheet is of ${name}. Write another Site in the sheet School. Where the school has only been renamed, rename it in Heed first: Administration, Settings.`,
  /** @param origin an address whose host is a number */
  needsHostName: (origin: string): string =>
    `A second school needs a host name, and PUBLIC_URL is ${origin}: nothing can stand in front of a number. Give the server a name, as README.md says under "A second school".`,
};
