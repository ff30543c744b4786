import { readColour, readDate, readEmail, readList, readTermDates, readTime } from './cell-values';
import { readTimeZone, readYesNo } from './cell-values';
import { isReservedSite, readSite } from '../school/site-names';
import { COLUMNS, SETTINGS, SHEET_NAMES } from './columns';
import type { Column, Kind, Noun } from './columns';
import { quote } from './faults';
import { nameKey } from '../sheets/name-key';
import type { Reading } from './reading';
import type { Row } from './tables';

/** What is wrong with one text, and how to mend it. */
export type Complaint = readonly [wrong: string, mend: string];

/** Checks every cell on its own: required ones are filled, each fits its kind, each reference leads somewhere. */
export function checkCells(reading: Reading): void {
  const columnsOfSchool: readonly Column[] = SETTINGS;
  for (const setting of columnsOfSchool) checkSetting(reading, setting);
  for (const sheet of SHEET_NAMES) {
    if (sheet === 'School') continue;
    const columns: readonly Column[] = COLUMNS[sheet];
    for (const row of reading.tables[sheet].rows as Row[]) {
      for (const column of columns) checkCell(reading, row, column);
    }
  }
}

/** A column that is missing as a whole was reported once, with the headings. */
function checkCell(reading: Reading, row: Row, column: Column): void {
  const text = row.text(column.name);
  if (text === '') {
    if (!column.required || !row.has(column.name)) return;
    reading.findings.fault(row.at(column.name), `${quote(column.name)} is empty`, 'Fill this cell');
    return;
  }
  for (const complaint of complaints(reading, column.kind, text)) {
    reading.findings.fault(row.at(column.name), ...complaint);
  }
}

function checkSetting(reading: Reading, setting: Column): void {
  const row: Row = reading.settings;
  if (row.has(setting.name)) {
    checkCell(reading, row, setting);
  } else if (setting.required && reading.tables.School.headings.has('Setting')) {
    const wrong = `The setting ${quote(setting.name)} is missing`;
    reading.findings.fault(row.at(setting.name), wrong, 'Add a row with this setting and its value');
  }
}

function complaints(reading: Reading, kind: Kind, text: string): Complaint[] {
  switch (kind.is) {
    case 'choice':
    case 'choices': {
      const items = kind.is === 'choice' ? [text] : readList(text);
      const strange = items.filter((item) => !kind.of.some((choice) => nameKey(choice) === nameKey(item)));
      return strange.map((item) => [
        `${quote(item)} is not known here`,
        `Write ${kind.of.join(', ')}, or leave it out`,
      ]);
    }
    case 'one':
      return kind.star && text === '*' ? [] : referenceComplaints(reading, kind.to, [text]);
    case 'many': {
      const items = itemsOf(reading, kind.to, text).filter((item) => !(kind.star && item === '*'));
      if (items.length === 0 && text !== '*')
        return [[`${quote(text)} names nobody`, 'Write names, or leave it empty']];
      return referenceComplaints(reading, kind.to, items);
    }
    default: {
      const complaint = plainComplaint(reading, kind.is, text);
      return complaint ? [complaint] : [];
    }
  }
}

/** The parts of a comma-separated cell; a single name that itself holds a comma stays whole. */
export function itemsOf(reading: Reading, noun: Noun, text: string): string[] {
  return reading.names[noun].find(text) === undefined ? readList(text) : [text];
}

function plainComplaint(reading: Reading, is: Kind['is'], text: string): Complaint | null {
  switch (is) {
    case 'yes or no':
      return readYesNo(text) === null ? [`${quote(text)} is neither yes nor no`, 'Write yes or no'] : null;
    case 'e-mail':
      return emailComplaint(reading, text);
    case 'date':
      return readDate(text) === null ? [`${quote(text)} is not a date`, DATE_EXAMPLE] : null;
    case 'time':
      return readTime(text) === null
        ? [`${quote(text)} is not a time of day`, 'Write hours and minutes, for example 08:30']
        : null;
    case 'colour':
      return readColour(text) === null ? [`${quote(text)} is not a colour`, colourMend(text)] : null;
    case 'site':
      return siteFault(text);
    case 'time zone':
      return readTimeZone(text) === null
        ? [`No time zone ${quote(text)}`, 'Write for example Europe/London']
        : null;
    case 'term dates':
      return readTermDates(text) === null ? [`${quote(text)} is not a list of terms`, TERM_EXAMPLE] : null;
    default:
      return null;
  }
}

/** How to write a date; the picture set-up-import-desktop says the same. */
export const DATE_EXAMPLE = 'Write dd/mm/yyyy, for example 14/03/2018';
const TERM_EXAMPLE = 'Write first and last days, for example 02/09/2026-23/10/2026, 02/11/2026-18/12/2026';

function colourMend(text: string): string {
  const bare = readColour(`#${text}`);
  return bare ? `Write ${quote(bare)}` : 'Write # and six of 0–9 and A–F, for example #B3261E';
}

/**
 * What is wrong with a site's name, and how to mend it; null when nothing is. authenticator.<host> is Heed
 * Authenticator's address (architecture.md, Ports and settings).
 */
export function siteFault(text: string): Complaint | null {
  if (text === 'authenticator') return [`${quote(text)} is taken by Heed itself`, 'Write another name'];
  if (isReservedSite(text))
    return [`${quote(text)} means something else in an address`, 'Write another name'];
  if (readSite(text) !== null) return null;
  const near = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return [
    `${quote(text)} cannot stand in an address`,
    `Write only a–z, 0–9 and hyphens, for example ${readSite(near) ?? 'oakfield'}`,
  ];
}

function emailComplaint(reading: Reading, text: string): Complaint | null {
  if (readEmail(text) !== null) return null;
  const local = (text.split('@')[0] ?? '').toLowerCase().replace(/[^a-z0-9._-]/g, '');
  const example = readEmail(`${local}@${reading.mailDomain}`) ?? `name@${reading.mailDomain}`;
  const separated = /[;\s]/.test(text) && text.includes('@');
  return [
    `${quote(text)} is not an e-mail address`,
    separated ? 'Put commas between addresses, and no other sign' : `Write all of it, for example ${example}`,
  ];
}

/** Complains about each item that names nothing. Only e-mail addresses can name staff. */
export function referenceComplaints(reading: Reading, to: Noun, items: readonly string[]): Complaint[] {
  const names = reading.names[to];
  return items
    .filter((item) => names.find(item) === undefined)
    .map((item) => {
      const malformed = to === 'staff' ? emailComplaint(reading, item) : null;
      return malformed ?? missing(to, item, names.suggest(item));
    });
}

const HOME: Record<Exclude<Noun, 'staff' | 'pupil'>, string> = {
  class: 'Classes',
  'year group': 'Classes',
  category: 'Categories',
  'user group': 'User groups',
  'alert group': 'Alert groups',
};

function missing(to: Noun, item: string, near: string | undefined): Complaint {
  if (to === 'staff') {
    const mend = near
      ? `Write ${quote(near)}, or add this person to Staff`
      : 'Add this person to Staff, or write somebody who is there';
    return [`${quote(item)} is not a row of Staff`, mend];
  }
  if (to === 'pupil') {
    const mend = near
      ? `Write ${quote(near)}, or leave it empty`
      : 'Write the UPN of the brother or sister, or leave it empty';
    return [`Sibling of ${quote(item)}: no pupil has this UPN`, mend];
  }
  const mend = near
    ? `Write ${quote(near)}, or add it to ${HOME[to]}`
    : `Add it to ${HOME[to]}, or write one that is there`;
  return [`No ${to} ${quote(item)}`, mend];
}
