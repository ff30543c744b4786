import type { Concern } from '../../../protocol/concerns';
import { uuidv7 } from '../../../protocol/identifiers';

/** What a lead does first with an alert, in this order. */
export const tasks = ['open', 'take', 'act', 'read'] as const;
export type Task = (typeof tasks)[number];

/**
 * What each button makes of an invented concern, as the school would make it of a real one.
 * @param now device clock, ms
 */
export function opened(concern: Concern, now: number): Concern {
  const at = new Date(now).toISOString();
  return {
    ...concern,
    recipients: concern.recipients.map((one) => ({ ...one, openedAt: one.openedAt ?? at })),
  };
}

export function taken(concern: Concern, you: string, now: number): Concern {
  const at = new Date(now).toISOString();
  return {
    ...concern,
    status: 'taken',
    takenBy: { name: you, you: true, at },
    history: [...concern.history, { id: uuidv7(now), kind: 'taken', by: you, at, text: null }],
    may: { ...concern.may, take: false },
  };
}

export function acted(concern: Concern, you: string, text: string, now: number): Concern {
  const at = new Date(now).toISOString();
  return {
    ...concern,
    history: [...concern.history, { id: uuidv7(now), kind: 'note', by: you, at, text }],
  };
}

export function marked(concern: Concern, read: boolean, now: number): Concern {
  const { alert, may } = concern;
  if (!alert) return concern;
  return {
    ...concern,
    alert: { ...alert, readAt: read ? new Date(now).toISOString() : null, undo: read },
    may: { ...may, markRead: !read },
  };
}

/** Which steps were done once, with whichever alert. */
export function doneTasks(concerns: readonly Concern[]): ReadonlySet<Task> {
  const did: Readonly<Record<Task, (concern: Concern) => boolean>> = {
    open: ({ urgent, recipients }) => urgent && recipients.some(({ openedAt }) => openedAt !== null),
    take: ({ takenBy }) => takenBy !== null,
    act: ({ history }) => history.some(({ kind }) => kind === 'note'),
    read: ({ alert }) => (alert?.readAt ?? null) !== null,
  };
  return new Set(tasks.filter((task) => concerns.some(did[task])));
}
