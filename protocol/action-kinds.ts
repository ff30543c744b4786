/* Apart from the endpoints, so that whoever seals an action loads no more than its kinds. */

/** What somebody adds to a concern. */
export const actionKinds = [
  'note',
  'call',
  'meeting',
  'home',
  'referral',
  'advice',
  'decision',
  'other',
] as const;
export type ActionKind = (typeof actionKinds)[number];
