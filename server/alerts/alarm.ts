import type { Recipient } from './rules';

/** A concern about which people are told, inside the transaction that records it. */
export interface Alarm {
  readonly schoolId: string;
  readonly concernId: string;
  readonly reference: string;
  readonly urgent: boolean;
  readonly recipients: readonly Recipient[];
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Set where one message stands for several concerns: the same device raised one a moment ago. */
  readonly gathering?: Gathering | null;
  /** Only the inboxes have it: whoever calls tells these people in other words. */
  readonly silently?: boolean;
  /** Also who has marked it as read has it under "To read" again. */
  readonly again?: boolean;
  /** No new alert, but work that somebody is given: neither quiet hours nor a daily summary hold it up. */
  readonly atOnce?: boolean;
}

/** Which message an alert joins instead of having its own. */
export interface Gathering {
  /** At most 60 characters; alerts of one key share one message per person and channel. */
  readonly key: string;
  /** When that message goes: ISO 8601, UTC. */
  readonly until: string;
}
