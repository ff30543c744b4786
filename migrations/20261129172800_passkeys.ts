import type { Knex } from 'knex';

/** Passkeys beside authenticator apps: what finds one at a log-in, and the challenges that they answer. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('security_keys', (t) => {
    // Blind index of the credential id; null for an authenticator app, and until a passkey was saved.
    t.string('credential_index', 64);
    // A whole number up to 4 294 967 295, more than an integer of PostgreSQL holds.
    t.string('sign_count', 10);
    // 1 where a provider keeps a copy of the passkey
    t.integer('backed_up').notNullable().defaultTo(0);
    t.unique(['credential_index']);
  });
  await db.schema.createTable('passkey_challenges', (t) => {
    t.string('challenge_hash', 64).primary();
    t.string('purpose', 12).notNullable();
    // Null for a log-in, where nobody is known yet.
    t.string('account_id', 36).references('accounts.id');
    // Session id, or for a log-in the hash of the browser's own mark.
    t.string('bound_to', 64).notNullable();
    // The pending key that a registration is for.
    t.string('key_id', 36);
    t.string('expires_at', 24).notNullable();
    t.string('used_at', 24);
    t.index(['expires_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('passkey_challenges');
  // No server before this one knows the kind.
  await db('security_keys').where({ kind: 'passkey' }).delete();
  await db.schema.alterTable('security_keys', (t) => {
    t.dropUnique(['credential_index']);
    t.dropColumn('credential_index');
    t.dropColumn('sign_count');
    t.dropColumn('backed_up');
  });
}
