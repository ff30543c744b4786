import type { AuditKind } from '../../protocol/audit';

/** What the codes of each kind begin with; what begins otherwise is a change. */
export const beginnings: Readonly<Record<Exclude<AuditKind, 'changes'>, readonly string[]>> = {
  records: [
    'concern.',
    'quarantine.',
    'parked.',
    'inbox.',
    'search.',
    'counts.',
    'pupil.opened',
    'pupil.shown',
    'chronology.',
    'document.',
    'documents.',
    'watched.',
    'leaver.',
    'see-as.',
    'audit.',
  ],
  'log-ins': ['session.', 'password.', 'link.', 'membership.', 'elevation.'],
  keys: ['security-key.', 'recovery-codes.', 'codes.'],
  devices: ['device.', 'slip.', 'push.', 'envelope-key.'],
  alerts: ['alert.'],
};

/**
 * Arrivals stand in the delivery log. Here they would say who wrote, and with them left out for everybody the number
 * of entries says nothing of a record that somebody is not to know of.
 */
export const notListed = [
  'concern.recorded',
  'concern.quarantined',
  'concern.added-to',
  // A draft that was left has no record yet whose rule would say who may know of it.
  'parked.kept',
  'parked.went-on',
  'parked.ended',
] as const;

/** They say that two records belong together: whoever is not to know of one of them is not told of it by the other. */
export const ofAll: ReadonlySet<string> = new Set(['concern.linked', 'concern.unlinked']);

/** Facts that are closed codes or numbers, and never lead to a person or a record. */
export const shownFacts = ['because', 'reason', 'kind', 'elevated', 'count', 'sessions', 'tablets'] as const;
