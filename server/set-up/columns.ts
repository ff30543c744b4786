import { administrationRights } from '../../protocol/administration';

/** The things that one sheet defines by name and other sheets refer to. */
export type Noun = 'staff' | 'class' | 'year group' | 'category' | 'user group' | 'alert group' | 'pupil';

/** What may stand in the cells of a column. `*` is allowed where `star` says so, instead of names. */
export type Kind =
  | { is: 'text' | 'yes or no' | 'e-mail' | 'date' | 'time' | 'colour' | 'site' | 'time zone' | 'term dates' }
  | { is: 'choice' | 'choices'; of: readonly string[] }
  | { is: 'one' | 'many'; to: Noun; star?: true };

/** One column: its exact heading, whether every row needs it, and what may stand in it. */
export interface Column<Name extends string = string> {
  name: Name;
  required: boolean;
  kind: Kind;
  /** This column is where things of that kind get their name; it is unique but for year groups. */
  names?: Noun;
}

interface ColumnRule {
  required?: true;
  names?: Noun;
}

const column = <const Name extends string>(name: Name, kind: Kind, rule: ColumnRule = {}): Column<Name> => ({
  name,
  kind,
  required: rule.required ?? false,
  ...(rule.names === undefined ? {} : { names: rule.names }),
});

const TEXT: Kind = { is: 'text' };
const YES_NO: Kind = { is: 'yes or no' };
const EMAIL: Kind = { is: 'e-mail' };
const one = (to: Noun, star?: true): Kind => (star ? { is: 'one', to, star } : { is: 'one', to });
const many = (to: Noun, star?: true): Kind => (star ? { is: 'many', to, star } : { is: 'many', to });
const REQUIRED = { required: true } as const;

/** The settings of the sheet School, one a row; they behave like columns that have a single row. */
export const SETTINGS = [
  column('School name', TEXT, REQUIRED),
  column('Site', { is: 'site' }, REQUIRED),
  column('DfE number', TEXT),
  column('Main contact name', TEXT, REQUIRED),
  column('Main contact e-mail', one('staff'), REQUIRED),
  column('Safeguarding lead e-mail', one('staff'), REQUIRED),
  column('Deputy lead e-mails', many('staff')),
  column('Headteacher e-mail', one('staff'), REQUIRED),
  column('Chair name', TEXT),
  column('Chair e-mail', EMAIL),
  column('Chair phone', TEXT),
  column("Children's services phone", TEXT),
  column("Children's services phone out of hours", TEXT),
  column('Fallback alert group', one('alert group')),
  column('Support e-mail', EMAIL),
  column('Support phone', TEXT),
  column('Time zone', { is: 'time zone' }),
  column('School day starts', { is: 'time' }),
  column('School day ends', { is: 'time' }),
  column('Term dates', { is: 'term dates' }),
] as const;

/**
 * Every sheet and its columns by their exact English names, in the order of the template: the one truth for the
 * reader, the template and the documents (set-up-spreadsheet.md). Rules that need more than one cell are in sheets/.
 */
export const COLUMNS = {
  School: [column('Setting', TEXT, REQUIRED), column('Value', TEXT)],
  Staff: [
    column('First name', TEXT, REQUIRED),
    column('Last name', TEXT, REQUIRED),
    column('Title', TEXT),
    column('Known as', TEXT),
    column('E-mail', EMAIL, { names: 'staff' }),
    column('Phone or radio', TEXT),
    column('Job title', TEXT),
    column('User group', one('user group'), REQUIRED),
    column('Classes', many('class')),
  ],
  Classes: [
    column('Class', TEXT, { required: true, names: 'class' }),
    column('Year group', TEXT, { required: true, names: 'year group' }),
    column('Teacher e-mail', one('staff')),
  ],
  Pupils: [
    column('UPN', TEXT, { names: 'pupil' }),
    column('Pupil ID', TEXT, { names: 'pupil' }),
    column('First name', TEXT, REQUIRED),
    column('Last name', TEXT, REQUIRED),
    column('Preferred name', TEXT),
    column('Date of birth', { is: 'date' }, REQUIRED),
    column('Sex', TEXT),
    column('Class', one('class'), REQUIRED),
    column('Year group', TEXT, { required: true, names: 'year group' }),
    column('Sibling of', one('pupil')),
    column('Connected staff', many('staff')),
    column('SEN', { is: 'choice', of: ['K', 'E'] }),
    column('Free school meals', YES_NO),
    column('Looked after', YES_NO),
    column('EAL', YES_NO),
    column('Contact 1 name', TEXT),
    column('Contact 1 relationship', TEXT),
    column('Contact 1 phone', TEXT),
    column('Contact 2 name', TEXT),
    column('Contact 2 relationship', TEXT),
    column('Contact 2 phone', TEXT),
    column('Contact 3 name', TEXT),
    column('Contact 3 relationship', TEXT),
    column('Contact 3 phone', TEXT),
  ],
  Categories: [
    column('Category', TEXT, { required: true, names: 'category' }),
    column('Parent', one('category')),
    column('Colour', { is: 'colour' }, REQUIRED),
    column('Restricted', YES_NO),
    column('Urgent', YES_NO),
    column('Body map', YES_NO),
    column('On record screen', YES_NO),
    column('Guidance', TEXT),
  ],
  'User groups': [
    column('User group', TEXT, { required: true, names: 'user group' }),
    column('Higher level', YES_NO),
    column('Unrestricted', YES_NO),
    column('Administration', { is: 'choices', of: administrationRights }),
  ],
  Permissions: [
    column('User group', one('user group'), REQUIRED),
    column('Category', one('category', true), REQUIRED),
    column('View pupils', YES_NO),
    column('View concerns', YES_NO),
    column('Add concerns', YES_NO),
  ],
  'Alert groups': [
    column('Alert group', TEXT, { required: true, names: 'alert group' }),
    column('Members', many('staff'), REQUIRED),
  ],
  'Automatic alerts': [
    column('Category', one('category'), REQUIRED),
    column('Alert groups', many('alert group')),
    column('Staff', many('staff')),
    column('Year groups', many('year group')),
    column('Classes', many('class')),
  ],
  'Class restrictions': [
    column('Type', { is: 'choice', of: ['Class', 'Year group'] }, REQUIRED),
    column('Class or year group', TEXT, REQUIRED),
    column('Allowed user groups', many('user group', true)),
    column('Allowed staff', many('staff')),
  ],
  Places: [column('Place', TEXT, REQUIRED)],
  Agencies: [column('Agency', TEXT, REQUIRED)],
} as const;

export type SheetName = keyof typeof COLUMNS;
export type ColumnName<S extends SheetName> = (typeof COLUMNS)[S][number]['name'];
export type SettingName = (typeof SETTINGS)[number]['name'];

/** The sheets in the order in which faults are reported. */
export const SHEET_NAMES = Object.keys(COLUMNS) as SheetName[];

/** Sheets that may be missing altogether. */
export const OPTIONAL_SHEETS: ReadonlySet<SheetName> = new Set<SheetName>(['Places', 'Agencies']);
