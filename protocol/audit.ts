import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, named, time } from './fields';
import { day } from './changes/pupils';

/** What an audit can be searched for; each stands for several codes (server/audit-log/kinds.ts). */
export const auditKinds = ['records', 'log-ins', 'keys', 'devices', 'alerts', 'changes'] as const;
export type AuditKind = (typeof auditKinds)[number];

const filter = {
  /** Id of a staff member. */
  who: v.optional(id),
  kind: v.optional(v.picklist(auditKinds)),
  from: v.optional(day),
  /** The last day, itself included. */
  to: v.optional(day),
  /** Reference of a record. */
  reference: v.optional(
    v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{1,8}$/, 'A reference looks like 4F2K.')),
  ),
};

const auditHead = v.object({ seq: v.number(), hash: v.string() });

const auditEntrySchema = v.object({
  at: time,
  /** Null: the server itself, or nobody who was logged in. */
  who: v.nullable(v.string()),
  /** A closed code, e.g. `concern.opened`. */
  what: v.string(),
  /** What it happened to: kind, and a name where the viewer may know one. */
  object: v.object({ kind: v.string(), name: v.nullable(v.string()) }),
  /** Closed codes and numbers that say more, e.g. why a reading was allowed. */
  facts: v.array(v.object({ name: v.string(), value: v.string() })),
});
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;

/** Opaque: it tells nothing of entries that this person is not shown. */
const cursor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,200}$/, 'This is not a place in the list.'));

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/admin/audit',
  caller: 'elevated',
  action: 'administer.audit',
  activity: false,
  summary: 'The audit, newest first, as far as this person may know of it; no content of any record.',
  query: v.strictObject({ ...filter, cursor: v.optional(cursor) }),
  reply: v.object({
    entries: v.array(auditEntrySchema),
    cursor: v.nullable(cursor),
    head: auditHead,
    people: v.array(named),
  }),
});

export const exportAudit = endpoint({
  method: 'GET',
  path: '/api/admin/audit.csv',
  caller: 'elevated',
  action: 'administer.audit',
  summary: 'The same as a spreadsheet; the export stands in the audit.',
  limit: { most: 10, seconds: 3600, per: 'account' },
  query: v.strictObject(filter),
  replyType: 'stream',
});

export const checkAudit = endpoint({
  method: 'POST',
  path: '/api/admin/audit/check',
  caller: 'elevated',
  action: 'administer.audit',
  summary: 'Walks the whole chain: whether an entry was changed, removed or put elsewhere.',
  limit: { most: 20, seconds: 3600, per: 'account' },
  reply: v.variant('whole', [
    v.object({
      whole: v.literal(true),
      entries: v.number(),
      from: v.nullable(time),
      to: v.nullable(time),
      head: auditHead,
    }),
    /** The first entry that does not fit. */
    v.object({ whole: v.literal(false), seq: v.number(), at: v.nullable(time), why: v.string() }),
  ]),
});
