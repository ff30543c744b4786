import type { OwnDetails } from '../../protocol/own-account';
import { locale } from '../../protocol/words/language';
import { accountRefusals } from '../../protocol/words/refusals/account';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readStaffNames } from '../school/names';
import { findAccount, openEmail } from '../staff/account-store';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { StaffRow } from '../storage/rows/school';
import { whoKeepsStaff } from './who-keeps';

/** One's own names as colleagues see them, and what the office keeps. @throws problem 'log-in-needed' when just gone */
export async function readDetails(ground: Ground, actor: StaffActor): Promise<OwnDetails> {
  const { schoolId, staffId, accountId } = actor;
  const { read } = ground.database;
  const [row, account, names, keptBy] = await Promise.all([
    readRow(read, actor),
    findAccount(read, schoolId, { id: accountId }),
    readStaffNames(read, ground, schoolId, [staffId]),
    whoKeepsStaff(ground, actor),
  ]);
  const person = names.get(staffId);
  if (!account || !person) throw problem('log-in-needed');
  const open = opener(ground, row);
  return {
    title: open('title'),
    knownAs: open('known_as'),
    firstName: open('first_name') ?? '',
    lastName: open('last_name') ?? '',
    email: openEmail(ground, account),
    jobTitle: person.jobTitle,
    shown: { name: person.name, formal: person.formal },
    keptBy,
  };
}

/**
 * Changes how colleagues see this person. Who may read or be told what hangs on ids and never on these names, so nothing
 * widens; a name that a colleague is shown by is refused, or a record could be meant for the one and reach the other.
 * @throws problem 'not-valid' for a name that a colleague has
 */
export async function setDetails(
  ground: Ground,
  actor: StaffActor,
  given: { title: string | null; knownAs: string | null },
): Promise<void> {
  const { schoolId, staffId } = actor;
  await ground.database.write(async (trx) => {
    const row = await readRow(trx, actor);
    const open = opener(ground, row);
    const knownAs = given.knownAs === open('first_name') ? null : given.knownAs;
    const fresh = { title: given.title, known_as: knownAs };
    const changed = (['title', 'known_as'] as const).filter((column) => open(column) !== fresh[column]);
    if (changed.length === 0) return;
    if (changed.includes('known_as') && knownAs !== null) {
      await mustBeOwn(trx, ground, actor, `${knownAs} ${open('last_name') ?? ''}`);
    }
    const cells = cellsOf(ground.keys, schoolId, 'staff').seal(staffId, fresh);
    await trx('staff').where({ school_id: schoolId, id: staffId }).update(cells);
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'account.details-changed',
      object: `staff:${staffId}`,
      facts: { changed },
    });
  });
}

async function readRow(reader: Reader, { schoolId, staffId }: StaffActor): Promise<StaffRow> {
  const row = await reader('staff').where({ school_id: schoolId, id: staffId }).first();
  if (!row) throw problem('log-in-needed');
  return row;
}

type Name = 'title' | 'known_as' | 'first_name' | 'last_name';

function opener(ground: Ground, row: StaffRow): (column: Name) => string | null {
  const cells = cellsOf(ground.keys, row.school_id, 'staff');
  return (column) => cells.open(row.id, column, row[column]);
}

async function mustBeOwn(
  reader: Reader,
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  name: string,
): Promise<void> {
  const folded = (text: string) => text.normalize('NFKC').trim().toLocaleLowerCase(locale);
  const colleagues = await readStaffNames(reader, ground, schoolId);
  colleagues.delete(staffId);
  if (![...colleagues.values()].some((one) => folded(one.name) === folded(name))) return;
  throw problem('not-valid', {
    field: 'body.knownAs',
    title: accountRefusals.nameTaken(name),
  });
}
