import { expect, test } from 'vitest';
import { Chores } from '../../../server/chores';
import { openHouse } from '../house';

test('after the hourly chores SQLite knows how its tables are filled; PostgreSQL counts by itself', async () => {
  const { ground } = await openHouse();
  const { database } = ground;
  const counted = async () =>
    database.dialect === 'sqlite'
      ? database.read('sqlite_master').where({ name: 'sqlite_stat1' }).pluck<string[]>('name')
      : database.read('pg_catalog.pg_class').where({ relname: 'pg_statistic' }).pluck<string[]>('relname');
  if (database.dialect === 'sqlite') expect(await counted()).toEqual([]);
  await new Chores(ground).doAll();
  expect(await counted()).toHaveLength(1);
  if (database.dialect === 'sqlite') {
    expect(await database.read('sqlite_stat1').pluck<string[]>('tbl')).toContain('accounts');
  }
});
