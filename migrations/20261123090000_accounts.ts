import type { Knex } from 'knex';

/** Accounts: one person, whatever the number of schools. No school column; sealed under the account key. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('keys', (t) => {
    // 'accounts' or the id of a school
    t.string('scope', 36).notNullable();
    t.string('id', 36).notNullable();
    t.string('kind', 16).notNullable();
    t.integer('epoch').notNullable();
    t.binary('wrapped').notNullable();
    t.string('public_key', 200);
    t.string('created_at', 24).notNullable();
    t.string('not_after', 24);
    t.primary(['scope', 'id']);
    t.unique(['scope', 'kind', 'epoch']);
  });
  await db.schema.createTable('accounts', (t) => {
    t.string('id', 36).primary();
    t.string('email_index', 64).notNullable().unique();
    t.binary('email').notNullable();
    t.string('password_hash', 200);
    t.string('password_set_at', 24);
    t.string('first_log_in_at', 24);
    t.string('first_key_at', 24);
    t.integer('mail_alerts').notNullable().defaultTo(1);
    t.string('created_at', 24).notNullable();
  });
  await db.schema.createTable('sessions', (t) => {
    t.string('id', 36).primary();
    t.string('account_id', 36).notNullable().references('accounts.id');
    t.string('school_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('token_hash', 64).notNullable().unique();
    t.string('browser', 120).notNullable();
    t.string('created_at', 24).notNullable();
    t.string('active_at', 24).notNullable();
    t.string('password_at', 24).notNullable();
    t.string('elevated_at', 24);
    t.string('elevation_active_at', 24);
    t.string('ended_at', 24);
    t.index(['account_id']);
  });
  await db.schema.createTable('security_keys', (t) => {
    t.string('id', 36).primary();
    t.string('account_id', 36).notNullable().references('accounts.id');
    t.string('kind', 12).notNullable();
    // 'pending' until its first code was right, then 'saved'
    t.string('state', 12).notNullable();
    t.binary('name');
    t.binary('secret').notNullable();
    t.string('created_at', 24).notNullable();
    t.string('saved_at', 24);
    t.string('last_used_at', 24);
    // Null while another lead or administrator has still to confirm it.
    t.string('counts_from', 24);
    t.string('confirmed_by', 36);
    t.string('removed_at', 24);
    t.index(['account_id']);
  });
  await db.schema.createTable('used_codes', (t) => {
    t.string('key_id', 36).notNullable().references('security_keys.id');
    t.integer('step').notNullable();
    t.string('used_at', 24).notNullable();
    t.primary(['key_id', 'step']);
  });
  await db.schema.createTable('recovery_codes', (t) => {
    t.string('id', 36).primary();
    t.string('account_id', 36).notNullable().references('accounts.id');
    t.string('code_hash', 64).notNullable();
    t.string('created_at', 24).notNullable();
    t.string('used_at', 24);
    t.index(['account_id']);
  });
  await db.schema.createTable('links', (t) => {
    t.string('id', 36).primary();
    // Null for the server's own set-up link.
    t.string('account_id', 36).references('accounts.id');
    t.string('purpose', 16).notNullable();
    t.string('token_hash', 64).notNullable().unique();
    t.string('created_at', 24).notNullable();
    t.string('expires_at', 24).notNullable();
    t.string('used_at', 24);
  });
  await db.schema.createTable('known_browsers', (t) => {
    t.string('id', 36).primary();
    t.string('account_id', 36).notNullable().references('accounts.id');
    t.string('token_hash', 64).notNullable();
    t.string('seen_at', 24).notNullable();
    t.string('elevated_at', 24);
    t.unique(['account_id', 'token_hash']);
  });
  await db.schema.createTable('limits', (t) => {
    t.string('bucket', 120).notNullable();
    t.string('window', 24).notNullable();
    t.integer('count').notNullable();
    t.string('expires_at', 24).notNullable();
    t.primary(['bucket', 'window']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'limits',
    'known_browsers',
    'links',
    'recovery_codes',
    'used_codes',
    'security_keys',
    'sessions',
    'accounts',
    'keys',
  ]) {
    await db.schema.dropTable(table);
  }
}
