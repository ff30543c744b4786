import * as v from 'valibot';
import { endpoint } from './endpoint';
import { email, id, shortText, time } from './fields';

/**
 * Sites of one server, as whoever sets them up for a trust sees them: addresses and dates. No name of a member of
 * staff, no count of anything that a school keeps (access.md: nobody reads by operating the server).
 */
export const siteSchema = v.object({
  site: v.string(),
  name: v.string(),
  /** Where people open it, without a trailing slash. */
  address: v.string(),
  setUp: time,
  /** A lead of it has logged in: the school runs by itself from here on. */
  begun: v.boolean(),
});

/** A link for a main contact who has not set the site up yet. */
export const siteInvitationSchema = v.object({
  id,
  site: v.string(),
  contactName: v.string(),
  email: v.string(),
  sent: time,
  expires: time,
});

export const listSites = endpoint({
  method: 'GET',
  path: '/api/trust/sites',
  caller: 'elevated',
  action: 'trust.keep-sites',
  activity: false,
  summary: 'The sites of this server, and the links for those that are not set up yet.',
  reply: v.object({
    /** What stands behind the name of a further site in its address, with the dot. */
    behind: v.string(),
    sites: v.array(siteSchema),
    invitations: v.array(siteInvitationSchema),
  }),
});

export const inviteSite = endpoint({
  method: 'POST',
  path: '/api/trust/sites',
  caller: 'elevated',
  action: 'trust.keep-sites',
  summary: 'Reserves a site and mails its main contact the link with which they set it up.',
  limit: { most: 30, seconds: 3600, per: 'account' },
  body: v.strictObject({
    site: v.pipe(
      v.string(),
      v.trim(),
      v.toLowerCase(),
      v.minLength(1, 'Write the name of the site.'),
      v.maxLength(63),
    ),
    contactName: shortText,
    email,
  }),
  reply: siteInvitationSchema,
});

export const withdrawSite = endpoint({
  method: 'POST',
  path: '/api/trust/sites/:id/withdraw',
  caller: 'elevated',
  action: 'trust.keep-sites',
  summary: 'Withdraws a link for a site that is not set up yet; the name is free again.',
  params: v.strictObject({ id }),
});
