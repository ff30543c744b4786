import { cellFaults, emailFaults, siteFaults } from '../../protocol/words/import/cells';
import { nameFaults } from '../../protocol/words/import/names';
import { missingFaults } from '../../protocol/words/import/sheets';
import type { FaultWords } from '../../protocol/words/import/wording';
import { readColour, readDate, readEmail, readList, readTermDates, readTime } from './cell-values';
import { readTimeZone, readYesNo } from './cell-values';
import { isReservedSite, readSite } from '../school/site-names';
import { COLUMNS, SETTINGS, SHEET_NAMES } from './columns';
import type { Column, Kind, Noun, SheetName } from './columns';
import { nameKey } from '../sheets/name-key';
import type { Reading } from './reading';
import type { Row } from './tables';

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
    reading.findings.fault(row.at(column.name), cellFaults.empty(column.name));
    return;
  }
  for (const complaint of complaints(reading, column.kind, text)) {
    reading.findings.fault(row.at(column.name), complaint);
  }
}

function checkSetting(reading: Reading, setting: Column): void {
  const row: Row = reading.settings;
  if (row.has(setting.name)) {
    checkCell(reading, row, setting);
  } else if (setting.required && reading.tables.School.headings.has('Setting')) {
    reading.findings.fault(row.at(setting.name), missingFaults.setting(setting.name));
  }
}

function complaints(reading: Reading, kind: Kind, text: string): FaultWords[] {
  switch (kind.is) {
    case 'choice':
    case 'choices': {
      const items = kind.is === 'choice' ? [text] : readList(text);
      const strange = items.filter((item) => !kind.of.some((choice) => nameKey(choice) === nameKey(item)));
      return strange.map((item) => cellFaults.notAChoice(item, kind.of));
    }
    case 'one':
      return kind.star && text === '*' ? [] : referenceComplaints(reading, kind.to, [text]);
    case 'many': {
      const items = itemsOf(reading, kind.to, text).filter((item) => !(kind.star && item === '*'));
      if (items.length === 0 && text !== '*') return [cellFaults.namesNobody(text)];
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

function plainComplaint(reading: Reading, is: Kind['is'], text: string): FaultWords | null {
  switch (is) {
    case 'yes or no':
      return readYesNo(text) === null ? cellFaults.notYesOrNo(text) : null;
    case 'e-mail':
      return emailComplaint(reading, text);
    case 'date':
      return readDate(text) === null ? cellFaults.notADate(text) : null;
    case 'time':
      return readTime(text) === null ? cellFaults.notATime(text) : null;
    case 'colour':
      return readColour(text) === null ? cellFaults.notAColour(text, readColour(`#${text}`)) : null;
    case 'site':
      return siteFault(text);
    case 'time zone':
      return readTimeZone(text) === null ? cellFaults.noTimeZone(text) : null;
    case 'term dates':
      return readTermDates(text) === null ? cellFaults.notTerms(text) : null;
    default:
      return null;
  }
}

/**
 * What is wrong with a site's name, and how to mend it; null when nothing is. authenticator.<host> is Heed
 * Authenticator's address (architecture.md, Ports and settings).
 */
export function siteFault(text: string): FaultWords | null {
  if (text === 'authenticator') return siteFaults.heeds(text);
  if (isReservedSite(text)) return siteFaults.reserved(text);
  if (readSite(text) !== null) return null;
  const near = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return siteFaults.notInAddress(text, readSite(near) ?? 'oakfield');
}

function emailComplaint(reading: Reading, text: string): FaultWords | null {
  if (readEmail(text) !== null) return null;
  const local = (text.split('@')[0] ?? '').toLowerCase().replace(/[^a-z0-9._-]/g, '');
  const example = readEmail(`${local}@${reading.mailDomain}`) ?? `name@${reading.mailDomain}`;
  const several = /[;\s]/.test(text) && text.includes('@');
  return several ? emailFaults.notOneAddress(text) : emailFaults.notAnAddress(text, example);
}

/** Complains about each item that names nothing. Only e-mail addresses can name staff. */
export function referenceComplaints(reading: Reading, to: Noun, items: readonly string[]): FaultWords[] {
  const names = reading.names[to];
  return items
    .filter((item) => names.find(item) === undefined)
    .map((item) => {
      const malformed = to === 'staff' ? emailComplaint(reading, item) : null;
      return malformed ?? missing(to, item, names.suggest(item));
    });
}

const HOME: Record<Exclude<Noun, 'staff' | 'pupil'>, SheetName> = {
  class: 'Classes',
  'year group': 'Classes',
  category: 'Categories',
  'user group': 'User groups',
  'alert group': 'Alert groups',
};

function missing(to: Noun, item: string, near: string | undefined): FaultWords {
  if (to === 'staff') return nameFaults.notOnStaff(item, near);
  if (to === 'pupil') return nameFaults.noSibling(item, near);
  return nameFaults.notThere(to, HOME[to], item, near);
}
