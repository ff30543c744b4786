import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { decrypt, encrypt, type RootKey } from './root-key';
import type { Reader, Transaction } from './database';
import type { KeyRow } from './rows/accounts';
import { timeStamp, type Clock } from '../clock';

/** Whose keys: the accounts of the whole server, or one school by its id. */
export type Scope = string;
export const ACCOUNTS: Scope = 'accounts';

/**
 * data: seals cells, one per scope and year. index: blind indexes. identity, receipt: ECDSA pairs of a
 * school. envelope: HPKE pair of one epoch. vapid: the server's push identity.
 */
export type KeyKind = KeyRow['kind'];

export interface HeldKey {
  readonly scope: Scope;
  readonly id: string;
  readonly kind: KeyKind;
  /** Year of a data key, number of an envelope key, 0 for keys that never change. */
  readonly epoch: number;
  readonly key: Buffer;
  readonly publicKey: string | null;
  readonly createdAt: string;
}

/** The public half of a pair, as it travels: a raw point in base64url. @throws for a key that is no pair */
export function publicHalf(held: HeldKey): string {
  if (held.publicKey === null) throw new Error(`a key of kind ${held.kind} has no public half`);
  return held.publicKey;
}

type HeldRow = Omit<KeyRow, 'not_after'>;

const CELL_VERSION = 1;
const journalled: readonly KeyKind[] = ['identity', 'envelope', 'receipt'];
const nameOf = (row: { scope: string; id: string; kind: string }) => `${row.scope}\0${row.kind}\0${row.id}`;

/** The server's opened keys. Everything that needs a key asks here; nothing else sees the root. */
export class KeyRing {
  readonly #root: RootKey;
  readonly #clock: Clock;
  readonly #held = new Map<string, HeldKey>();

  private constructor(root: RootKey, clock: Clock) {
    this.#root = root;
    this.#clock = clock;
  }

  /**
   * Opens every key that the database holds, and those that only the journal holds (an older backup was restored).
   * @throws when one of them cannot be opened by this root.
   */
  static async open(root: RootKey, clock: Clock, reader: Reader): Promise<KeyRing> {
    const ring = new KeyRing(root, clock);
    const rows = await reader('keys').select();
    for (const row of rows) ring.#hold(row);
    for (const line of root.journal() as (Omit<HeldRow, 'wrapped'> & { wrapped: string })[]) {
      if (!ring.#held.has(line.id)) ring.#hold({ ...line, wrapped: Buffer.from(line.wrapped, 'base64url') });
    }
    return ring;
  }

  /** Takes in keys that another process has made since; the rows are few. */
  async refresh(reader: Reader): Promise<void> {
    const rows = await reader('keys').select();
    for (const row of rows) if (!this.#held.has(row.id)) this.#hold(row);
  }

  /** Makes a key, writes it to the journal where it must outlive a restored backup, and to the database. */
  async make(
    trx: Transaction,
    given: { scope: Scope; kind: KeyKind; epoch: number; key?: Uint8Array; publicKey?: string },
  ): Promise<HeldKey> {
    const row = {
      scope: given.scope,
      id: randomUUID(),
      kind: given.kind,
      epoch: given.epoch,
      public_key: given.publicKey ?? null,
      created_at: timeStamp(this.#clock),
    };
    const wrapped = this.#root.wrap(given.key ?? randomBytes(32), nameOf(row));
    if (journalled.includes(row.kind)) this.#root.note({ ...row, wrapped: wrapped.toString('base64url') });
    await trx('keys').insert({ ...row, wrapped });
    return this.#hold({ ...row, wrapped });
  }

  /** Every key of a kind, newest epoch first. */
  all(scope: Scope, kind: KeyKind): HeldKey[] {
    const found = [...this.#held.values()].filter((key) => key.scope === scope && key.kind === kind);
    return found.sort((a, b) => b.epoch - a.epoch);
  }

  /** The newest key of a kind. @throws when the scope has none. */
  newest(scope: Scope, kind: KeyKind): HeldKey {
    const key = this.all(scope, kind)[0];
    if (!key) throw new Error(`no ${kind} key for ${scope}`);
    return key;
  }

  byId(id: string): HeldKey | null {
    return this.#held.get(id) ?? null;
  }

  /** As `byId`, and looks once more for a key that another process has made since. */
  async find(reader: Reader, id: string): Promise<HeldKey | null> {
    if (!this.#held.has(id)) await this.refresh(reader);
    return this.byId(id);
  }

  /**
   * Seals one cell: version ‖ key id (16) ‖ IV ‖ ciphertext ‖ tag, bound to its place by
   * school ‖ table ‖ row ‖ column (envelope.md, Keys).
   */
  seal(scope: Scope, table: string, row: string, column: string, text: string): Buffer {
    const key = this.newest(scope, 'data');
    const sealed = encrypt(key.key, Buffer.from(text), `${scope}\0${table}\0${row}\0${column}`);
    return Buffer.concat([
      Buffer.from([CELL_VERSION]),
      Buffer.from(key.id.replaceAll('-', ''), 'hex'),
      sealed,
    ]);
  }

  /** Opens one cell. @throws when it was moved from another place, changed, or sealed by an unknown key. */
  open(scope: Scope, table: string, row: string, column: string, cell: Uint8Array): string {
    if (cell[0] !== CELL_VERSION) throw new Error(`a cell of ${table} has an unknown version`);
    const hex = Buffer.from(cell.subarray(1, 17)).toString('hex');
    const key = this.byId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
    if (!key) throw new Error(`a cell of ${table} is sealed by an unknown key`);
    return decrypt(key.key, cell.subarray(17), `${scope}\0${table}\0${row}\0${column}`).toString();
  }

  /** HMAC-SHA-256 over a normalised value: finds and compares without storing the value in clear. */
  blindIndex(scope: Scope, what: string, value: string): string {
    const normalised = value.normalize('NFKC').trim().toLowerCase();
    return createHmac('sha256', this.newest(scope, 'index').key)
      .update(`${what}\0${normalised}`)
      .digest('hex');
  }

  #hold(row: HeldRow): HeldKey {
    const held: HeldKey = {
      scope: row.scope,
      id: row.id,
      kind: row.kind,
      epoch: row.epoch,
      key: this.#root.unwrap(row.wrapped, nameOf(row)),
      publicKey: row.public_key,
      createdAt: row.created_at,
    };
    this.#held.set(held.id, held);
    return held;
  }
}
