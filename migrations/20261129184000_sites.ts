import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** One account in several schools: memberships that are only offered, switching site, and where a code was used. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('staff', (t) => {
    // 'open' or 'declined': a membership that the account's person has not accepted; account_id is null meanwhile.
    t.string('offer', 12);
    // When an offered membership was accepted; null for people who never had to.
    t.string('joined_at', 24);
  });
  await schoolTable(db, 'membership_offers', ['staff_id'], (t) => {
    t.string('staff_id', 36).notNullable();
    // The accounts' blind index of the address that it was offered to.
    t.string('email_index', 64).notNullable();
    t.string('offered_at', 24).notNullable();
    t.string('mailed_at', 24);
    // SHA-256 of the token of the newest mail, hex.
    t.string('token_hash', 64).unique();
    t.string('expires_at', 24);
    t.string('decided_at', 24);
    t.index(['email_index']);
  });
  await db.schema.createTable('site_changes', (t) => {
    t.string('id', 36).primary();
    t.string('account_id', 36).notNullable().references('accounts.id');
    t.string('session_id', 36).notNullable().references('sessions.id');
    t.string('to_school_id', 36).notNullable();
    // SHA-256 each, hex: of what the target is opened with, of the verifier that its page keeps, of the code.
    t.string('ticket_hash', 64).notNullable().unique();
    t.string('challenge', 64);
    t.string('code_hash', 64).unique();
    t.string('expires_at', 24).notNullable();
    t.string('used_at', 24);
    t.index(['expires_at']);
  });
  await db.schema.alterTable('used_codes', (t) => {
    // Null for codes that were used before this was kept.
    t.string('school_id', 36);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('used_codes', (t) => t.dropColumn('school_id'));
  await db.schema.dropTable('site_changes');
  await db.schema.dropTable('membership_offers');
  await db.schema.alterTable('staff', (t) => {
    t.dropColumn('joined_at');
    t.dropColumn('offer');
  });
}
