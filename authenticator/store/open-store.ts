import { sameCodes, type Account } from '../otp/account';
import { codeKey } from '../otp/totp';
import type { AccountRow, Database } from './database';
import { openJson, sealJson } from './seal';

/** An account as the list shows it. Its secret is a key that no script can read. */
export interface ShownAccount extends Omit<Account, 'secret'> {
  readonly id: string;
  readonly key: CryptoKey;
}

/** Somebody started afresh in another window: this page holds a key that opens nothing any more. */
export class StartedAfresh extends Error {
  override name = 'StartedAfresh';
}

/** The accounts, while the PIN has opened them. Locking is letting go of this object. */
export class OpenStore {
  readonly #database: Database;
  readonly #lockId: string;
  readonly #key: CryptoKey;

  constructor(database: Database, lockId: string, key: CryptoKey) {
    this.#database = database;
    this.#lockId = lockId;
    this.#key = key;
  }

  /** All accounts in their order, ready to show codes. */
  async list(): Promise<ShownAccount[]> {
    const rows = await this.#rows();
    return Promise.all(
      rows.map(async (row) => {
        const { secret, ...account } = await this.#open(row);
        return { ...account, id: row.id, key: await codeKey(secret, account.algorithm) };
      }),
    );
  }

  /** All accounts in their order, secrets and all, for an export. */
  async accounts(): Promise<Account[]> {
    return Promise.all((await this.#rows()).map((row) => this.#open(row)));
  }

  /**
   * Adds accounts at the end of the list.
   * @returns the ids of the new ones; one that shows the codes of an account that is here already is left out
   */
  async add(accounts: readonly Account[]): Promise<string[]> {
    const known = await this.accounts();
    const places = (await this.#rows()).map(({ place }) => place);
    const rows: AccountRow[] = [];
    for (const account of accounts) {
      if (known.some((one) => sameCodes(one, account))) continue;
      known.push(account);
      const place = Math.max(-1, ...places) + 1 + rows.length;
      rows.push(await this.#sealed({ id: crypto.randomUUID(), place }, account));
    }
    await this.#write(rows);
    return rows.map(({ id }) => id);
  }

  /** Gives an account other names; its codes stay as they are. */
  async rename(id: string, names: Pick<Account, 'issuer' | 'name'>): Promise<void> {
    const row = (await this.#rows()).find((one) => one.id === id);
    if (row) await this.#write([await this.#sealed(row, { ...(await this.#open(row)), ...names })]);
  }

  /** Moves an account one place up (-1) or down (1); at the end of the list it stays. */
  async move(id: string, by: -1 | 1): Promise<void> {
    const rows = await this.#rows();
    const from = rows.findIndex((row) => row.id === id);
    const other = rows[from + by];
    const row = rows[from];
    if (row && other)
      await this.#write([
        { ...row, place: other.place },
        { ...other, place: row.place },
      ]);
  }

  /** Removes an account; its secret is gone from this device. */
  async remove(id: string): Promise<void> {
    await this.#write([], [id]);
  }

  async #rows(): Promise<AccountRow[]> {
    const work = this.#database.transaction(['lock', 'accounts']);
    const lock = await work.objectStore('lock').get('lock');
    if (lock?.id !== this.#lockId) throw new StartedAfresh();
    return (await work.objectStore('accounts').getAll()).sort((a, b) => a.place - b.place);
  }

  async #open(row: AccountRow): Promise<Account> {
    return (await openJson(this.#key, `account ${row.id}`, row.sealed)) as Account;
  }

  async #sealed({ id, place }: Pick<AccountRow, 'id' | 'place'>, account: Account): Promise<AccountRow> {
    return { id, place, sealed: await sealJson(this.#key, `account ${id}`, account) };
  }

  /** On the disk when it resolves: a secret that was scanned once is not shown again by its service. */
  async #write(rows: readonly AccountRow[], removed: readonly string[] = []): Promise<void> {
    const work = this.#database.transaction(['lock', 'accounts'], 'readwrite', { durability: 'strict' });
    const lock = await work.objectStore('lock').get('lock');
    if (lock?.id !== this.#lockId) throw new StartedAfresh();
    const accounts = work.objectStore('accounts');
    for (const row of rows) await accounts.put(row);
    for (const id of removed) await accounts.delete(id);
    await work.done;
  }
}
