import { createHash, randomBytes } from 'node:crypto';
import { fromBase64url, toBase64url } from '../../protocol/bytes';
import { EnvelopeFault } from '../../protocol/envelope/fault';
import { importFileKey, openChunk } from '../../protocol/files/chunks';
import { chunkCount } from '../../protocol/files/limits';
import { sniffType, SNIFFED_BYTES, type FileType } from '../../protocol/files/sniff';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import type { FilePartRow, FileRow } from '../storage/rows/files';
import { sealAtRest } from './at-rest';
import { readChunk } from './open-part';
import { keptPath } from './shelf/shelf';
import { readSent } from './store';

/** Its chunks are here, and are not what its record says. */
class NotTheFile extends Error {}

type Part = Pick<FilePartRow, 'part' | 'parts' | 'sha256'>;

/**
 * Puts a file together once all its chunks are here: opened one after another, compared with what its record says, and
 * sealed anew under a key of the school. What does not fit is damaged, for good: its record says so.
 * @returns whether it was joined or found damaged now; false while chunks are missing, or another process was first
 */
export async function joinFile(ground: Ground, file: FileRow): Promise<boolean> {
  const parts = await findParts(ground, file);
  if (!parts) return false;
  const key = randomBytes(32);
  const place = toBase64url(randomBytes(16));
  const target = keptPath(file.school_id, place);
  const read = new FileReader(ground, file, parts);
  try {
    await ground.files.put(target, sealAtRest(key, file.size, read.chunks()));
    read.mustBeWhole();
  } catch (fault) {
    await ground.files.remove(target);
    if (!(fault instanceof NotTheFile) && !(fault instanceof EnvelopeFault)) throw fault;
    return settle(ground, file, { state: 'damaged', place: null, kept_key: null, type: null });
  }
  const { kept_key } = cellsOf(ground.keys, file.school_id, 'files').seal(file.file_id, {
    kept_key: toBase64url(key),
  });
  const settled = await settle(ground, file, { state: 'here', place, kept_key, type: read.type });
  if (!settled) await ground.files.remove(target);
  return settled;
}

/** One chunk for each place, of the same lineage; null while one is missing. */
async function findParts(ground: Ground, file: FileRow): Promise<Part[] | null> {
  const count = chunkCount(file.size);
  const found = await ground.database
    .read('file_parts')
    .where({ school_id: file.school_id, file_id: file.file_id, lineage_id: file.lineage_id, parts: count })
    .whereNotNull('sha256')
    .orderBy(['part', 'envelope_id'])
    .select('part', 'parts', 'sha256');
  const parts = found.filter((one, at) => found[at - 1]?.part !== one.part);
  return parts.length === count ? parts : null;
}

/** Reads a file out of its chunks, one in memory at a time. */
class FileReader {
  /** By its own first bytes, once they were read. */
  type: FileType | null = null;
  readonly #ground: Ground;
  readonly #file: FileRow;
  readonly #parts: readonly Part[];
  readonly #hash = createHash('sha256');
  readonly #sent: { key: string; sha256: string };
  #size = 0;

  constructor(ground: Ground, file: FileRow, parts: readonly Part[]) {
    this.#ground = ground;
    this.#file = file;
    this.#parts = parts;
    this.#sent = readSent(ground, file);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    const { school_id, lineage_id } = this.#file;
    const key = await importFileKey(fromBase64url(this.#sent.key));
    for (const { part, parts, sha256 } of this.#parts) {
      const sealed = await readChunk(this.#ground, school_id, sha256 ?? '');
      if (!sealed) throw new NotTheFile();
      const seal = { key, prefix: sealed.prefix, lineageId: lineage_id };
      const plain = await openChunk(seal, { part, parts }, sealed.ciphertext);
      this.type ??= sniffType(plain.subarray(0, SNIFFED_BYTES));
      this.#hash.update(plain);
      this.#size += plain.length;
      yield plain;
    }
  }

  /** @throws NotTheFile unless it is, to the byte, what its author has chosen */
  mustBeWhole(): void {
    const same = this.#hash.digest('base64url') === this.#sent.sha256;
    if (!same || this.#size !== this.#file.size) throw new NotTheFile();
  }
}

type Settled = Pick<FileRow, 'state' | 'place' | 'kept_key' | 'type'>;

/** False when another process was first. */
async function settle(ground: Ground, file: FileRow, settled: Settled): Promise<boolean> {
  const { school_id, file_id } = file;
  const at = timeStamp(ground.clock);
  return ground.database.write(async (trx) => {
    const changed = await trx('files')
      .where({ school_id, file_id, state: 'coming' })
      .update({ ...settled, sent: null, here_at: at, late_at: null });
    if (changed === 0) return false;
    for (const object of await objectsOf(trx, file))
      await appendAudit(trx, {
        schoolId: school_id,
        at,
        actor: 'heed',
        what: settled.state === 'here' ? 'file.arrived' : 'file.damaged',
        object,
        facts: { file: file_id },
      });
    return true;
  });
}

/** What a file belongs to, in the words of the audit. */
export async function objectsOf(
  trx: Transaction,
  { school_id, file_id, belongs_to }: FileRow,
): Promise<string[]> {
  const concerns = await trx('concern_files')
    .where({ school_id, file_id })
    .distinct()
    .pluck<string[]>('concern_id');
  return [...concerns.map((id) => `concern:${id}`), ...(belongs_to === null ? [] : [belongs_to])];
}
