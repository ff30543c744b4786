import { uuidv7 } from '../../protocol/identifiers';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { hashToken, isToken, newToken } from '../staff/tokens';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import { ACCOUNTS } from '../storage/key-ring';
import type { SiteInvitationRow } from '../storage/rows/trust';

/** A main contact has a holiday's time to set the site up. */
export const INVITATION_LIFE = 14 * DAY;

/** A link for a site that nobody has set up yet. */
export interface SiteInvitation {
  readonly id: string;
  readonly site: string;
  readonly contactName: string;
  readonly email: string;
  /** The membership under which it was sent. */
  readonly schoolId: string;
  readonly staffId: string;
  readonly sent: string;
  readonly expires: string;
}

const cellsIn = (ground: Ground) => cellsOf(ground.keys, ACCOUNTS, 'site_invitations');

function open(ground: Ground, row: SiteInvitationRow): SiteInvitation {
  const contact = cellsIn(ground).open(row.id, 'contact', row.contact) ?? '{}';
  const { name = '', email = '' } = JSON.parse(contact) as { name?: string; email?: string };
  return {
    id: row.id,
    site: row.site,
    contactName: name,
    email,
    schoolId: row.school_id,
    staffId: row.staff_id,
    sent: row.created_at,
    expires: row.expires_at,
  };
}

/** Links that still work, oldest first: not used, not withdrawn, not too old, and nobody set the site up otherwise. */
const working = (reader: Reader, ground: Ground) =>
  reader('site_invitations')
    .whereNull('used_at')
    .whereNull('withdrawn_at')
    .where('expires_at', '>', timeStamp(ground.clock))
    .whereNotIn('site', reader('schools').select('site'))
    .orderBy('created_at');

export async function listInvitations(reader: Reader, ground: Ground): Promise<SiteInvitation[]> {
  return (await working(reader, ground)).map((row) => open(ground, row));
}

/** The link with this token, or null. Looking does not use it up. */
export async function findInvitation(
  reader: Reader,
  ground: Ground,
  token: string,
): Promise<SiteInvitation | null> {
  if (!isToken(token)) return null;
  const row = await working(reader, ground)
    .where({ token_hash: hashToken(token) })
    .first();
  return row ? open(ground, row) : null;
}

/** Writes a link; only its hash is stored. @returns it, and the token to send */
export async function insertInvitation(
  trx: Transaction,
  ground: Ground,
  given: Pick<SiteInvitation, 'site' | 'contactName' | 'email' | 'schoolId' | 'staffId'>,
): Promise<{ invitation: SiteInvitation; token: string }> {
  const id = uuidv7(ground.clock.now());
  const token = newToken();
  const times = { sent: timeStamp(ground.clock), expires: timeStamp(ground.clock, INVITATION_LIFE) };
  const contact = JSON.stringify({ name: given.contactName, email: given.email });
  await trx('site_invitations').insert({
    id,
    site: given.site,
    ...cellsIn(ground).seal(id, { contact }),
    token_hash: hashToken(token),
    school_id: given.schoolId,
    staff_id: given.staffId,
    created_at: times.sent,
    expires_at: times.expires,
  });
  return { invitation: { id, ...given, ...times }, token };
}

/** Ends a link that was not used: it is used now, or withdrawn. False when somebody was first. */
export async function endInvitation(
  trx: Transaction,
  ground: Ground,
  id: string,
  how: 'used_at' | 'withdrawn_at',
): Promise<boolean> {
  const changed = await trx('site_invitations')
    .where({ id, used_at: null, withdrawn_at: null })
    .update({ [how]: timeStamp(ground.clock) });
  return changed === 1;
}
