import { administrationRights } from './administration';

/**
 * What anybody may try to do, in the words that `can(actor, action, object)` decides on
 * (access.md). Closed: an endpoint names one of these or null.
 */
export const actions = [
  'account.manage-own',
  'device.enrol',
  'device.use-own',
  'concern.read',
  'concern.act',
  'concern.take',
  'concern.search',
  'concern.lead',
  'entry.mark',
  'concern.correct',
  'concern.count',
  'pupil.read',
  'pupil.keep',
  'alert.read-own',
  'inbox.list',
  'progress.read-own',
  'reply.read-own',
  'elevation.begin',
  'elevation.hold',
  'administration.enter',
  'steps.show',
  'change.make',
  'change.decide',
  'change.withdraw',
  'key.decide',
  'quarantine.check',
  'parked.list-own',
  'parked.go-on',
  'parked.watch',
  'parked.open',
  'audit.show',
  'delivery.show',
  'tablet.miss',
  'access.explain',
  'trust.keep-sites',
  ...administrationRights.map((right) => `administer.${right}` as const),
] as const;
export type Action = (typeof actions)[number];
