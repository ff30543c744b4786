import type { Concern } from '../../../protocol/concerns';
import { uuidv7 } from '../../../protocol/identifiers';
import type { AlertRow } from '../../../protocol/inbox';
import { invented } from '../../strings/practice';
import { practiceDesk as words } from '../../strings/practice-desk';

const MINUTE = 60_000;
const iso = (at: number): string => new Date(at).toISOString();

/**
 * Alerts of invented children, as a lead would see real ones. Their ids are made here and belong to nothing.
 * @param now device clock, ms
 * @param you name of whoever practises
 */
export function inventedConcerns(now: number, you: string): Concern[] {
  return words.alerts.map((alert, index) => inventedConcern(alert, now - (index + 1) * 7 * MINUTE, you));
}

function inventedConcern(alert: (typeof words.alerts)[number], at: number, you: string): Concern {
  const received = iso(at + MINUTE);
  return {
    id: uuidv7(at),
    reference: alert.reference,
    urgent: alert.urgent,
    status: 'waiting',
    quarantine: null,
    text: alert.text,
    author: { name: words.author, confirmed: true },
    pupils: [
      {
        pupilId: null,
        name: `${alert.first} ${invented.surname}`,
        initials: alert.initials,
        className: invented.className,
        age: null,
        role: null,
        siblings: [],
        unmatched: false,
        hidden: false,
        opens: false,
      },
    ],
    about: null,
    categories: [{ id: uuidv7(at), name: alert.category, colour: alert.colour }],
    told: { kind: 'not-yet', who: null },
    happened: { at: iso(at), about: false, kind: 'now', moment: null },
    place: alert.place,
    agencies: [],
    others: null,
    bodyMap: null,
    written: { at: iso(at), device: null, receivedAt: received, clockOff: false },
    takenBy: null,
    recipients: [recipient(received, you)],
    history: [],
    because: 'alerted',
    alert: { id: uuidv7(at), readAt: null, undo: false },
    may: { act: true, take: true, markRead: true, lead: false, noReply: null },
  };
}

function recipient(at: string, name: string): Concern['recipients'][number] {
  return {
    name,
    you: true,
    why: [words.team],
    alertedAt: at,
    delivered: [{ channel: 'inbox', state: 'sent', at }],
    waits: null,
    openedAt: null,
    away: null,
  };
}

/** The same in the list. */
export function rowOf(concern: Concern): AlertRow {
  const { id, reference, urgent, status, takenBy, alert, recipients, pupils, categories, text } = concern;
  return {
    alertId: alert?.id ?? id,
    concernId: id,
    reference,
    urgent,
    at: recipients[0]?.alertedAt ?? concern.written.receivedAt,
    writtenAt: null,
    openedAt: recipients[0]?.openedAt ?? null,
    readAt: alert?.readAt ?? null,
    undo: alert?.undo ?? false,
    concern: {
      pupils: pupils.map(({ name, initials, className }) => ({ name, initials, className })),
      about: null,
      preview: text ?? '',
      categories: categories.map(({ name, colour }) => ({ name, colour })),
      takenBy,
      status,
      earlier: 0,
      marker: null,
    },
  };
}
