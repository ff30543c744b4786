import type { ExportField, Matching } from '../../../protocol/changes/upload';
import { readDate } from '../cell-values';
import { quote } from '../faults';
import type { Findings } from '../findings';
import { nameKey } from '../../sheets/name-key';
import { Names } from '../names';
import type { KnownRoll } from './load-roll';
import type { ExportRow, ExportSheet } from './read-export';

/** One pupil of an export, each field that is matched as text; null: the export does not say. */
export interface ReadPupil {
  readonly row: number;
  readonly upn: string | null;
  readonly pupilRef: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  /** yyyy-mm-dd */
  readonly dateOfBirth: string;
  readonly sex: string | null;
  readonly classId: string;
  readonly yearGroupId: string;
}

/** What has to stand in every row. */
const NEEDED = {
  firstName: 'first name',
  lastName: 'last name',
  dateOfBirth: 'date of birth',
  class: 'class',
};
/** The longest text that Heed keeps of these (protocol/fields.ts, shortText). */
export const LONGEST = 80;
const WHERE = 'Choose the column that holds it';

/** Columns without which nothing can be read; reported once, at the headings. */
export function checkMatching(
  { sheet, headings }: ExportSheet,
  matching: Matching,
  findings: Findings,
): void {
  const head = { sheet, cell: 'A1' };
  for (const [field, word] of Object.entries(NEEDED)) {
    const heading = matching[field as ExportField];
    if (heading === undefined) findings.fault(head, `No column is matched with ${word}`, WHERE);
  }
  if (matching.upn === undefined && matching.pupilRef === undefined)
    findings.fault(head, 'No column is matched with UPN or Pupil ID', `${WHERE}: pupils are known by it`);
  const unknown = Object.values(matching).filter(
    (heading) => heading !== undefined && !headings.has(heading),
  );
  for (const heading of unknown)
    findings.fault(head, `There is no column ${quote(heading ?? '')}`, 'Choose another one');
}

/** Reads the rows; what is wrong with them goes to `findings`, by row and column. @param today yyyy-mm-dd */
export function readRows(
  sheet: ExportSheet,
  matching: Matching,
  roll: KnownRoll,
  given: { findings: Findings; today: string },
): ReadPupil[] {
  const places = placesOf(roll);
  return sheet.rows.map((row) => new RowReader(sheet, matching, row, given).read(places));
}

interface Places {
  readonly classes: Names;
  readonly classOf: ReadonlyMap<string, KnownRoll['classes'][number]>;
  readonly yearOf: (text: string) => string | null;
}

/** Classes and year groups by what an export may call them. */
export function placesOf({ classes, years }: Pick<KnownRoll, 'classes' | 'years'>): Places {
  const names = new Names();
  classes.forEach(({ name }, at) => names.add(name, at));
  const byName = new Map(years.map(({ id, name }) => [nameKey(name), id]));
  return {
    classes: names,
    classOf: new Map(classes.map((one) => [nameKey(one.name), one])),
    yearOf: (text) =>
      byName.get(nameKey(text)) ?? byName.get(`year ${nameKey(text)}`) ?? reception(text, byName),
  };
}

/** School systems write R for Reception. */
function reception(text: string, years: ReadonlyMap<string, string>): string | null {
  return /^r$/i.test(text) ? (years.get('reception') ?? null) : null;
}

class RowReader {
  readonly #sheet: ExportSheet;
  readonly #matching: Matching;
  readonly #row: ExportRow;
  readonly #findings: Findings;
  readonly #today: string;

  constructor(
    sheet: ExportSheet,
    matching: Matching,
    row: ExportRow,
    { findings, today }: { findings: Findings; today: string },
  ) {
    this.#sheet = sheet;
    this.#matching = matching;
    this.#row = row;
    this.#findings = findings;
    this.#today = today;
  }

  read(places: Places): ReadPupil {
    const [upn, pupilRef] = [this.#text('upn'), this.#text('pupilRef')];
    if (upn === null && pupilRef === null)
      this.#fault(
        this.#matching.upn === undefined ? 'pupilRef' : 'upn',
        'This pupil has neither a UPN nor a Pupil ID',
        'Write one of them',
      );
    return {
      row: this.#row.number,
      upn,
      pupilRef,
      firstName: this.#needed('firstName'),
      lastName: this.#needed('lastName'),
      preferredName: this.#text('preferredName'),
      dateOfBirth: this.#birth(),
      sex: this.#text('sex'),
      ...this.#place(places),
    };
  }

  #fault(field: ExportField, wrong: string, mend: string): void {
    const letters = this.#sheet.headings.get(this.#matching[field] ?? '') ?? 'A';
    const cell = `${letters}${String(this.#row.number)}`;
    this.#findings.fault({ sheet: this.#sheet.sheet, cell }, wrong, mend);
  }

  #text(field: ExportField): string | null {
    const letters = this.#sheet.headings.get(this.#matching[field] ?? '');
    const text = letters === undefined ? undefined : this.#row.cells.get(letters);
    if (text === undefined) return null;
    if (text.length <= LONGEST) return text;
    this.#fault(field, `${quote(text)} is longer than ${String(LONGEST)} characters`, 'Shorten it');
    return null;
  }

  #needed(field: keyof typeof NEEDED): string {
    const text = this.#text(field);
    if (text === null && this.#matching[field] !== undefined)
      this.#fault(field, `The ${NEEDED[field]} is empty`, 'Fill this cell');
    return text ?? '';
  }

  #birth(): string {
    const text = this.#needed('dateOfBirth');
    if (text === '') return '';
    const day = readDate(text) ?? readIsoDay(text);
    if (day !== null && day <= this.#today) return day;
    const wrong = day === null ? 'is not a date' : 'is in the future';
    this.#fault(
      'dateOfBirth',
      `Date of birth ${quote(text)} ${wrong}`,
      'Write dd/mm/yyyy, for example 14/03/2018',
    );
    return '';
  }

  #place(places: Places): { classId: string; yearGroupId: string } {
    const text = this.#needed('class');
    const own = places.classOf.get(nameKey(text));
    if (text !== '' && !own) {
      const near = places.classes.suggest(text);
      const mend = near
        ? `Write ${quote(near)}, or add it under Classes`
        : 'Add it under Classes, or open it there again';
      this.#fault('class', `No class ${quote(text)}`, mend);
    }
    const year = this.#text('yearGroup');
    const yearGroupId = year === null ? (own?.yearGroupId ?? '') : places.yearOf(year);
    if (year !== null && yearGroupId === null)
      this.#fault('yearGroup', `No year group ${quote(year)}`, 'Write one that stands under Classes');
    return { classId: own?.id ?? '', yearGroupId: yearGroupId ?? '' };
  }
}

/** yyyy-mm-dd with or without a time behind it, as some systems export it. */
function readIsoDay(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  return match ? readDate(`${match[3] ?? ''}/${match[2] ?? ''}/${match[1] ?? ''}`) : null;
}
