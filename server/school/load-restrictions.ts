import type { AllowList, ClassRestrictions } from '../access/concern';
import type { Reader } from '../storage/database';

/** The school's class restrictions, ready for decisions; a kind without a row is not switched on. */
export async function loadRestrictions(reader: Reader, schoolId: string): Promise<ClassRestrictions> {
  const [lists, allows] = await Promise.all([
    reader('class_restrictions').where({ school_id: schoolId }) as Promise<
      { kind: string; target_id: string; everyone: number }[]
    >,
    reader('class_restriction_allows').where({ school_id: schoolId }) as Promise<
      { kind: string; target_id: string; who: string; who_id: string }[]
    >,
  ]);
  const ofKind = (kind: string): Map<string, AllowList> | null => {
    const own = lists.filter((row) => row.kind === kind);
    if (own.length === 0) return null;
    const who = (target: string, what: string) =>
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
