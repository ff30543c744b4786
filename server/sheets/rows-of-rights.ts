import { rowTitles } from '../../protocol/words/import/titles';
import type { KnownSchool } from './known-school';
import { yesNo, type Field, type SheetRow } from './sheet-row';

/** The separator of keys that are made of two names; it stands in no name. */
const BESIDE = '\u001f';

/** User groups but the one that Heed keeps itself. */
export function userGroupRows({ groups, nameOf }: KnownSchool): SheetRow[] {
  return groups
    .filter(({ built_in }) => built_in === null)
    .map((row) => ({
      key: nameOf(row.id),
      title: nameOf(row.id),
      fields: {
        'Higher level': yesNo(row.higher_level),
        Unrestricted: yesNo(row.unrestricted),
        Administration: row.administration.split(',').filter(Boolean).sort(),
      },
    }));
}

/** The matrix, one row for each user group and category that has a say of its own. */
export function permissionRows({ permissions, nameOf }: KnownSchool): SheetRow[] {
  return permissions.map((row) =>
    permissionRow(nameOf(row.group_id), row.category_id === '*' ? '*' : nameOf(row.category_id), {
      'View pupils': yesNo(row.view_pupils),
      'View concerns': yesNo(row.view_concerns),
      'Add concerns': yesNo(row.add_concerns),
    }),
  );
}

/** @param category its name, or `*` */
export function permissionRow(
  group: string,
  category: string,
  rights: Readonly<Record<'View pupils' | 'View concerns' | 'Add concerns', string>>,
): SheetRow {
  return {
    key: `${group}${BESIDE}${category}`,
    title: rowTitles.permission(group, category),
    fields: { 'User group': group, Category: category, ...rights },
  };
}

/** Class restrictions of the types that are switched on; the lists of the others are kept and say nothing. */
export function restrictionRows({ restrictions, allows, restricted, nameOf }: KnownSchool): SheetRow[] {
  return restrictions
    .filter(({ kind }) => restricted.includes(kind))
    .map(({ kind, target_id, everyone }) => {
      const named = (who: string) =>
        allows
          .filter((one) => one.kind === kind && one.target_id === target_id && one.who === who)
          .map(({ who_id }) => nameOf(who_id));
      return restrictionRow(kind, nameOf(target_id), {
        Everyone: yesNo(everyone),
        'Allowed user groups': named('group'),
        'Allowed staff': named('staff'),
      });
    });
}

export function restrictionRow(
  kind: 'class' | 'year',
  name: string,
  allowed: Readonly<Record<'Everyone' | 'Allowed user groups' | 'Allowed staff', Field>>,
): SheetRow {
  return {
    key: `${kind}${BESIDE}${name}`,
    title: kind === 'class' ? rowTitles.classRestriction(name) : name,
    fields: { ...(kind === 'class' ? { Class: name } : { 'Year group': name }), ...allowed },
  };
}
