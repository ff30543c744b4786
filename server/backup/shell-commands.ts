import { plural } from '../../protocol/words/language';
import { systemClock } from '../clock';
import type { Settings } from '../env';
import type { Ground } from '../ground';
import { BackupFault } from './backup-fault';
import { makeBackup } from './make-backup';
import { restoreBackup } from './restore-backup';

/** The folder after an option; null without the option. @throws BackupFault for an option without a folder */
function after(words: readonly string[], option: string): string | null {
  const at = words.indexOf(option);
  if (at === -1) return null;
  const folder = words[at + 1];
  if (folder === undefined || folder.startsWith('--'))
    throw new BackupFault(`${option} needs a folder behind it. Nothing has been done.`);
  return folder;
}

const counted = (concerns: number): string =>
  plural(concerns, { one: '1 concern', other: `${String(concerns)} concerns` });

/** `backup --to FOLDER [--keys-to FOLDER]`. @returns what to say @throws BackupFault */
export async function backupFromShell(ground: Ground, words: readonly string[]): Promise<string> {
  const to = after(words, '--to');
  if (to === null) throw new BackupFault('Say where: backup --to FOLDER, on another disk than the data.');
  const keysTo = after(words, '--keys-to');
  const { folder, manifest, through } = await makeBackup(ground, { to, keysTo });
  const counts = manifest.schools.map(
    ({ site, concerns, auditHead }) =>
      `  ${site}: ${counted(concerns)}, audit head ${String(auditHead.seq)}:${auditHead.hash}`,
  );
  return [
    `Backup written and read back: ${folder}`,
    ...counts,
    keysTo === null
      ? 'The keys are not in it. Without root.key nothing opens: keep a copy apart (--keys-to FOLDER).'
      : `The keys were copied to ${keysTo}. Keep them apart from the backup: whoever has both can read everything.`,
    ...(through === null
      ? [
          'It lies on the disk of the data and is lost with it. Copy it to another one; tablets go on keeping their copies.',
        ]
      : []),
  ].join('\n');
}

/** `restore FOLDER [--keys FOLDER] [--replace]`. @returns what to say @throws BackupFault */
export async function restoreFromShell(settings: Settings, words: readonly string[]): Promise<string> {
  const [from] = words;
  if (from === undefined || from.startsWith('--'))
    throw new BackupFault('Say which: restore FOLDER, the folder that "backup" wrote.');
  const plan = { from, keys: after(words, '--keys'), replace: words.includes('--replace') };
  const { manifest, aside } = await restoreBackup(settings, systemClock, plan);
  const concerns = manifest.schools.map(({ site, concerns: count }) => `  ${site}: ${counted(count)}`);
  return [
    `Restored the backup of ${manifest.madeAt}.`,
    ...concerns,
    ...(aside === null ? [] : [`What was there before lies in ${aside}.`]),
    'Everybody has to log in again, and tablets offer again what they still hold. Start with: npm start',
  ].join('\n');
}
