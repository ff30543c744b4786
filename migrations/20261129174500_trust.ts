import type { Knex } from 'knex';

/** Who may set up further sites of this server, and the links that they sent. Both belong to no school. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('trust_administrators', (t) => {
    t.string('account_id', 36).primary().references('accounts.id');
    t.string('created_at', 24).notNullable();
    t.string('ended_at', 24);
  });
  await db.schema.createTable('site_invitations', (t) => {
    t.string('id', 36).primary();
    t.string('site', 63).notNullable();
    // Name and address of the main contact, sealed under the accounts' key.
    t.binary('contact').notNullable();
    t.string('token_hash', 64).notNullable().unique();
    // The membership under which it was sent: that school's mail and audit carry it.
    t.string('school_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
    t.string('created_at', 24).notNullable();
    t.string('expires_at', 24).notNullable();
    t.string('used_at', 24);
    t.string('withdrawn_at', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('site_invitations');
  await db.schema.dropTable('trust_administrators');
}
