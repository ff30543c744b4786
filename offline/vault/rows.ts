import type { Bundle } from '../../protocol/bundle';
import type { EnvelopeKind } from '../../protocol/envelope/header';
import type { ProgressStep } from '../../protocol/intake';
import type { ParkedWord } from '../../protocol/parked-word';
import type { OutboxStanding } from '../outbox/policy';

/** What this browser is to its school. One row, key `this`. */
export interface DeviceRow {
  key: 'this';
  deviceId: string;
  schoolId: string;
  deliveryKeyId: string;
  /** signs deliveries, also while locked; ECDSA P-256, private half, not extractable */
  deliveryKey: CryptoKey;
  /** opens the names of the people here and the board, also while locked; AES-256-GCM, not extractable */
  deviceKey: CryptoKey;
  /** HMAC-SHA-256, not extractable: makes a PIN worth nothing without this device */
  pepper: CryptoKey;
  /** the site identity pinned at enrolment, 65 bytes, base64url */
  identity: string;
  /** as it was signed, and read */
  bundle: { bytes: ArrayBuffer; value: Bundle };
  /** duty list, categories and places under the device key (client/unlock/board.ts) */
  board: ArrayBuffer | null;
  /** other people use it as well */
  shared: boolean;
  /** the school has removed this device, as far as it was told; missing in rows of earlier builds */
  revoked?: boolean;
}

/** How a PIN becomes the key of its wrap. Parameters under the floor of envelope.md are refused. */
export type PinDerivation =
  | { name: 'argon2id'; memoryKiB: number; passes: number; lanes: 1 }
  | { name: 'pbkdf2-sha256'; iterations: number };

/** A second way to unlock beside the PIN: a passkey of this device (WebAuthn PRF). The school never hears of it. */
export interface PasskeyRow {
  credentialId: ArrayBuffer;
  /** 32 bytes: what the passkey answers with a secret */
  salt: ArrayBuffer;
  /** the unlock key under that secret and the device's pepper */
  wrapped: ArrayBuffer;
}

/** One person on this device. */
export interface PersonRow {
  /** by the school, at joining */
  authorKeyId: string;
  /** the device id under which the person joined; a re-enrolled tablet has another one since */
  deviceId: string;
  /** who it is, under the device key */
  profile: ArrayBuffer;
  pin: { derivation: PinDerivation; salt: ArrayBuffer; wrapped: ArrayBuffer };
  /** null: taken off again; missing in rows of earlier builds */
  passkey?: PasskeyRow | null;
  /** PKCS#8 under the unlock key */
  authorKey: ArrayBuffer;
  /** 32 bytes under the unlock key */
  rollKey: ArrayBuffer;
  /** under the roll key; null until it was fetched */
  roll: ArrayBuffer | null;
  /** wrong PINs since the last right one; survives a restart */
  wrongPins: number;
  /** device clock, ms; 0 when a PIN may be tried now */
  nextTryAt: number;
}

/** A draft as it lies here: ciphertext, and the sealed way for its author to resume it elsewhere. */
export interface DraftRow {
  draftId: string;
  /** null for a record begun without unlocking: nobody can open it here again */
  authorKeyId: string | null;
  /** 16 bytes, base64url, made at the first keystroke */
  lineageId: string;
  /** grows by one with each save; what compare-and-set compares */
  revision: number;
  /** device clock, ms */
  startedAt: number;
  updatedAt: number;
  /** 32 bytes under the unlock key; null for a record begun without unlocking */
  wrappedKey: ArrayBuffer | null;
  /** under the draft key */
  ciphertext: ArrayBuffer;
  /** the small envelope of kind `parked`, made once; sent when the draft is left (offline/parking/) */
  parked: { envelopeId: string; digest: string; bytes: ArrayBuffer };
  /** how far the draft itself has come to the school since it was left; an earlier save may undo it: it is sent again */
  parking?: DraftParking;
  /** the school holds it, and nobody opens it here any more */
  closed?: boolean;
  /** its author has deleted it: the school is told, since it holds it, and then it goes */
  thrownAway?: boolean;
}

/** One revision of a draft on its way to the school, with a standing as an envelope has. */
export interface DraftParking extends OutboxStanding {
  revision: number;
  /** what the school said of it; null before that */
  word: ParkedWord['standing'] | null;
}

/** What somebody wrote while practising. It is no draft: it has no parked envelope, and nothing ever sends it. */
export interface PracticeRow {
  practiceId: string;
  authorKeyId: string;
  /** device clock, ms */
  updatedAt: number;
  /** under the unlock key */
  ciphertext: ArrayBuffer;
}

/** What somebody has begun to add to a record that they have sent, and not sent yet. */
export interface AdditionRow {
  additionId: string;
  /** the record's envelope */
  recordId: string;
  authorKeyId: string;
  /** grows by one with each save; what compare-and-set compares */
  revision: number;
  /** device clock, ms */
  updatedAt: number;
  /** under the unlock key */
  ciphertext: ArrayBuffer;
}

/** A file: its chunks are sealed and lie in `envelopes`; the key of a draft's is in the encrypted draft alone. */
export interface FileRow {
  fileId: string;
  lineageId: string;
  /** device clock, ms */
  createdAt: number;
  /** every chunk is here */
  whole: boolean;
  /** it belongs to no draft: its chunks go one by one in a session (client/sealing/send-online.ts) */
  online?: true;
  /** in their order */
  parts: Pick<OutboxRow, 'envelopeId' | 'digest' | 'byteLength'>[];
}

/** One sealed envelope that the school has not yet backed up. Its bytes lie in `envelopes`. */
export interface OutboxRow extends OutboxStanding {
  envelopeId: string;
  lineageId: string;
  kind: EnvelopeKind;
  /** SHA-256 of the whole envelope, base64url */
  digest: string;
  byteLength: number;
  /** device clock, ms */
  createdAt: number;
  /** says to its author alone whose it is, under the unlock key; null for an unconfirmed author */
  ownerMark: ArrayBuffer | null;
  /** of a chunk: its file, so that a screen can count them */
  fileId?: string;
}

/** The exact bytes of one envelope: a retry is byte-identical. */
export interface EnvelopeRow {
  envelopeId: string;
  bytes: ArrayBuffer;
}

/** A signed reply of the school, kept once for all receipts in it. */
export interface ReplyRow {
  replyId: string;
  bytes: ArrayBuffer;
}

/** One step of a record, free of content. */
export interface ReceiptStep {
  step: ProgressStep;
  at: string;
  count?: number | undefined;
}

/** The school's word that it holds one envelope, and how far that has come since. */
export interface ReceiptRow {
  envelopeId: string;
  lineageId: string;
  kind: EnvelopeKind;
  replyId: string;
  reference: string;
  /** the school's clock, ISO */
  serverTime: string;
  /** device clock, ms */
  createdAt: number;
  ownerMark: ArrayBuffer | null;
  steps: ReceiptStep[];
}

/** Something to do at the next connection. */
export interface ChoreRow {
  /** `practised:` and the author key id of whoever has practised: the school is to hear of it */
  name: 'end-session' | `practised:${string}`;
  /** device clock, ms */
  since: number;
}
