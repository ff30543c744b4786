import { openJson, sealJson } from '../aes';
import { useVault } from '../vault/connection';
import type { OutboxRow, ReceiptRow, ReceiptStep } from '../vault/rows';
import type { HoldCode } from './policy';

const OWNER_MARK = 'owner-mark';

/** How many rows have no receipt, by what they need. No names: the locked screen shows it. */
export interface OutboxSummary {
  /** all without a receipt */
  unsent: number;
  /** how many of these are actions on a concern */
  actions: number;
  /** "Not sent: sign in" */
  signIn: number;
  /** "Not sent: needs you" */
  needsYou: number;
  /** "Update needed" */
  updateNeeded: number;
  /** device clock, ms; null when nothing is unsent */
  oldestAt: number | null;
}

/** How far one record has come, without content. */
export interface RecordProgress {
  envelopeId: string;
  /** the envelope of the record that it adds to; null: it is a record, or nobody has unlocked who may know */
  addsTo: string | null;
  /** the concern of an action, on the same terms */
  acted: ActedOn | null;
  lineageId: string;
  kind: OutboxRow['kind'];
  /** device clock, ms: when Send was pressed */
  sentAt: number;
  state: 'waiting' | 'held' | 'received';
  code: HoldCode | null;
  /** device clock, ms; 0 when it may be tried at once */
  nextTryAt: number;
  /** both null without the school's receipt */
  reference: string | null;
  receivedAt: string | null;
  steps: ReceiptStep[];
}

/** An action that went by the outbox: what it is in the concern, and which concern that is. */
export interface ActedOn {
  actionId: string;
  concernId: string;
  reference: string;
}

/** What the unlocked author alone learns of a row: that it is theirs, and what it adds to. */
interface OwnerMark {
  sentAt: number;
  /** envelope of the record that it adds to */
  addsTo?: string;
  acted?: ActedOn;
}

/** Says to the unlocked author alone that a row is theirs. */
export async function makeOwnerMark(unlockKey: CryptoKey, mark: OwnerMark): Promise<ArrayBuffer> {
  return sealJson(unlockKey, OWNER_MARK, mark);
}

/** What waits on this device. The key of a draft that was left is no record that anybody has sent. */
export async function summariseOutbox(): Promise<OutboxSummary> {
  const all = await useVault(async (vault) => {
    const index = vault.transaction('outbox').store.index('by-state');
    return (await Promise.all([index.getAll('waiting'), index.getAll('held')])).flat();
  });
  const words = all.filter(({ kind }) => kind !== 'attachment' && kind !== 'parked');
  const said = new Set(words.map(({ lineageId }) => lineageId));
  // A record whose words have arrived is unsent as long as a chunk of its files waits, once.
  const files = all.filter(
    ({ kind, lineageId }) => kind === 'attachment' && !said.has(lineageId) && said.add(lineageId),
  );
  const rows = [...words, ...files];
  const having = (...codes: (HoldCode | null)[]) => rows.filter(({ code }) => codes.includes(code)).length;
  const signIn = having('unknown-device');
  const updateNeeded = having('client-too-old');
  return {
    unsent: rows.length,
    actions: rows.filter(({ kind }) => kind === 'action').length,
    signIn,
    updateNeeded,
    needsYou: rows.length - having(null) - signIn - updateNeeded,
    oldestAt: rows.length === 0 ? null : Math.min(...rows.map(({ createdAt }) => createdAt)),
  };
}

/** One record's progress by its envelope, or null when this device knows nothing of it. */
export async function readRecordProgress(envelopeId: string): Promise<RecordProgress | null> {
  const [row, receipt] = await useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'receipts']);
    return Promise.all([
      tx.objectStore('outbox').get(envelopeId),
      tx.objectStore('receipts').get(envelopeId),
    ]);
  });
  return progressOf(row, receipt);
}

/** How many files of a record have a receipt for each of their chunks; 0 of 0 once their bytes are let go. */
export async function readFilesSent(lineageId: string): Promise<{ here: number; all: number }> {
  const rows = (await useVault((vault) => vault.getAll('outbox'))).filter(
    (row) => row.lineageId === lineageId && row.fileId !== undefined,
  );
  const all = new Set(rows.map(({ fileId }) => fileId));
  const waiting = new Set(rows.filter(({ state }) => state !== 'received').map(({ fileId }) => fileId));
  return { here: all.size - waiting.size, all: all.size };
}

/** The unlocked person's own records on this device, the newest first. */
export async function listOwnRecords(unlockKey: CryptoKey): Promise<RecordProgress[]> {
  const [rows, receipts] = await useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'receipts']);
    return Promise.all([tx.objectStore('outbox').getAll(), tx.objectStore('receipts').getAll()]);
  });
  const byId = new Map<string, [OutboxRow | undefined, ReceiptRow | undefined]>();
  for (const receipt of receipts) byId.set(receipt.envelopeId, [undefined, receipt]);
  for (const row of rows) byId.set(row.envelopeId, [row, byId.get(row.envelopeId)?.[1]]);
  const own = await Promise.all(
    [...byId.values()].map(async ([row, receipt]) => {
      const mark = row?.ownerMark ?? receipt?.ownerMark ?? null;
      const own = mark && (await openMark(unlockKey, mark));
      return own && progressOf(row, receipt, own);
    }),
  );
  return own.filter((record) => record !== null).sort((a, b) => b.sentAt - a.sentAt);
}

/** Null for somebody else's. */
async function openMark(unlockKey: CryptoKey, mark: ArrayBuffer): Promise<OwnerMark | null> {
  try {
    return (await openJson(unlockKey, OWNER_MARK, mark)) as OwnerMark;
  } catch {
    return null;
  }
}

// A row that was offered again after a restore has an old receipt: without a new one no step is shown.
function progressOf(
  row: OutboxRow | undefined,
  receipt: ReceiptRow | undefined,
  { addsTo = null, acted = null }: Partial<Pick<RecordProgress, 'addsTo' | 'acted'>> = {},
): RecordProgress | null {
  const known = row ?? receipt;
  if (!known) return null;
  const proved = row && row.state !== 'received' ? undefined : receipt;
  return {
    envelopeId: known.envelopeId,
    addsTo,
    acted,
    lineageId: known.lineageId,
    kind: known.kind,
    sentAt: known.createdAt,
    state: row?.state ?? 'received',
    code: row?.code ?? null,
    nextTryAt: row?.nextTryAt ?? 0,
    reference: proved?.reference ?? null,
    receivedAt: proved?.serverTime ?? null,
    steps: proved?.steps ?? [],
  };
}
