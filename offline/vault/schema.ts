import type { DBSchema, IDBPDatabase } from 'idb';
import type {
  AdditionRow,
  ChoreRow,
  DeviceRow,
  DraftRow,
  EnvelopeRow,
  FileRow,
  OutboxRow,
  PersonRow,
  PracticeRow,
  ReceiptRow,
  ReplyRow,
} from './rows';

/** What the device keeps. Upgrades only ever add: an older page or worker may still be running (platform.md, 4). */
export interface VaultSchema extends DBSchema {
  device: { key: 'this'; value: DeviceRow };
  people: { key: string; value: PersonRow };
  drafts: { key: string; value: DraftRow; indexes: { 'by-author': string } };
  outbox: { key: string; value: OutboxRow; indexes: { 'by-state': string } };
  envelopes: { key: string; value: EnvelopeRow };
  replies: { key: string; value: ReplyRow };
  receipts: { key: string; value: ReceiptRow };
  chores: { key: string; value: ChoreRow };
  practice: { key: string; value: PracticeRow };
  files: { key: string; value: FileRow };
  additions: { key: string; value: AdditionRow };
}

/** An open connection. */
export type Vault = IDBPDatabase<VaultSchema>;

/** The name of the database. */
export const VAULT_NAME = 'heed-vault';
/** Grows by one with each change of the stores. */
export const VAULT_VERSION = 4;

/** One step per version; a database of any released version walks through the rest. */
const steps: readonly ((vault: Vault) => void)[] = [createStores, addPractice, addFiles, addAdditions];

/** Brings a database of `oldVersion` (0: none) up to {@link VAULT_VERSION}. */
export function upgradeVault(vault: Vault, oldVersion: number): void {
  for (const step of steps.slice(oldVersion)) step(vault);
}

function createStores(vault: Vault): void {
  vault.createObjectStore('device', { keyPath: 'key' });
  vault.createObjectStore('people', { keyPath: 'authorKeyId' });
  vault.createObjectStore('drafts', { keyPath: 'draftId' }).createIndex('by-author', 'authorKeyId');
  vault.createObjectStore('outbox', { keyPath: 'envelopeId' }).createIndex('by-state', 'state');
  vault.createObjectStore('envelopes', { keyPath: 'envelopeId' });
  vault.createObjectStore('replies', { keyPath: 'replyId' });
  vault.createObjectStore('receipts', { keyPath: 'envelopeId' });
  vault.createObjectStore('chores', { keyPath: 'name' });
}

function addFiles(vault: Vault): void {
  vault.createObjectStore('files', { keyPath: 'fileId' });
}

function addAdditions(vault: Vault): void {
  vault.createObjectStore('additions', { keyPath: 'additionId' });
}

function addPractice(vault: Vault): void {
  vault.createObjectStore('practice', { keyPath: 'practiceId' });
}
