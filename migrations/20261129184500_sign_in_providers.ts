import type { Knex } from 'knex';
import { schoolTable } from './school-table';

/** Signing in through a provider: what a school set, what is under way, and whose account there is whose here. */
export async function up(db: Knex): Promise<void> {
  await schoolTable(db, 'sign_in_providers', ['provider'], (t) => {
    t.string('provider', 12).notNullable();
    // sealed: connection, client and domains as JSON
    t.binary('settings').notNullable();
    t.binary('secret').notNullable();
    t.string('set_at', 24).notNullable();
  });
  await schoolTable(db, 'sign_in_attempts', ['id'], (t) => {
    t.string('id', 36).notNullable();
    t.string('state_hash', 64).notNullable().unique();
    // the cookie of the browser in which it was begun
    t.string('browser_hash', 64).notNullable();
    // sealed: provider, purpose, nonce and verifier as JSON
    t.binary('kept').notNullable();
    t.string('created_at', 24).notNullable();
    t.string('expires_at', 24).notNullable();
    t.string('used_at', 24);
    t.index(['expires_at']);
  });
  await db.schema.createTable('provider_identities', (t) => {
    t.string('id', 36).primary();
    t.string('account_id', 36).notNullable().references('accounts.id');
    // blind indexes of the provider alone, and of provider and subject; the latter null once the link was removed
    t.string('provider_index', 64).notNullable();
    t.string('subject_index', 64).unique();
    // sealed: the address there as it was linked
    t.binary('address').notNullable();
    t.string('provider', 12).notNullable();
    t.string('linked_at', 24).notNullable();
    t.string('last_used_at', 24);
    t.string('removed_at', 24);
    t.unique(['account_id', 'provider_index']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('provider_identities');
  await db.schema.dropTable('sign_in_attempts');
  await db.schema.dropTable('sign_in_providers');
}
