import type { Knex } from 'knex';
import { schoolTable } from './school-table';

const id = (t: Knex.CreateTableBuilder) => t.string('id', 36).notNullable();
const flag = (t: Knex.CreateTableBuilder, name: string) => t.integer(name).notNullable().defaultTo(0);

/** The school as its spreadsheet says it: people, classes, categories, groups, rules. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('schools', (t) => {
    id(t).primary();
    t.string('site', 63).notNullable().unique();
    t.integer('position').notNullable().unique();
    t.binary('name').notNullable();
    t.binary('details').notNullable();
    t.string('time_zone', 60).notNullable();
    t.integer('demo').notNullable().defaultTo(0);
    t.string('store_epoch', 36).notNullable();
    t.string('first_lead_at', 24);
    t.string('created_at', 24).notNullable();
  });
  await schoolTable(db, 'user_groups', ['id'], (t) => {
    id(t);
    t.binary('name').notNullable();
    t.string('name_index', 64).notNullable();
    flag(t, 'higher_level');
    flag(t, 'unrestricted');
    // 'chair' for the built-in group of the chair of governors
    t.string('built_in', 12);
    t.string('administration', 120).notNullable().defaultTo('');
    t.unique(['school_id', 'name_index']);
  });
  await schoolTable(db, 'staff', ['id'], (t) => {
    id(t);
    t.string('account_id', 36).references('accounts.id');
    t.string('group_id', 36).notNullable();
    for (const name of ['first_name', 'last_name', 'title', 'known_as', 'email', 'phone', 'job_title'])
      t.binary(name);
    t.string('match_index', 64).notNullable();
    t.string('created_at', 24).notNullable();
    t.string('disabled_at', 24);
    t.unique(['school_id', 'match_index']);
    t.index(['account_id']);
  });
  for (const table of ['year_groups', 'classes', 'places', 'agencies', 'alert_groups']) {
    await schoolTable(db, table, ['id'], (t) => {
      id(t);
      t.binary('name').notNullable();
      t.string('name_index', 64).notNullable();
      t.integer('position').notNullable();
      if (table === 'classes') {
        t.string('year_group_id', 36).notNullable();
        t.string('teacher_id', 36);
      }
      if (table === 'alert_groups') flag(t, 'fallback');
      t.unique(['school_id', 'name_index']);
    });
  }
  await schoolTable(db, 'staff_classes', ['staff_id', 'class_id'], (t) => {
    t.string('staff_id', 36).notNullable();
    t.string('class_id', 36).notNullable();
  });
  await schoolTable(db, 'pupils', ['id'], (t) => {
    id(t);
    t.string('match_index', 64).notNullable();
    for (const name of [
      'upn',
      'pupil_ref',
      'first_name',
      'last_name',
      'preferred_name',
      'date_of_birth',
      'facts',
    ]) {
      t.binary(name);
    }
    t.binary('contacts');
    t.string('class_id', 36).notNullable();
    t.string('year_group_id', 36).notNullable();
    t.string('left_at', 24);
    t.string('created_at', 24).notNullable();
    t.unique(['school_id', 'match_index']);
  });
  await schoolTable(db, 'siblings', ['pupil_id', 'other_id'], (t) => {
    t.string('pupil_id', 36).notNullable();
    t.string('other_id', 36).notNullable();
  });
  await schoolTable(db, 'connected_staff', ['pupil_id', 'staff_id'], (t) => {
    t.string('pupil_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
  });
  await schoolTable(db, 'categories', ['id'], (t) => {
    id(t);
    t.string('parent_id', 36);
    t.binary('name').notNullable();
    t.string('name_index', 64).notNullable();
    t.string('colour', 7).notNullable();
    for (const name of ['restricted', 'urgent', 'body_map', 'on_record_screen']) flag(t, name);
    t.binary('guidance');
    t.integer('position').notNullable();
    t.string('disabled_at', 24);
    t.unique(['school_id', 'name_index']);
  });
  await schoolTable(db, 'permissions', ['group_id', 'category_id'], (t) => {
    t.string('group_id', 36).notNullable();
    // '*' for all categories
    t.string('category_id', 36).notNullable();
    for (const name of ['view_pupils', 'view_concerns', 'add_concerns']) flag(t, name);
  });
  await schoolTable(db, 'alert_group_members', ['group_id', 'staff_id'], (t) => {
    t.string('group_id', 36).notNullable();
    t.string('staff_id', 36).notNullable();
  });
  await schoolTable(db, 'automatic_alerts', ['id'], (t) => {
    id(t);
    t.string('category_id', 36).notNullable();
    t.string('match_index', 64).notNullable();
    t.integer('position').notNullable();
    t.unique(['school_id', 'match_index']);
  });
  await schoolTable(db, 'automatic_alert_parts', ['rule_id', 'kind', 'target_id'], (t) => {
    t.string('rule_id', 36).notNullable();
    // group, staff: who is alerted; year, class: the rule is limited to these
    t.string('kind', 8).notNullable();
    t.string('target_id', 36).notNullable();
  });
  await schoolTable(db, 'class_restrictions', ['kind', 'target_id'], (t) => {
    // class or year
    t.string('kind', 8).notNullable();
    t.string('target_id', 36).notNullable();
    flag(t, 'everyone');
  });
  await schoolTable(db, 'class_restriction_allows', ['kind', 'target_id', 'who', 'who_id'], (t) => {
    t.string('kind', 8).notNullable();
    t.string('target_id', 36).notNullable();
    // group or staff
    t.string('who', 8).notNullable();
    t.string('who_id', 36).notNullable();
  });
  await schoolTable(db, 'duty_list', ['role', 'position'], (t) => {
    // lead, deputy, head, chair
    t.string('role', 8).notNullable();
    t.integer('position').notNullable();
    t.string('staff_id', 36).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'duty_list',
    'class_restriction_allows',
    'class_restrictions',
    'automatic_alert_parts',
    'automatic_alerts',
    'alert_group_members',
    'permissions',
    'categories',
    'connected_staff',
    'siblings',
    'pupils',
    'staff_classes',
    'alert_groups',
    'agencies',
    'places',
    'classes',
    'year_groups',
    'staff',
    'user_groups',
    'schools',
  ]) {
    await db.schema.dropTable(table);
  }
}
