import type { SeeAsMode, Seen } from '../../../protocol/see-as';
import type { StaffActor } from '../../access/actor';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { dutyOf } from '../../school/duty';
import { loadGroup } from '../../school/load-group';
import { readNamed } from '../../school/names';
import { readPeople } from '../../school/read-people';
import { elevatedActorOf } from '../../staff/elevated-actor';

/** Somebody whom an administrator looks at, and as whom the rules are asked. */
export interface SeenPerson {
  readonly person: Seen['person'];
  /** Without a log-in, and for leavers, one for whom every rule says no. */
  readonly actor: StaffActor;
}

/** @throws problem 'not-found' for staff of another school */
export async function readSeenPerson(
  ground: Ground,
  { schoolId }: StaffActor,
  staffId: string,
  mode: SeeAsMode,
): Promise<SeenPerson> {
  const reader = ground.database.read;
  const row = await reader('staff')
    .where({ school_id: schoolId, id: staffId })
    .first('account_id', 'group_id', 'disabled_at', 'offer');
  if (!row) throw problem('not-found');
  const [people, groups, group, duty, key] = await Promise.all([
    readPeople(reader, ground, schoolId),
    readNamed(reader, ground, schoolId, 'user_groups'),
    loadGroup(reader, schoolId, row.group_id),
    dutyOf(reader, schoolId, staffId),
    hasKey(ground, row.account_id),
  ]);
  const [named] = people.among([staffId]);
  const known = await elevatedActorOf(reader, schoolId, staffId);
  const nobody: StaffActor = {
    kind: 'staff',
    schoolId,
    staffId,
    accountId: '',
    sessionId: '',
    group,
    duty,
    elevated: false,
    keyHolder: false,
    keepsSites: false,
    disabled: true,
  };
  return {
    person: {
      id: staffId,
      name: named?.name ?? '',
      jobTitle: named?.jobTitle ?? null,
      left: row.disabled_at !== null,
      logsIn: row.account_id !== null,
      asked: row.account_id === null ? row.offer : null,
      key,
      group: groups.get(row.group_id) ?? '',
      higherLevel: group.higherLevel,
      unrestricted: group.unrestricted,
      duty: [...duty],
    },
    actor: known ? { ...known, elevated: mode === 'full-access' } : nobody,
  };
}

async function hasKey({ database, clock }: Ground, accountId: string | null): Promise<boolean> {
  if (accountId === null) return false;
  const row = await database
    .read('security_keys')
    .where({ account_id: accountId, state: 'saved', removed_at: null })
    .where('counts_from', '<=', timeStamp(clock))
    .first('id');
  return row !== undefined;
}
