import { rowFaults, type Power } from '../../../protocol/words/import/rows';
import { readList } from '../cell-values';
import { administrationRights } from '../../../protocol/administration';
import type { GroupRights } from '../group-rights';
import type { Reading } from '../reading';
import { choose, yes } from '../row-values';
import type { PlannedUserGroup } from '../school-plan';

/** The sheet User groups. */
export function planUserGroups({ tables }: Reading): PlannedUserGroup[] {
  return tables['User groups'].rows.map((row) => {
    const rights = readList(row.text('Administration')).map((item) => choose(item, administrationRights));
    return {
      name: row.text('User group'),
      higherLevel: yes(row, 'Higher level'),
      unrestricted: yes(row, 'Unrestricted'),
      administration: [...new Set(rights.filter((right) => right !== undefined))],
    };
  });
}

/**
 * Only a group without any View right and without administration may be not higher-level: its rights would
 * need no second factor (access.md, Actors).
 */
export function checkHigherLevel({ tables, findings }: Reading, rights: GroupRights): void {
  for (const row of tables['User groups'].rows) {
    const name = row.text('User group');
    if (yes(row, 'Higher level')) continue;
    const powers: Power[] = [
      ...(rights.canView(name) ? (['view'] as const) : []),
      ...(readList(row.text('Administration')).length > 0 ? (['administration'] as const) : []),
    ];
    if (powers.length === 0) continue;
    const at = row.at(row.has('Higher level') ? 'Higher level' : 'User group');
    findings.fault(at, rowFaults.notHigherLevel(name, powers));
  }
}
