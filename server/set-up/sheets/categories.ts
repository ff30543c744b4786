import { nameFaults } from '../../../protocol/words/import/names';
import { readColour } from '../cell-values';
import type { Reading } from '../reading';
import { given, one, yes } from '../row-values';
import type { PlannedCategory } from '../school-plan';

/** The sheet Categories: a tree, so nothing may stand below itself. */
export function planCategories(reading: Reading): PlannedCategory[] {
  const categories = reading.tables.Categories.rows.map((row) => ({
    name: row.text('Category'),
    ...given({ parent: one(reading, row, 'Parent', 'category'), guidance: row.text('Guidance') }),
    colour: readColour(row.text('Colour')) ?? '',
    restricted: yes(row, 'Restricted'),
    urgent: yes(row, 'Urgent'),
    bodyMap: yes(row, 'Body map'),
    onRecordScreen: yes(row, 'On record screen'),
  }));
  checkLoops(reading, new Map(categories.map(({ name, parent }) => [name, parent])));
  return categories;
}

/** Reports every category of a loop, since any of them may be the one with the wrong parent. */
function checkLoops(
  { tables, names, findings }: Reading,
  parents: ReadonlyMap<string, string | undefined>,
): void {
  const looped = loopedNames(parents);
  for (const row of tables.Categories.rows) {
    const name = names.category.find(row.text('Category')) ?? '';
    if (looped.has(name)) findings.fault(row.at('Parent'), nameFaults.belowItself(name));
  }
}

/** Walks up from every name once; a walk that meets its own steps has found a loop. */
function loopedNames(parents: ReadonlyMap<string, string | undefined>): Set<string> {
  const looped = new Set<string>();
  const settled = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let name: string | undefined = start;
    while (name !== undefined && !settled.has(name) && !onPath.has(name)) {
      path.push(name);
      onPath.add(name);
      name = parents.get(name);
    }
    if (name !== undefined && onPath.has(name)) {
      for (const member of path.slice(path.indexOf(name))) looped.add(member);
    }
    for (const step of path) settled.add(step);
  }
  return looped;
}
