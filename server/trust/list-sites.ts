import type { ReplyOf } from '../../protocol/endpoint';
import type { listSites as endpoint } from '../../protocol/trust';
import type { Ground } from '../ground';
import { schoolOrigin } from '../messages/school-origin';
import { readSchool } from '../school/school';
import { listInvitations } from '../set-up/site-invitations';
import { presentInvitation } from './present-sites';

/** Every site of this server with its address, and the links for those that nobody has set up yet. */
export async function listSites(ground: Ground): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const rows = await reader('schools')
    .orderBy('position')
    .select('id', 'site', 'created_at', 'first_lead_at');
  const sites = rows.map(async (row) => ({
    site: row.site,
    name: (await readSchool(reader, ground, row.id)).name,
    address: await schoolOrigin(ground, row.id),
    setUp: row.created_at,
    begun: row.first_lead_at !== null,
  }));
  const { host } = ground.settings.publicUrl;
  const invitations = (await listInvitations(reader, ground)).map(presentInvitation);
  return { behind: `.${host}`, sites: await Promise.all(sites), invitations };
}
