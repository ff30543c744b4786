import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openSqliteDatabase } from '../server/storage/database';

declare module 'vitest' {
  interface ProvidedContext {
    /** An SQLite file with all migrations and nothing in it, to copy. */
    sqliteTemplate: string;
  }
}

/** Vitest's global set-up of the `server` project: walks the migrations once; each test begins with a copy. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-template-'));
  const database = openSqliteDatabase(folder);
  await database.migrate();
  // The last connection to close folds the write-ahead log into the file.
  await database.close();
  project.provide('sqliteTemplate', join(folder, 'heed.sqlite'));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
