import type { ExportField, Matching } from '../../../protocol/changes/upload';
import { birthFaults, cellFaults } from '../../../protocol/words/import/cells';
import { exportFaults, neededFields, type NeededField } from '../../../protocol/words/import/export';
import { rowFaults } from '../../../protocol/words/import/rows';
import type { FaultWords } from '../../../protocol/words/import/wording';
import { readDate } from '../cell-values';
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

/** The longest text that Heed keeps of these (protocol/fields.ts, shortText). */
export const LONGEST = 80;

/** Columns without which nothing can be read; reported once, at the headings. */
export function checkMatching(
  { sheet, headings }: ExportSheet,
  matching: Matching,
  findings: Findings,
): void {
  const head = { sheet, cell: 'A1' };
  for (const field of neededFields)
    if (matching[field] === undefined) findings.fault(head, exportFaults.notMatched(field));
  if (matching.upn === undefined && matching.pupilRef === undefined)
    findings.fault(head, exportFaults.numberNotMatched);
  const unknown = Object.values(matching).filter(
    (heading) => heading !== undefined && !headings.has(heading),
  );
  for (const heading of unknown) findings.fault(head, exportFaults.noColumn(heading ?? ''));
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
      this.#fault(this.#matching.upn === undefined ? 'pupilRef' : 'upn', rowFaults.noPupilNumber);
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

  #fault(field: ExportField, words: FaultWords): void {
    const letters = this.#sheet.headings.get(this.#matching[field] ?? '') ?? 'A';
    const cell = `${letters}${String(this.#row.number)}`;
    this.#findings.fault({ sheet: this.#sheet.sheet, cell }, words);
  }

  #text(field: ExportField): string | null {
    const letters = this.#sheet.headings.get(this.#matching[field] ?? '');
    const text = letters === undefined ? undefined : this.#row.cells.get(letters);
    if (text === undefined) return null;
    if (text.length <= LONGEST) return text;
    this.#fault(field, cellFaults.tooLong(text, LONGEST));
    return null;
  }

  #needed(field: NeededField): string {
    const text = this.#text(field);
    if (text === null && this.#matching[field] !== undefined) this.#fault(field, exportFaults.empty(field));
    return text ?? '';
  }

  #birth(): string {
    const text = this.#needed('dateOfBirth');
    if (text === '') return '';
    const day = readDate(text) ?? readIsoDay(text);
    if (day !== null && day <= this.#today) return day;
    this.#fault('dateOfBirth', day === null ? birthFaults.notADate(text) : birthFaults.inFuture(text));
    return '';
  }

  #place(places: Places): { classId: string; yearGroupId: string } {
    const text = this.#needed('class');
    const own = places.classOf.get(nameKey(text));
    if (text !== '' && !own) this.#fault('class', exportFaults.noClass(text, places.classes.suggest(text)));
    const year = this.#text('yearGroup');
    const yearGroupId = year === null ? (own?.yearGroupId ?? '') : places.yearOf(year);
    if (year !== null && yearGroupId === null) this.#fault('yearGroup', exportFaults.noYear(year));
    return { classId: own?.id ?? '', yearGroupId: yearGroupId ?? '' };
  }
}

/** yyyy-mm-dd with or without a time behind it, as some systems export it. */
function readIsoDay(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  return match ? readDate(`${match[3] ?? ''}/${match[2] ?? ''}/${match[1] ?? ''}`) : null;
}
