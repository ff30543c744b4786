import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { MOST_TRAINING, suppliersSession, type SuppliersSession } from '../../protocol/training';

/** Far more than fifty sessions need, bytes. */
const LARGEST = 200_000;

const list = v.pipe(
  v.array(suppliersSession, 'It is not a list.'),
  v.maxLength(MOST_TRAINING, `It names more than ${String(MOST_TRAINING)} sessions.`),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Two sessions have the same id.'),
);

/** What stands in the supplier's file, or why it cannot be read; never both. */
export interface SuppliersList {
  readonly sessions: readonly SuppliersSession[];
  /** a sentence for whoever keeps the list */
  readonly fault: string | null;
}

/** Reads the supplier's sessions, all of them or none. @param file TRAINING_FILE */
export async function readSuppliersFile(file: string | null): Promise<SuppliersList> {
  if (file === null) return { sessions: [], fault: null };
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return faulty('The file could not be read.');
  if (text.length > LARGEST) return faulty('The file is too large.');
  try {
    const read = v.safeParse(list, JSON.parse(text));
    if (read.success) return { sessions: read.output, fault: null };
    const [{ path, message }] = read.issues;
    const where = path?.map(({ key }) => String(key)) ?? [];
    const number = where[0] === undefined ? '' : `Session ${String(Number(where[0]) + 1)}`;
    return faulty(number === '' ? message : `${[number, ...where.slice(1)].join(', ')}: ${message}`);
  } catch {
    return faulty('The file is not JSON.');
  }
}

const faulty = (fault: string): SuppliersList => ({ sessions: [], fault });
