import type { Knex } from 'knex';
import { schoolTable } from './school-table';

const time = (t: Knex.CreateTableBuilder, name: string) => t.string(name, 24);

/** Devices, envelopes, concerns, alerts, messages and the audit chain. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'devices', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.binary('name').notNullable();
    // SHA-256 of the __Host-device cookie, for what the device last reported as unsent (failures.md, D13)
    t.string('cookie_hash', 64);
    t.string('enrolled_by', 36).notNullable();
    time(t, 'enrolled_at').notNullable();
    time(t, 'revoked_at');
    time(t, 'seen_at');
    t.integer('waiting').notNullable().defaultTo(0);
  });
  await schoolTable(db, 'delivery_keys', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('device_id', 36).notNullable();
    t.string('public_key', 100).notNullable();
    time(t, 'created_at').notNullable();
  });
  await schoolTable(db, 'author_keys', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('device_id', 36).notNullable();
    t.string('public_key', 100).notNullable();
    t.binary('sealed_unlock_key').notNullable();
    t.string('kid', 36).notNullable();
    time(t, 'created_at').notNullable();
    time(t, 'removed_at');
    t.index(['school_id', 'staff_id']);
  });
  await schoolTable(db, 'challenges', ['challenge'], (t) => {
    t.string('challenge', 64).notNullable();
    t.string('author_key_id', 36).notNullable();
    time(t, 'expires_at').notNullable();
  });
  await schoolTable(db, 'envelopes', ['envelope_id'], (t) => {
    t.string('envelope_id', 24).notNullable();
    t.string('sha256', 44).notNullable();
    t.string('reference', 8).notNullable();
    t.string('lineage_id', 24).notNullable();
    t.string('kind', 12).notNullable();
    t.string('kid', 36).notNullable();
    t.string('device_id', 36).notNullable();
    t.string('delivery_key_id', 36).notNullable();
    t.binary('raw').notNullable();
    time(t, 'received_at').notNullable();
    // Null until judged: recorded, duplicate, quarantined, kept (parked and attachment envelopes)
    t.string('verdict', 12);
    t.string('reason', 24);
    time(t, 'judged_at');
    t.string('concern_id', 36);
    t.index(['school_id', 'verdict', 'received_at']);
    t.index(['school_id', 'lineage_id']);
    t.index(['school_id', 'reference']);
  });
  await schoolTable(db, 'envelope_conflicts', ['envelope_id', 'sha256'], (t) => {
    t.string('envelope_id', 24).notNullable();
    t.string('sha256', 44).notNullable();
    t.binary('raw').notNullable();
    time(t, 'received_at').notNullable();
  });
  await schoolTable(db, 'concerns', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('envelope_id', 24).notNullable();
    t.string('lineage_id', 24).notNullable();
    t.string('reference', 8).notNullable();
    t.string('author_id', 36);
    t.binary('author_typed');
    t.string('device_id', 36).notNullable();
    // The body as its author sealed it (protocol/payload.ts); null when the envelope could not be opened.
    t.binary('body');
    t.string('body_hash', 44);
    t.integer('urgent').notNullable();
    time(t, 'happened_at');
    time(t, 'written_at');
    time(t, 'received_at').notNullable();
    t.string('quarantine', 24);
    t.string('taken_by', 36);
    time(t, 'taken_at');
    time(t, 'closed_at');
    t.unique(['school_id', 'envelope_id']);
    t.index(['school_id', 'lineage_id']);
    t.index(['school_id', 'received_at']);
  });
  await schoolTable(db, 'concern_pupils', ['concern_id', 'position'], (t) => {
    t.string('concern_id', 36).notNullable();
    t.integer('position').notNullable();
    t.string('pupil_id', 36);
    t.string('role', 16);
    t.index(['school_id', 'pupil_id']);
  });
  await schoolTable(db, 'concern_categories', ['concern_id', 'category_id'], (t) => {
    t.string('concern_id', 36).notNullable();
    t.string('category_id', 36).notNullable();
  });
  await schoolTable(db, 'concern_actions', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('concern_id', 36).notNullable();
    t.string('kind', 12).notNullable();
    t.string('staff_id', 36);
    t.binary('text');
    time(t, 'at').notNullable();
    t.index(['school_id', 'concern_id']);
  });
  await schoolTable(db, 'alerts', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('concern_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    // Closed codes with ids, never a name: [{code, id?}] (alerts/recipients.ts)
    t.text('reasons').notNullable();
    time(t, 'created_at').notNullable();
    time(t, 'opened_at');
    time(t, 'read_at');
    t.unique(['school_id', 'concern_id', 'staff_id']);
    t.index(['school_id', 'staff_id', 'created_at']);
  });
  await schoolTable(db, 'push_subscriptions', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('session_id', 36).notNullable();
    t.string('endpoint_index', 64).notNullable();
    t.string('mark', 16).notNullable();
    for (const name of ['endpoint', 'p256dh', 'auth', 'name']) t.binary(name).notNullable();
    time(t, 'created_at').notNullable();
    time(t, 'success_at');
    time(t, 'gone_at');
    t.unique(['school_id', 'endpoint_index']);
    t.index(['school_id', 'staff_id']);
  });
  await schoolTable(db, 'messages', ['id'], (t) => {
    t.string('id', 36).notNullable();
    // email or push
    t.string('channel', 8).notNullable();
    // alert, test, link, welcome, key-change, …
    t.string('template', 24).notNullable();
    t.string('staff_id', 36);
    t.string('alert_id', 36);
    t.string('subscription_id', 36);
    // What the text needs, sealed: addresses and links.
    t.binary('content').notNullable();
    // Queues one message once, whatever crashes between.
    t.string('once', 120).notNullable();
    t.string('state', 10).notNullable();
    t.integer('attempts').notNullable().defaultTo(0);
    time(t, 'next_try_at').notNullable();
    time(t, 'lease_until');
    t.string('fault', 60);
    time(t, 'created_at').notNullable();
    time(t, 'sent_at');
    t.unique(['school_id', 'once']);
    t.index(['state', 'next_try_at']);
    t.index(['school_id', 'alert_id']);
  });
  await schoolTable(db, 'audit', ['seq'], (t) => {
    t.integer('seq').notNullable();
    t.string('at', 24).notNullable();
    t.string('actor', 60).notNullable();
    t.string('what', 40).notNullable();
    t.string('object', 80).notNullable();
    // Deterministic JSON of codes, ids and counts; never a name, a text or a search word.
    t.text('facts').notNullable();
    t.string('previous', 64).notNullable();
    t.string('hash', 64).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'audit',
    'messages',
    'push_subscriptions',
    'alerts',
    'concern_actions',
    'concern_categories',
    'concern_pupils',
    'concerns',
    'envelope_conflicts',
    'envelopes',
    'challenges',
    'author_keys',
    'delivery_keys',
    'devices',
  ]) {
    await db.schema.dropTable(table);
  }
}
