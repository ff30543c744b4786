import type { AllowList, ClassRestrictions } from '../access/concern';
import type { Reader } from '../storage/database';

/** The school's class restrictions, ready for decisions. */
export async function loadRestrictions(reader: Reader, schoolId: string): Promise<ClassRestrictions> {
  const types = await reader('restriction_types')
    .where({ school_id: schoolId, switched_on: 1 })
    .pluck('kind');
  const lists = await reader('class_restrictions').where({ school_id: schoolId });
  const allows = await reader('class_restriction_allows').where({ school_id: schoolId });
  const ofKind = (kind: 'class' | 'year'): Map<string, AllowList> | null => {
    if (!types.includes(kind)) return null;
    const own = lists.filter((row) => row.kind === kind);
    const who = (target: string, what: 'group' | 'staff') =>
      new Set(
        allows
          .filter((row) => row.kind === kind && row.target_id === target && row.who === what)
          .map((row) => row.who_id),
      );
    return new Map(
      own.map(({ target_id: target, everyone }) => [
        target,
        { everyone: everyone === 1, groups: who(target, 'group'), staff: who(target, 'staff') },
      ]),
    );
  };
  return { classes: ofKind('class'), years: ofKind('year') };
}
