import { fromBase64url } from '../../protocol/bytes';
import { appendAudit } from '../audit/append';
import { MINUTE, SECOND, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { Rounds } from '../rounds';
import { cellsOf } from '../storage/cells';
import type { FileRow } from '../storage/rows/files';
import { openAtRest } from './at-rest';
import { NotLookedAt, NotRead, NotScanned, scanStream, type ScannerPlace } from './clamd';
import { objectsOf } from './join-file';
import { noteAnswer, noteSilence } from './scanner-silence';
import { keptPath } from './shelf/shelf';

/** A scanner that was not reached is tried again after this long, ms. */
const AGAIN_MS = 30 * SECOND;
/** A file that could not be looked at is tried again after this long, ms. */
const FAILED_AGAIN = 10 * MINUTE;
/** Files of one look. */
const AT_ONCE = 200;

/**
 * Has every file looked at that lies here whole, one after another, oldest first: new ones, and those from before there was a
 * scanner; at last those that could not be looked at before. Without CLAMD_URL it does nothing.
 */
export class FileScanner extends Rounds {
  readonly #ground: Ground;
  readonly #tell: (file: FileRow) => Promise<void>;

  /** @param tell lets screens look again on which the file stands */
  constructor(ground: Ground, tell: (file: FileRow) => Promise<void>) {
    super(AGAIN_MS);
    this.#ground = ground;
    this.#tell = tell;
  }

  override start(): void {
    if (this.#ground.settings.scanner) super.start();
  }

  protected override async round(): Promise<void> {
    const { scanner } = this.#ground.settings;
    if (!scanner) return;
    try {
      await this.#look(scanner);
    } catch (fault) {
      const code = fault instanceof Error ? fault.name : 'unknown';
      this.#ground.log.error({ code }, 'files wait for the scanner');
      if (fault instanceof NotScanned) await noteSilence(this.#ground).catch(() => undefined);
    }
  }

  async #look(scanner: ScannerPlace): Promise<void> {
    const { database, clock } = this.#ground;
    const rows = await database
      .read('files')
      .where({ state: 'here', scan: null })
      .where((either) =>
        either.whereNull('scan_failed_at').orWhere('scan_failed_at', '<=', timeStamp(clock, -FAILED_AGAIN)),
      )
      .orderByRaw("coalesce(scan_failed_at, ''), here_at, file_id")
      .limit(AT_ONCE);
    let heard = false;
    for (const file of rows) {
      if (this.stopped) return;
      if (!(await this.#scan(scanner, file)) || heard) continue;
      heard = true;
      await noteAnswer(this.#ground);
    }
    if (rows.length === AT_ONCE) this.goOn();
  }

  /** One that cannot be looked at waits alone, behind the others. @returns whether the scanner answered @throws NotScanned where it is away */
  async #scan(scanner: ScannerPlace, file: FileRow): Promise<boolean> {
    try {
      const found = await scanStream(scanner, this.#read(file));
      if (await this.#settle(file, found)) await this.#tell(file);
      return true;
    } catch (fault) {
      if (fault instanceof NotScanned && !(fault instanceof NotLookedAt)) throw fault;
      const code = fault instanceof Error ? fault.name : 'unknown';
      const why = fault instanceof NotLookedAt ? fault.message : undefined;
      this.#ground.log.error({ code, why, file: file.file_id }, 'a file waits for the scanner');
      await this.#noteFailed(file);
      return fault instanceof NotLookedAt && !(fault instanceof NotRead);
    }
  }

  async #noteFailed({ school_id, file_id }: FileRow): Promise<void> {
    const { database, clock } = this.#ground;
    await database.write((trx) =>
      trx('files')
        .where({ school_id, file_id, scan: null })
        .update({ scan_failed_at: timeStamp(clock) }),
    );
  }

  #read(file: FileRow): AsyncGenerator<Buffer> {
    const { school_id, file_id, place, size } = file;
    const key = cellsOf(this.#ground.keys, school_id, 'files').need(file_id, 'kept_key', file.kept_key);
    const sealed = this.#ground.files.read(keptPath(school_id, place ?? ''));
    return openAtRest(sealed, fromBase64url(key), size);
  }

  /** False when another process was first. */
  async #settle(file: FileRow, found: string | null): Promise<boolean> {
    const { school_id, file_id } = file;
    const at = timeStamp(this.#ground.clock);
    return this.#ground.database.write(async (trx) => {
      const changed = await trx('files')
        .where({ school_id, file_id, scan: null })
        .update({ scan: found === null ? 'clean' : 'found', found, scanned_at: at, scan_failed_at: null });
      if (changed === 0) return false;
      for (const object of await objectsOf(trx, file))
        await appendAudit(trx, {
          schoolId: school_id,
          at,
          actor: 'heed',
          what: found === null ? 'file.scanned' : 'file.held',
          object,
          facts: { file: file_id, ...(found === null ? {} : { found }) },
        });
      return true;
    });
  }
}
