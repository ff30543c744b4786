import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { uuidv7 } from '../../protocol/identifiers';
import { appendAudit } from '../audit/append';
import { DAY, MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { openSqliteDatabase } from '../storage/database';
import { asBackupFault, BackupFault } from './backup-fault';
import { checkStore } from './check-store';
import { copyStore } from './copy-store';
import { copyFiles } from './keep-files';
import { copyKeys, mustTakeKeys } from './keep-keys';
import { COPY, hashFile, writeManifest, type Manifest } from './manifest';
import { syncFolder } from './put-whole';

/** An envelope's time is taken before its commit: so long before the copy it is surely in it. */
const MARGIN = 5 * MINUTE;

export interface BackupPlan {
  /** Where the folder of this backup is made. */
  readonly to: string;
  /** Where the keys are copied, apart from it; null: they are left where they are. */
  readonly keysTo: string | null;
  /** Whether a folder lies on another disk than the data; a test says so itself. */
  readonly isElsewhere?: (folder: string, dataDir: string) => boolean;
}

export interface MadeBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Null where the copy lies on the disk of the data: tablets go on keeping what they sent (envelope.md, Bundle). */
  readonly through: string | null;
}

/**
 * Copies the whole store beside a running server, reads the copy back, and notes that it was made. The keys go to
 * another folder or nowhere: whoever has both can read everything.
 * @throws BackupFault when anything is wrong; the half copy is gone then
 */
export async function makeBackup(ground: Ground, plan: BackupPlan): Promise<MadeBackup> {
  const to = resolve(plan.to);
  mustBeApart(ground, to, plan.keysTo);
  const madeAt = timeStamp(ground.clock);
  const stamp = madeAt.replaceAll(/[:.]/g, '-');
  const folder = join(to, `heed-backup-${stamp}`);
  const half = `${folder}.half`;
  try {
    mkdirSync(half, { recursive: true, mode: 0o700 });
    clearHalves(to, half);
    const manifest = await fillFolder(ground, half, madeAt);
    renameSync(half, folder);
    // Tablets let go of what it holds (envelope.md, Delivering): it is on the disk before anybody hears of it.
    syncFolder(to);
    if (plan.keysTo) copyKeys(ground.settings.keyDir, resolve(plan.keysTo));
    const elsewhere = (plan.isElsewhere ?? onAnotherDisk)(folder, ground.settings.dataDir);
    const through = elsewhere ? new Date(Date.parse(madeAt) - MARGIN).toISOString() : null;
    await noteBackup(ground, manifest, through);
    return { folder, manifest, through };
  } catch (fault) {
    rmSync(half, { recursive: true, force: true });
    throw asBackupFault(fault, to);
  }
}

async function fillFolder(ground: Ground, folder: string, madeAt: string): Promise<Manifest> {
  await copyStore(ground.database, folder);
  const file = join(folder, COPY);
  chmodSync(file, 0o600);
  const copy = openSqliteDatabase(folder);
  try {
    const schools = await checkStore(copy.read);
    await copy.close();
    const files = await copyFiles(ground.files, folder);
    const manifest = {
      v: 1 as const,
      madeAt,
      size: statSync(file).size,
      sha256: await hashFile(file),
      files,
      schools,
    };
    writeManifest(folder, manifest);
    return manifest;
  } catch (fault) {
    await copy.close();
    throw fault;
  }
}

async function noteBackup(ground: Ground, manifest: Manifest, through: string | null): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await trx('backups').insert({ id: uuidv7(ground.clock.now()), made_at: manifest.madeAt, through });
    for (const { id: schoolId } of manifest.schools)
      await appendAudit(trx, {
        schoolId,
        at,
        actor: 'shell',
        what: 'backup.made',
        object: `school:${schoolId}`,
      });
  });
}

/** What a backup that was killed left behind a day ago: it holds a whole store, and fills the disk. */
function clearHalves(to: string, own: string): void {
  for (const name of readdirSync(to)) {
    const path = join(to, name);
    if (!/^heed-backup-.*\.half$/.test(name) || path === own) continue;
    if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
  }
}

function mustBeApart({ settings }: Ground, given: string, keysTo: string | null): void {
  const to = realPath(given);
  if (isWithin(to, settings.dataDir))
    throw new BackupFault('A backup inside DATA_DIR is lost with it. Choose a folder on another disk.');
  if (isWithin(to, settings.keyDir))
    throw new BackupFault('A backup beside the keys can be read by whoever finds it. Choose another folder.');
  if (keysTo === null) return;
  mustTakeKeys(settings.keyDir, resolve(keysTo));
  const keys = realPath(resolve(keysTo));
  if (isWithin(keys, to) || isWithin(to, keys))
    throw new BackupFault(
      'Keys and data must lie apart: whoever has both can read everything. Choose two folders.',
    );
  if (isWithin(keys, settings.dataDir))
    throw new BackupFault(
      'Keys inside DATA_DIR would be lost, or found, with the data. Choose another folder.',
    );
}

function isWithin(folder: string, parent: string): boolean {
  const way = relative(realPath(parent), folder);
  return way === '' || (way.split(sep)[0] !== '..' && !isAbsolute(way));
}

/** Where a folder really lies, though it may not be there yet. */
function realPath(folder: string): string {
  const parent = dirname(folder);
  if (existsSync(folder) || parent === folder) return realpathSync(folder);
  return join(realPath(parent), basename(folder));
}

function onAnotherDisk(folder: string, dataDir: string): boolean {
  // With PostgreSQL the data lies wherever that keeps it; DATA_DIR may not even be there.
  return !existsSync(dataDir) || statSync(folder).dev !== statSync(dataDir).dev;
}
