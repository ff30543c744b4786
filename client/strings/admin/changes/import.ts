import type { ImportedRow, ImportSheet } from '../../../../protocol/changes/import';
import type { ChangeWords } from './say';

/** More are counted. */
const MOST_NAMED = 4;

/** Sheets of the set-up spreadsheet. */
export const importWords: ChangeWords<
  | 'import.groups'
  | 'import.staff'
  | 'import.pupils'
  | 'import.categories'
  | 'import.alerts'
  | 'import.settings'
> = {
  'import.groups': (change) => sheet(change),
  'import.staff': (change) => sheet(change),
  'import.pupils': (change) => sheet(change),
  'import.categories': (change) => sheet(change),
  'import.alerts': (change) => sheet(change),
  'import.settings': (change) => sheet(change),
};

const does: Readonly<Record<ImportedRow['what'], string>> = { add: 'new', change: 'changed', move: 'moved' };

/** "Import of “Staff”, new: Priya Nair, Sam Otto and 3 more". */
function sheet(change: { sheet: ImportSheet; rows: readonly ImportedRow[] }): string {
  const said = (['add', 'change', 'move'] as const).flatMap((what) => {
    const titles = change.rows.filter((row) => row.what === what).map(titleOf);
    const more = titles.length - MOST_NAMED;
    const named = titles.slice(0, MOST_NAMED).join(', ');
    if (titles.length === 0) return [];
    return [`${does[what]}: ${named}${more > 0 ? ` and ${String(more)} more` : ''}`];
  });
  return `Import of “${change.sheet}”, ${said.join('; ')}`;
}

/** "Teachers: Behaviour (View concerns: no → yes)", so that whoever confirms sees what it is about. */
function titleOf({ title, what, fields }: ImportedRow): string {
  if (what === 'add' || fields.length === 0 || fields.length > 3) return title;
  const said = fields.map(({ name, from, to }) =>
    Array.isArray(to) ? `${name}: adds ${to.join(', ')}` : `${name}: ${String(from)} → ${to}`,
  );
  return `${title} (${said.join('; ')})`;
}
