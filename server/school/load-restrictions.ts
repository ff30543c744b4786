import type { AllowList, ClassRestrictions } from '../access/concern';
import type { Reader } from '../storage/database';

/** The school's class restrictions, ready for decisions; a kind without a row is not switched on. */
export async function loadRestrictions(reader: Reader, schoolId: string): Promise<ClassRestrictions> {
  const [lists, allows] = await Promise.all([
    reader('class_restrictions').where({ school_id: schoolId }),
    reader('class_restriction_allows').where({ school_id: schoolId }),
  ]);
  const ofKind = (kind: 'class' | 'year'): Map<string, AllowList> | null => {
    const own = lists.filter((row) => row.kind === kind);
    if (own.length === 0) return null;
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
