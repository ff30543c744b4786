import type { AdministeredAlertGroup } from '../../../../protocol/alert-groups';
import type { ChangeTray } from '../change-tray';

/** One alert group as it would be after saving. */
export interface GroupLine {
  /** Its id, or the key of a group that is not saved yet. */
  readonly key: string;
  readonly saved: AdministeredAlertGroup | null;
  readonly name: string;
  readonly members: readonly string[];
  /** Members who have not left. */
  readonly present: number;
  readonly fallback: boolean;
  readonly unsaved: boolean;
  readonly goes: boolean;
}

/** Where in the tray each part of a group's changes stands. */
export const keysOf = (key: string) => ({
  name: `${key} name`,
  members: `${key} members`,
  fallback: `${key} fallback`,
  remove: `${key} remove`,
});

/** Every group with what is not saved yet, those that were added here last. */
export function groupLines(groups: readonly AdministeredAlertGroup[], tray: ChangeTray): GroupLine[] {
  const added = tray.all.flatMap(([key, change]): GroupLine[] => {
    if (change.kind !== 'alert-group.add') return [];
    const { name, members } = change;
    const facts = { fallback: false, unsaved: true, goes: false };
    return [{ key, saved: null, name, members, present: members.length, ...facts }];
  });
  return [...groups.map((group) => lineOf(group, tray)), ...added];
}

function lineOf(group: AdministeredAlertGroup, tray: ChangeTray): GroupLine {
  const keys = keysOf(group.id);
  const [name, members, fallback] = [keys.name, keys.members, keys.fallback].map((key) => tray.find(key));
  const left = new Set(group.members.filter((one) => one.left).map(({ id }) => id));
  const ids = members?.kind === 'alert-group.members' ? members.members : group.members.map(({ id }) => id);
  return {
    key: group.id,
    saved: group,
    name: name?.kind === 'alert-group.rename' ? name.name : group.name,
    members: ids,
    present: ids.filter((id) => !left.has(id)).length,
    fallback: fallback?.kind === 'alert-group.fallback' ? fallback.fallback : group.fallback,
    unsaved: Object.values(keys).some((key) => tray.find(key) !== undefined),
    goes: tray.find(keys.remove) !== undefined,
  };
}
