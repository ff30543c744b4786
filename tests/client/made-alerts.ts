import type { Concern } from '../../protocol/concerns';
import type { AlertRow } from '../../protocol/inbox';

type Content = NonNullable<AlertRow['concern']>;

/** What a row says of a concern about Amira that nobody has picked up; give what a story needs to differ. */
export function content(given: Partial<Content>): Content {
  return {
    pupils: [{ name: 'Amira Khan', initials: 'AK', className: '4B' }],
    about: null,
    preview: 'Amira came to me by the climbing frame',
    categories: [{ name: 'Physical injury', colour: '#B3261E' }],
    takenBy: null,
    status: 'waiting',
    earlier: 0,
    marker: null,
    ...given,
  };
}

/** One alert of the inbox. Its concern's id is `concern-` and the alert's. */
export function anAlert(alertId: string, given: Partial<AlertRow> = {}): AlertRow {
  return {
    alertId,
    concernId: `concern-${alertId}`,
    reference: '4F2K',
    urgent: false,
    at: '2026-11-23T12:51:00.000Z',
    writtenAt: null,
    openedAt: null,
    readAt: null,
    undo: false,
    concern: content({}),
    ...given,
  };
}

/** A concern about Amira as a lead reads it, at 12:43 on a Monday. */
export function aConcernRead(given: Partial<Concern> = {}): Concern {
  return {
    id: 'concern-one',
    reference: '4F2K',
    urgent: false,
    status: 'waiting',
    quarantine: null,
    text: 'She had a bruise on her left forearm.',
    author: { name: 'Jo Price', confirmed: true },
    pupils: [
      {
        pupilId: 'amira',
        name: 'Amira Khan',
        initials: 'AK',
        className: '4B',
        age: 8,
        role: null,
        siblings: [],
        unmatched: false,
        opens: false,
        hidden: false,
      },
    ],
    categories: [{ id: 'injury', name: 'Physical injury', colour: '#B3261E' }],
    told: { kind: 'not-yet', who: null },
    about: null,
    happened: { at: '2026-11-23T12:43:00.000Z', about: false, kind: 'just-now', moment: null },
    place: null,
    agencies: [],
    others: null,
    bodyMap: null,
    written: {
      at: '2026-11-23T12:43:00.000Z',
      device: 'Playground tablet 2',
      receivedAt: '2026-11-23T12:43:10.000Z',
      clockOff: false,
    },
    takenBy: null,
    recipients: [],
    history: [],
    because: 'alerted',
    alert: { id: 'one', readAt: null, undo: false },
    may: { act: true, take: true, markRead: true, lead: true, noReply: null },
    ...given,
  };
}
