import type { ChangeOf } from '../../protocol/changes/change';
import { rowTitles } from '../../protocol/words/import/titles';
import type { KnownSchool } from './known-school';
import type { RowRead } from './row-read';
import type { SheetRow } from './sheet-row';

/** Places or agencies: a name is all there is. */
export function nameRows(names: readonly string[]): SheetRow[] {
  return names.map((name) => ({ key: name, title: name, fields: {} }));
}

/** What the sheet School says of the school itself, by heading; the duty list stands in a row of its own. */
export type SchoolFacts = ChangeOf<'school.details'>['set'];
type TextFact = Exclude<keyof SchoolFacts, 'termDates'>;
const HEADINGS: Readonly<Record<TextFact, string>> = {
  name: 'School name',
  dfeNumber: 'DfE number',
  mainContactName: 'Main contact name',
  mainContactEmail: 'Main contact e-mail',
  chairName: 'Chair name',
  chairPhone: 'Chair phone',
  childrensServicesPhone: "Children's services phone",
  childrensServicesOutOfHours: "Children's services phone out of hours",
  supportEmail: 'Support e-mail',
  supportPhone: 'Support phone',
  timeZone: 'Time zone',
  dayStarts: 'School day starts',
  dayEnds: 'School day ends',
};
const TERMS = 'Term dates';
const TEXTS = Object.entries(HEADINGS) as [TextFact, string][];

/** One row of words out of what a school says of itself. */
export function schoolRow(facts: {
  readonly [Fact in keyof SchoolFacts]: SchoolFacts[Fact] | null;
}): SheetRow {
  const texts = TEXTS.map(([fact, heading]) => [heading, facts[fact] ?? '']);
  const terms = (facts.termDates ?? []).map(({ from, to }) => `${day(from)}-${day(to)}`).join(', ');
  return {
    key: 'school',
    title: rowTitles.school,
    fields: { ...(Object.fromEntries(texts) as Record<string, string>), [TERMS]: terms },
  };
}

/** Takes apart again what of such a row is said anew. */
export function schoolFacts(row: RowRead): SchoolFacts {
  const said = TEXTS.filter(([, heading]) => row.changes(heading));
  const terms = row.text(TERMS).split(', ').filter(Boolean);
  return {
    ...(Object.fromEntries(said.map(([fact, heading]) => [fact, row.text(heading)])) as SchoolFacts),
    ...(row.changes(TERMS) && { termDates: terms.map(termOf) }),
  };
}

/** dd/mm/yyyy as the spreadsheet writes a day, and back. */
const day = (iso: string) => iso.split('-').reverse().join('/');
const iso = (text: string) => text.split('/').reverse().join('-');

function termOf(text: string): { from: string; to: string } {
  const [from, to] = text.split('-');
  return { from: iso(from ?? ''), to: iso(to ?? '') };
}

export function schoolRows({ school }: KnownSchool): SheetRow[] {
  const { details, name, timeZone } = school;
  const { mainContact, chair, ...facts } = details;
  return [
    schoolRow({
      ...facts,
      name,
      timeZone,
      termDates: [...facts.termDates],
      mainContactName: mainContact.name,
      mainContactEmail: mainContact.email,
      chairName: chair?.name ?? null,
      chairPhone: chair?.phone ?? null,
    }),
  ];
}
