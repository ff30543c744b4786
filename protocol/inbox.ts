import * as v from 'valibot';
import { levelChoices, levels } from './concern-actions';
import { endpoint } from './endpoint';
import { id, time } from './fields';
import { markerSchema } from './marker';

/** Where a page of the inbox ends: time and id of its last alert. */
const inboxCursor = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/, 'This is not a place in the list.'),
);

/** What makes a concern that was opened before worth another look. */
export const alertSince = ['action-late', 'written-more'] as const;
export type AlertSince = (typeof alertSince)[number];

/** One row of the inbox. `concern` is null while the person may only know that something waits. */
export const alertRowSchema = v.object({
  alertId: id,
  concernId: id,
  reference: v.string(),
  urgent: v.boolean(),
  at: time,
  /** Set when the concern was written long before it arrived. */
  writtenAt: v.nullable(time),
  /** When this person first opened it; null: not opened yet. */
  openedAt: v.nullable(time),
  /** When they marked it as read; null: it stands under "To read". */
  readAt: v.nullable(time),
  /** True while "Mark as read" may still be undone. */
  undo: v.boolean(),
  concern: v.nullable(
    v.object({
      pupils: v.array(
        v.object({ name: v.string(), initials: v.string(), className: v.nullable(v.string()) }),
      ),
      /** Adults who work here whom it is about; null: it is about pupils alone. */
      about: v.nullable(v.array(v.string())),
      preview: v.string(),
      categories: v.array(v.object({ name: v.string(), colour: v.string() })),
      takenBy: v.nullable(v.object({ name: v.string(), you: v.boolean() })),
      status: v.picklist(['waiting', 'taken', 'closed', 'being-checked']),
      level: v.optional(v.picklist(levels)),
      /** `written-more`: since this person opened it, until they mark it as read. */
      since: v.optional(v.array(v.picklist(alertSince))),
      earlier: v.number(),
      /** Many concerns about one of its pupils lately; null: not so many, or the school marks none. */
      marker: v.nullable(markerSchema),
    }),
  ),
});
export type AlertRow = v.InferOutput<typeof alertRowSchema>;

/** Parts of the alerts. */
export const inboxViews = ['to-read', 'mine', 'all'] as const;

/** What of the alerts is wanted; each limits them further. Left out: any. */
const inboxFilter = {
  level: v.optional(v.picklist(levelChoices)),
  /** Id of a category: it, or what is below it. */
  category: v.optional(id),
  /** Id of a year group in which one of the concern's pupils stands. */
  year: v.optional(id),
};
export type InboxFilter = v.InferOutput<v.ObjectSchema<typeof inboxFilter, undefined>>;

export const listInbox = endpoint({
  method: 'GET',
  path: '/api/inbox',
  caller: 'session',
  action: 'inbox.list',
  activity: false,
  summary: 'The alerts of one person: to read, mine (taken), or all, by level, category and year group.',
  query: v.strictObject({
    view: v.optional(v.picklist(inboxViews), 'to-read'),
    /** The page after the one that gave it; without one the newest. */
    cursor: v.optional(inboxCursor),
    ...inboxFilter,
  }),
  reply: v.object({
    rows: v.array(alertRowSchema),
    /** Asks for the page after this one; null: there is no more. */
    cursor: v.nullable(inboxCursor),
    /** `due`: actions of this person that are late or due today. */
    counts: v.object({ toRead: v.number(), mine: v.number(), due: v.number() }),
    /** The person is of a higher-level group and not elevated: rows say only that something waits. */
    elevateToRead: v.boolean(),
    checkedAt: time,
  }),
});

export const watchInbox = endpoint({
  method: 'GET',
  path: '/api/inbox/stream',
  caller: 'session',
  action: 'inbox.list',
  activity: false,
  summary: 'Server-sent events: one content-free "changed" whenever the inbox of this person changes.',
  replyType: 'stream',
});

export const markRead = endpoint({
  method: 'POST',
  path: '/api/alerts/:id/read',
  caller: 'session',
  action: 'alert.read-own',
  summary: 'Marks one alert as read; Undo for 10 minutes.',
  params: v.strictObject({ id }),
});

export const undoRead = endpoint({
  method: 'DELETE',
  path: '/api/alerts/:id/read',
  caller: 'session',
  action: 'alert.read-own',
  summary: 'Takes "Mark as read" back within 10 minutes.',
  params: v.strictObject({ id }),
});

/** The most alerts that are marked at once: what one page of the inbox holds. */
export const MOST_MARKED = 100;

export const markSeveral = endpoint({
  method: 'POST',
  path: '/api/alerts/marks',
  caller: 'session',
  action: 'alert.read-own',
  summary:
    'Marks several alerts that were opened as read, or takes that back within 10 minutes; what cannot be marked is left out.',
  body: v.strictObject({
    alertIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_MARKED)),
    read: v.boolean(),
  }),
  reply: v.object({ marked: v.array(id) }),
});
