import { nameFaults, twiceFaults } from '../../protocol/words/import/names';
import type { FaultWords } from '../../protocol/words/import/wording';
import { COLUMNS, SHEET_NAMES } from './columns';
import type { Column, Noun, SettingName } from './columns';
import { readEmail } from './cell-values';
import type { Findings } from './findings';
import { Names } from './names';
import type { Row, Tables } from './tables';

/** A workbook on its way to a plan: its rows, every name that it defines, and what was found so far. */
export interface Reading {
  tables: Tables;
  settings: Row<SettingName>;
  names: Record<Noun, Names>;
  findings: Findings;
  /** yyyy-mm-dd: no pupil is born later. */
  today: string;
  /** The part behind the @ that most of the staff have; examples in messages use it. */
  mailDomain: string;
}

/**
 * Gathers every name before any reference is looked up, so that the order of sheets and rows is free.
 * A name that stands twice, or that would read as "all", is a fault.
 */
export function gatherNames(tables: Tables, findings: Findings): Record<Noun, Names> {
  const names: Record<Noun, Names> = {
    staff: new Names(),
    class: new Names(),
    'year group': new Names(),
    category: new Names(),
    'user group': new Names(),
    'alert group': new Names(),
    pupil: new Names(),
  };
  for (const sheet of SHEET_NAMES) {
    const columns: readonly Column[] = COLUMNS[sheet];
    const naming = columns.filter((column) => column.names !== undefined);
    for (const row of tables[sheet].rows as Row[]) gatherFromRow(row, naming, names, findings);
  }
  return names;
}

function gatherFromRow(row: Row, naming: Column[], names: Record<Noun, Names>, findings: Findings): void {
  for (const { name: column, names: noun } of naming) {
    const text = row.text(column);
    if (noun === undefined || text === '') continue;
    if (text === '*') findings.fault(row.at(column), nameFaults.meansAll);
    // An address that is none is reported as such, and nothing can refer to it.
    const name = noun === 'staff' ? readEmail(text) : text;
    const earlier = name === null ? null : names[noun].add(name, row.number);
    if (earlier === null || earlier === row.number || noun === 'year group') continue;
    findings.fault(row.at(column), twice(noun, column, text, earlier));
  }
}

function twice(noun: Noun, column: string, text: string, row: number): FaultWords {
  if (noun === 'staff') return twiceFaults.email(row);
  return noun === 'pupil' ? twiceFaults.number(column, row) : twiceFaults.name(noun, text, row);
}

/** The most frequent domain of the Staff sheet, for examples such as m.kunze@oakfield.example. */
export function usualMailDomain(tables: Tables): string {
  const counts = new Map<string, number>();
  for (const row of tables.Staff.rows) {
    const domain = readEmail(row.text('E-mail'))?.split('@')[1];
    if (domain !== undefined) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'school.example';
}
