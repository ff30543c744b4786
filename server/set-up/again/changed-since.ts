import type { ChangedHere } from '../../../protocol/import-again';
import type { LastImport } from '../../sheets/last-import';
import { nameKey } from '../../sheets/name-key';
import { byKey, listOf, notIn, sameText, textOf, type Field, type SheetRow } from '../../sheets/sheet-row';

/** What somebody changed here after a sheet was last imported: an import of it may undo that. */
export function changedSince(last: LastImport | undefined, here: readonly SheetRow[]): ChangedHere | null {
  if (!last) return null;
  const [then, now] = [byKey(last.rows), byKey(here)];
  const added = here.filter(({ key }) => !then.has(nameKey(key)));
  const gone = last.rows.filter(({ key }) => !now.has(nameKey(key)));
  const changed = here.flatMap((row) => {
    const before = then.get(nameKey(row.key));
    const fields = before ? changedFields(before, row) : [];
    return fields.length === 0 ? [] : [{ title: row.title, what: 'change' as const, fields }];
  });
  return {
    at: last.at,
    rows: [
      ...added.map(({ title }) => ({ title, what: 'add' as const, fields: [] })),
      ...changed,
      ...gone.map(({ title }) => ({ title, what: 'gone' as const, fields: [] })),
    ],
  };
}

function changedFields(before: SheetRow, now: SheetRow): { name: string; from: Field; to: Field }[] {
  return Object.entries(now.fields).flatMap(([name, to]) => {
    const from = before.fields[name] ?? (Array.isArray(to) ? [] : '');
    return sameField(name, from, to) ? [] : [{ name, from, to }];
  });
}

function sameField(name: string, one: Field, other: Field): boolean {
  const lists = [listOf(one), listOf(other)] as const;
  return (
    sameText(name, textOf(one), textOf(other)) &&
    notIn(lists[0], lists[1]).length + notIn(lists[1], lists[0]).length === 0
  );
}
