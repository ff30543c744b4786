import type { Change, ChangeOf } from '../../../../protocol/changes/change';
import type { Named } from '../../../../protocol/fields';
import type { ChangeTray } from '../change-tray';

export type ListKind = 'place' | 'agency';

/** What stands in a list and what is to become of it. */
export interface Line {
  readonly key: string;
  /** null: it is not saved yet */
  readonly saved: Named | null;
  readonly name: string;
  readonly unsaved: 'added' | 'renamed' | 'removed' | null;
}

/** The changes of a place or an agency, which differ by their words only (protocol/changes/places.ts). */
export const changesOf: Readonly<
  Record<
    ListKind,
    {
      readonly add: (name: string) => Change;
      readonly rename: (id: string, name: string) => Change;
      readonly remove: (id: string) => Change;
    }
  >
> = {
  place: {
    add: (name) => ({ kind: 'place.add', name }),
    rename: (placeId, name) => ({ kind: 'place.rename', placeId, name }),
    remove: (placeId) => ({ kind: 'place.remove', placeId }),
  },
  agency: {
    add: (name) => ({ kind: 'agency.add', name }),
    rename: (agencyId, name) => ({ kind: 'agency.rename', agencyId, name }),
    remove: (agencyId) => ({ kind: 'agency.remove', agencyId }),
  },
};

/** The lines of one list: what is saved with what becomes of it, then what was added here. */
export function linesOf(kind: ListKind, saved: readonly Named[], tray: ChangeTray): Line[] {
  const added = tray.all.flatMap(([key, change]): Line[] =>
    change.kind === `${kind}.add` ? [{ key, saved: null, name: nameIn(change), unsaved: 'added' }] : [],
  );
  return [...saved.map((one) => lineOf(one, tray.find(one.id))), ...added];
}

function lineOf(saved: Named, change: Change | undefined): Line {
  const line = { key: saved.id, saved, name: saved.name };
  if (!change) return { ...line, unsaved: null };
  return change.kind.endsWith('.remove')
    ? { ...line, unsaved: 'removed' }
    : { ...line, name: nameIn(change), unsaved: 'renamed' };
}

function nameIn(change: Change): string {
  return (change as ChangeOf<'place.add' | 'place.rename' | 'agency.add' | 'agency.rename'>).name;
}
