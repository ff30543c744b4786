import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appendAudit } from '../audit/append';
import { timeStamp, type Clock } from '../clock';
import type { Settings } from '../env';
import { openPostgresDatabase, openSqliteDatabase, type Database } from '../storage/database';
import { KeyRing } from '../storage/key-ring';
import { openRootKey, RootKeyMissing } from '../storage/root-key';
import { asBackupFault, BackupFault } from './backup-fault';
import { checkStore } from './check-store';
import { fillStore } from './copy-store';
import { bringKeys } from './keep-keys';
import { COPY, readWhole, type Manifest } from './manifest';
import { mustBeStopped } from './stopped';

export interface RestorePlan {
  /** The folder that a backup wrote. */
  readonly from: string;
  /** Kept keys to bring along; null: they are in KEY_DIR already. */
  readonly keys: string | null;
  /** Puts a store that is there aside; without it one that is there is refused. */
  readonly replace: boolean;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where the store that was there lies now; null where there was none. */
  readonly aside: string | null;
}

/**
 * Brings a backup back as the store of this server. Everything is checked on a copy before anything is moved. Each
 * school gets a new store epoch, so that tablets offer again what they still hold (envelope.md, Bundle; failures.md,
 * S16); sessions end; the audit says that it happened.
 * @throws BackupFault when it cannot be; then everything is as it was
 */
export async function restoreBackup(settings: Settings, clock: Clock, plan: RestorePlan): Promise<Restored> {
  const from = resolve(plan.from);
  const manifest = await readWhole(from);
  await mustBeStopped(settings);
  if (plan.keys) bringKeys(resolve(plan.keys), settings.keyDir);
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const bench = mkdtempSync(join(settings.dataDir, 'restoring-'));
  try {
    copyFileSync(join(from, COPY), join(bench, COPY));
    await prepare(settings, clock, bench, manifest);
    const aside = settings.databaseUrl
      ? await intoPostgres(settings.databaseUrl, bench)
      : intoFolder(settings.dataDir, bench, plan.replace, timeStamp(clock));
    return { manifest, aside };
  } catch (fault) {
    throw asBackupFault(fault, settings.dataDir);
  } finally {
    rmSync(bench, { recursive: true, force: true });
  }
}

async function prepare(settings: Settings, clock: Clock, bench: string, manifest: Manifest): Promise<void> {
  const copy = openSqliteDatabase(bench);
  try {
    const found = await checkStore(copy.read);
    if (JSON.stringify(found) !== JSON.stringify(manifest.schools))
      throw new BackupFault('This backup does not hold what its manifest says. Take another one.');
    await copy.migrate();
    await mustOpen(settings, clock, copy);
    await beginAnew(copy, clock, manifest);
    await copy.read.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await copy.close();
  }
}

async function mustOpen(settings: Settings, clock: Clock, copy: Database): Promise<void> {
  try {
    await KeyRing.open(openRootKey(settings.keyDir, false), clock, copy.read);
  } catch (fault) {
    if (fault instanceof RootKeyMissing)
      throw new BackupFault(`${fault.message} Or give its folder with --keys.`);
    throw new BackupFault(
      'The keys in KEY_DIR are not those of this backup: they open nothing in it. Bring the right ones with --keys.',
    );
  }
}

async function beginAnew(copy: Database, clock: Clock, manifest: Manifest): Promise<void> {
  const at = timeStamp(clock);
  await copy.write(async (trx) => {
    await trx('sessions').delete();
    for (const { id } of manifest.schools) {
      await trx('schools').where({ id }).update({ store_epoch: randomUUID() });
      await appendAudit(trx, {
        schoolId: id,
        at,
        actor: 'shell',
        what: 'backup.restored',
        object: `school:${id}`,
        facts: { madeAt: manifest.madeAt },
      });
    }
  });
}

function intoFolder(dataDir: string, bench: string, replace: boolean, at: string): string | null {
  const there = [COPY, `${COPY}-wal`, `${COPY}-shm`].filter((name) => existsSync(join(dataDir, name)));
  if (there.length > 0 && !replace)
    throw new BackupFault(
      `${dataDir} holds a store already. Add --replace to put it aside; it is kept, not deleted.`,
    );
  const aside = join(dataDir, `replaced-${at.replaceAll(/[:.]/g, '-')}`);
  if (there.length > 0) mkdirSync(aside, { mode: 0o700 });
  for (const name of there) renameSync(join(dataDir, name), join(aside, name));
  renameSync(join(bench, COPY), join(dataDir, COPY));
  return there.length > 0 ? aside : null;
}

async function intoPostgres(url: string, bench: string): Promise<null> {
  const [to, from] = [openPostgresDatabase(url), openSqliteDatabase(bench)];
  try {
    await to.migrate();
    if (await to.read('schools').first('id'))
      throw new BackupFault('The database of DATABASE_URL holds a store already. Give an empty database.');
    await fillStore(to, from);
    return null;
  } finally {
    await from.close();
    await to.close();
  }
}
