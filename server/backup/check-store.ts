import type { Knex } from 'knex';
import { verifyAudit } from '../audit/verify';
import { BackupFault } from './backup-fault';
import type { Manifest } from './manifest';

/**
 * Reads a copy through: its pages, its references and every school's audit chain.
 * @throws BackupFault where anything does not fit
 */
export async function checkStore(copy: Knex): Promise<Manifest['schools']> {
  const pages = await copy.raw<{ integrity_check: string }[]>('PRAGMA integrity_check');
  if (pages[0]?.integrity_check !== 'ok') throw new BackupFault('The copy is damaged. Make another one.');
  const broken = await copy.raw<unknown[]>('PRAGMA foreign_key_check');
  if (broken.length > 0) throw new BackupFault('Rows are missing in the copy. Make another one.');
  const schools = await copy('schools').orderBy('position').select('id', 'site');
  const checked: Manifest['schools'] = [];
  for (const { id, site } of schools) {
    const verdict = await verifyAudit(copy, id);
    if (!verdict.whole) throw new BackupFault(`The audit of ${site} is not whole: ${verdict.why}.`);
    const [count] = await copy('concerns').where({ school_id: id }).count<{ rows: number }[]>({ rows: '*' });
    checked.push({ id, site, concerns: count?.rows ?? 0, auditHead: verdict.head });
  }
  return checked;
}
