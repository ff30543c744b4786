import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { appendAudit } from '../audit/append';
import { timeStamp, type Clock } from '../clock';
import type { Settings } from '../env';
import { openShelf } from '../files/shelf/open-shelf';
import { openPostgresDatabase, openSqliteDatabase, type Database } from '../storage/database';
import { KeyRing } from '../storage/key-ring';
import { RootKeyMissing, type RootKey } from '../storage/root-key';
import { asBackupFault, BackupFault } from './backup-fault';
import { checkStore } from './check-store';
import { fillStore } from './copy-store';
import { bringFiles, checkFiles } from './keep-files';
import { bringKeys, keysAfter } from './keep-keys';
import { COPY, readWhole, type Manifest } from './manifest';
import { syncFolder } from './put-whole';
import { mustBeStopped } from './stopped';

/** What the folders begin with in which a store is made ready. */
const BENCH = 'restoring-';

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
  await checkFiles(from, manifest.files);
  await mustBeStopped(settings);
  const kept = plan.keys === null ? null : resolve(plan.keys);
  const root = findKeys(kept, settings.keyDir);
  await mustBeFree(settings, plan.replace);
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  clearBenches(settings.dataDir);
  const bench = mkdtempSync(join(settings.dataDir, BENCH));
  try {
    copyFileSync(join(from, COPY), join(bench, COPY));
    chmodSync(join(bench, COPY), 0o600);
    await prepare(root, clock, bench, manifest);
    // First the keys: whatever crashes now, the same command can be given again.
    if (kept !== null) bringKeys(kept, settings.keyDir);
    // What a row names is there before the row.
    await bringFiles(from, openShelf(settings), manifest.files, timeStamp(clock));
    const aside = settings.databaseUrl
      ? await intoPostgres(settings.databaseUrl, bench)
      : intoFolder(settings.dataDir, bench, timeStamp(clock));
    return { manifest, aside };
  } catch (fault) {
    throw asBackupFault(fault, settings.dataDir);
  } finally {
    rmSync(bench, { recursive: true, force: true });
  }
}

async function prepare(root: RootKey, clock: Clock, bench: string, manifest: Manifest): Promise<void> {
  const copy = openSqliteDatabase(bench);
  try {
    const found = await checkStore(copy.read);
    if (JSON.stringify(found) !== JSON.stringify(manifest.schools))
      throw new BackupFault('This backup does not hold what its manifest says. Take another one.');
    await copy.migrate();
    await mustOpen(root, clock, copy);
    await beginAnew(copy, clock, manifest);
    await copy.read.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await copy.close();
  }
}

function findKeys(kept: string | null, keyDir: string): RootKey {
  try {
    return keysAfter(kept, keyDir);
  } catch (fault) {
    if (!(fault instanceof RootKeyMissing)) throw fault;
    throw new BackupFault(`${fault.message} Or give its folder with --keys.`);
  }
}

async function mustOpen(root: RootKey, clock: Clock, copy: Database): Promise<void> {
  try {
    await KeyRing.open(root, clock, copy.read);
  } catch {
    throw new BackupFault(
      'These keys are not those of this backup: they open nothing in it. Bring the right ones with --keys.',
    );
  }
}

/** What an interrupted restore left behind: it holds a whole store. */
function clearBenches(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (name.startsWith(BENCH)) rmSync(join(dataDir, name), { recursive: true, force: true });
}

async function beginAnew(copy: Database, clock: Clock, manifest: Manifest): Promise<void> {
  const at = timeStamp(clock);
  await copy.write(async (trx) => {
    await trx('sessions').delete();
    // What was used up after the backup must not open anything again.
    await trx('links').whereNull('used_at').update({ used_at: at });
    await trx('slips').where({ used_at: null, withdrawn_at: null }).update({ withdrawn_at: at });
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

/** @throws BackupFault where a store is that may not be put aside */
async function mustBeFree({ dataDir, databaseUrl }: Settings, replace: boolean): Promise<void> {
  if (databaseUrl) {
    if (await holdsSchools(databaseUrl))
      throw new BackupFault('The database of DATABASE_URL holds a store already. Give an empty database.');
  } else if (storeFiles(dataDir).length > 0 && !replace)
    throw new BackupFault(
      `${dataDir} holds a store already. Add --replace to put it aside; it is kept, not deleted.`,
    );
}

async function holdsSchools(url: string): Promise<boolean> {
  const db = openPostgresDatabase(url);
  try {
    return (await db.read.schema.hasTable('schools')) && (await db.read('schools').first('id')) !== undefined;
  } finally {
    await db.close();
  }
}

const storeFiles = (dataDir: string) =>
  [COPY, `${COPY}-wal`, `${COPY}-shm`].filter((name) => existsSync(join(dataDir, name)));

function intoFolder(dataDir: string, bench: string, at: string): string | null {
  const there = storeFiles(dataDir);
  const aside = join(dataDir, `replaced-${at.replaceAll(/[:.]/g, '-')}`);
  if (there.length > 0) mkdirSync(aside, { mode: 0o700 });
  for (const name of there) renameSync(join(dataDir, name), join(aside, name));
  renameSync(join(bench, COPY), join(dataDir, COPY));
  syncFolder(dataDir);
  return there.length > 0 ? aside : null;
}

async function intoPostgres(url: string, bench: string): Promise<null> {
  const [to, from] = [openPostgresDatabase(url), openSqliteDatabase(bench)];
  try {
    await to.migrate();
    await fillStore(to, from);
    return null;
  } finally {
    await from.close();
    await to.close();
  }
}
