import { rowHeadings } from '../../protocol/changes/import';
import type { KnownSchool } from './known-school';
import { nameKey } from './name-key';
import { yesNo, type SheetRow } from './sheet-row';

/** Categories but those that went into another one. */
export function categoryRows({ categories, nameOf }: KnownSchool): SheetRow[] {
  return categories
    .filter(({ merged_into }) => merged_into === null)
    .map((row) => ({
      key: nameOf(row.id),
      title: nameOf(row.id),
      fields: {
        Parent: row.parent_id === null ? '' : nameOf(row.parent_id),
        Colour: row.colour,
        Restricted: yesNo(row.restricted),
        Urgent: yesNo(row.urgent),
        'Body map': yesNo(row.body_map),
        'On record screen': yesNo(row.on_record_screen),
        Guidance: row.words ?? '',
      },
    }));
}

export function alertGroupRows({ alertGroups, members, nameOf }: KnownSchool): SheetRow[] {
  return alertGroups.map(({ id, fallback }) => ({
    key: nameOf(id),
    title: nameOf(id),
    fields: { Members: (members.get(id) ?? []).map(nameOf), 'Fallback alert group': yesNo(fallback) },
  }));
}

/** What a rule says, in the words of the sheet. */
export interface RuleWords {
  readonly categories: readonly string[];
  readonly alertGroups: readonly string[];
  readonly staff: readonly string[];
  readonly yearGroups: readonly string[];
  readonly classes: readonly string[];
}

/** A rule has no name: it is known by everything that it says, whatever the order. */
export function ruleRow(rule: RuleWords, fields: SheetRow['fields'] = {}): SheetRow {
  const { categories, alertGroups, staff, yearGroups, classes } = rule;
  const said = [categories, alertGroups, staff, yearGroups, classes];
  const where = [...classes, ...yearGroups].map((place) => `, ${place}`).join('');
  return {
    key: JSON.stringify(said.map((names) => names.map(nameKey).sort())),
    title: `${categories.join(', ')}${where}: ${[...alertGroups, ...staff].join(', ')}`,
    fields: {
      Categories: [...categories],
      'Alert groups': [...alertGroups],
      Staff: [...staff],
      'Year groups': [...yearGroups],
      Classes: [...classes],
      ...fields,
    },
  };
}

/** Automatic alerts; whether a rule is switched on is said here and in no sheet. */
export function ruleRows({ rules, parts, nameOf }: KnownSchool): SheetRow[] {
  return rules.map(({ id, switched_off_at }) => {
    const named = (kind: string) =>
      (parts.get(id) ?? []).filter((part) => part.kind === kind).map(({ target_id }) => nameOf(target_id));
    const words = {
      categories: named('category'),
      alertGroups: named('group'),
      staff: named('staff'),
      yearGroups: named('year'),
      classes: named('class'),
    };
    return ruleRow(words, { [rowHeadings.switchedOn]: yesNo(switched_off_at === null) });
  });
}
