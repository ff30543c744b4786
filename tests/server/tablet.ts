import { importAesKey, sealJson } from '../../offline/aes';
import { fromBase64url, fromUtf8, randomBytes, sha256, toBase64url, utf8 } from '../../protocol/bytes';
import { verifyBundle, type Bundle } from '../../protocol/bundle';
import { canonicalJson } from '../../protocol/canonical-json';
import type { ConcernBody } from '../../protocol/concern-body';
import { signAuthorCall, signDelivery } from '../../protocol/delivery';
import { HE1_SUITE } from '../../protocol/envelope/header';
import { exportPublicKey, generateSigningKeyPair } from '../../protocol/envelope/keys';
import { encodeRequest } from '../../protocol/envelope/request';
import { sealEnvelope } from '../../protocol/envelope/seal';
import { sealToSchool, unlockInfo } from '../../protocol/envelope/sealed-box';
import {
  encodeChunk,
  fileIdOf,
  importFileKey,
  sealChunk,
  type ChunkPlace,
} from '../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../protocol/files/limits';
import { newEnvelopeId, newLineageId } from '../../protocol/identifiers';
import { DELIVERY_HEADER } from '../../protocol/intake';
import type { Contract } from '../../protocol/contract';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Problem } from '../../protocol/problems';
import { encodePayload, type Attachment, type Payload, type PayloadAuthor } from '../../protocol/payload';
import { verifyParkedWord, type ParkedWord } from '../../protocol/parked-word';
import { verifyReceipts, type ReceiptReply } from '../../protocol/receipts';
import type { WebKeyPair } from '../../protocol/web-keys';
import { Visitor } from './visitor';

/** A concern about one listed pupil, written just now; give what a story needs to differ. */
export function aConcern(given: Partial<ConcernBody> & { pupilId?: string; at?: string } = {}): ConcernBody {
  const { pupilId, at = '2026-11-23T12:43:00.000Z', ...body } = given;
  return {
    pupils: pupilId
      ? [{ kind: 'listed', pupilId, shown: 'Amira Khan' }]
      : [{ kind: 'not-on-list', description: 'A girl in a red coat' }],
    text: 'She had a bruise on her left forearm, about 3 cm, yellow-green.',
    when: { kind: 'just-now', at, about: false },
    where: {},
    categories: [],
    told: { kind: 'not-yet' },
    alert: { staff: [], groups: [] },
    agencies: [],
    startedAt: at,
    sentAt: at,
    ...body,
  };
}

export interface SealOptions {
  readonly author?: PayloadAuthor;
  readonly envelopeId?: string;
  readonly lineageId?: string;
  readonly kid?: string;
  /** Sealed by another build of the client than today's. */
  readonly clientBuild?: string;
  /** Signs with another key than the enrolled one. */
  readonly forged?: boolean;
  /** These bytes in place of what a concern is made of. */
  readonly payload?: Uint8Array;
  readonly kind?: 'concern' | 'action' | 'addendum' | 'parked' | 'attachment';
  /** Files that the concern names. */
  readonly attachments?: readonly Attachment[];
  /** Which part of how many it is. */
  readonly place?: ChunkPlace;
}

/** A file as a tablet has sealed it: what its record says of it, and an envelope for each chunk. */
export interface SealedFile {
  readonly attachment: Attachment;
  readonly fileId: string;
  readonly envelopes: { readonly id: string; readonly bytes: Uint8Array }[];
}

/** A draft that lies on a tablet. */
export interface LeftDraft {
  /** Its parked envelope, made with its first keystroke. */
  readonly envelope: { readonly id: string; readonly bytes: Uint8Array };
  readonly lineageId: string;
  readonly key: CryptoKey;
  readonly content: object;
}

/** A shared tablet of the school with one person on it: real keys, real envelopes. */
export class Tablet {
  readonly visitor: Visitor;
  readonly deviceId: string;
  readonly deliveryKeyId: string;
  readonly bundle: Bundle;
  readonly staffId: string;
  readonly authorKeyId: string;
  readonly unlockKey: Uint8Array;
  readonly #deliveryKey: WebKeyPair;
  readonly #authorKey: WebKeyPair;

  private constructor(
    parts: Pick<
      Tablet,
      'visitor' | 'deviceId' | 'deliveryKeyId' | 'bundle' | 'staffId' | 'authorKeyId' | 'unlockKey'
    >,
    keys: { delivery: WebKeyPair; author: WebKeyPair },
  ) {
    this.visitor = parts.visitor;
    this.deviceId = parts.deviceId;
    this.deliveryKeyId = parts.deliveryKeyId;
    this.bundle = parts.bundle;
    this.staffId = parts.staffId;
    this.authorKeyId = parts.authorKeyId;
    this.unlockKey = parts.unlockKey;
    this.#deliveryKey = keys.delivery;
    this.#authorKey = keys.author;
  }

  /** Enrols the browser of a logged-in person as a device, and the person on it. */
  static async enrol(visitor: Visitor, name = 'Playground tablet 2'): Promise<Tablet> {
    const delivery = await generateSigningKeyPair(false);
    const author = await generateSigningKeyPair(true);
    const deliveryKey = toBase64url(await exportPublicKey(delivery.publicKey));
    const device = await visitor.must('enrolDevice', { body: { name, deliveryKey } });
    const { bytes } = await visitor.call('readBundle');
    const bundle = await verifyBundle(fromBase64url(device.identity), bytes);
    if (!bundle) throw new Error('the bundle is not signed by the school');
    const unlockKey = randomBytes(32);
    const info = unlockInfo(bundle.schoolId, bundle.kid);
    const sealed = await sealToSchool(fromBase64url(bundle.publicKey), info, unlockKey);
    const authorKey = toBase64url(await exportPublicKey(author.publicKey));
    const { authorKeyId } = await visitor.must('joinDevice', {
      params: { id: device.deviceId },
      body: { authorKey, sealedUnlockKey: toBase64url(sealed), kid: bundle.kid },
    });
    const { session } = await visitor.must('readSession');
    const parts = { visitor, ...device, bundle, staffId: session!.staffId, authorKeyId, unlockKey };
    return new Tablet(parts, { delivery, author });
  }

  /**
   * Somebody types a slip's code at this tablet's lock screen. @param author the same pair again is the same try again
   * @returns the tablet as that person's, or why not
   */
  async useSlip(
    code: string,
    author?: WebKeyPair,
  ): Promise<{ tablet: Tablet; problem: null } | { tablet: null; problem: Problem }> {
    const pair = author ?? (await generateSigningKeyPair(true));
    const unlockKey = randomBytes(32);
    const { bundle, visitor, deviceId, deliveryKeyId } = this;
    const info = unlockInfo(bundle.schoolId, bundle.kid);
    const sealed = await sealToSchool(fromBase64url(bundle.publicKey), info, unlockKey);
    const authorKey = toBase64url(await exportPublicKey(pair.publicKey));
    const asked = { code, authorKey, sealedUnlockKey: toBase64url(sealed), kid: bundle.kid };
    const { status, bytes } = await this.#signed('useSlip', utf8(JSON.stringify(asked)));
    const reply: unknown = JSON.parse(fromUtf8(bytes));
    if (status !== 200) return { tablet: null, problem: reply as Problem };
    const { authorKeyId, person } = reply as ReplyOf<Contract['useSlip']>;
    const parts = { visitor, deviceId, deliveryKeyId, bundle, unlockKey, authorKeyId };
    const keys = { delivery: this.#deliveryKey, author: pair };
    return { tablet: new Tablet({ ...parts, staffId: person.staffId }, keys), problem: null };
  }

  /** Seals a concern as its person wrote it. */
  async seal(
    body: ConcernBody,
    options: SealOptions = {},
  ): Promise<{ id: string; bytes: Uint8Array; digest: string }> {
    const author = options.author ?? { staffId: this.staffId };
    const confirmed = 'staffId' in author;
    const id = options.envelopeId ?? newEnvelopeId();
    const authorKeyId = confirmed ? this.authorKeyId : null;
    const payload =
      options.payload?.slice() ??
      encodePayload('concern', {
        schema: 1,
        author,
        authorKeyId,
        body,
        attachments: [...(options.attachments ?? [])],
      });
    const other = options.forged
      ? (await generateSigningKeyPair(true)).privateKey
      : this.#authorKey.privateKey;
    const sealed = await sealEnvelope({
      header: {
        v: 1,
        suite: HE1_SUITE,
        kid: options.kid ?? this.bundle.kid,
        schoolId: this.bundle.schoolId,
        envelopeId: id,
        lineageId: options.lineageId ?? newLineageId(),
        revision: 1,
        kind: options.kind ?? 'concern',
        deviceId: this.deviceId,
        ...(options.place ?? { part: 1, parts: 1 }),
        createdAt: body.sentAt,
        clientBuild: options.clientBuild ?? '0.1.0',
      },
      payload,
      // A chunk is not signed: its file's key proves it.
      authorKey: confirmed && options.kind !== 'attachment' ? other : null,
      recipientPublicKey: fromBase64url(this.bundle.publicKey),
    });
    return { id, ...sealed };
  }

  /** Seals what its person writes after sending a record. @param record what it adds to, as its envelope names it */
  async sealAddition(
    record: { readonly id: string; readonly lineageId: string },
    text: string,
    options: Pick<SealOptions, 'author' | 'forged'> & { at?: string } = {},
  ): Promise<{ id: string; bytes: Uint8Array; digest: string }> {
    const { at = '2026-11-23T12:59:00.000Z' } = options;
    const author = options.author ?? { staffId: this.staffId };
    const authorKeyId = 'staffId' in author ? this.authorKeyId : null;
    const body = { recordId: record.id, text, sentAt: at };
    const payload = encodePayload('addendum', { schema: 1, author, authorKeyId, body, attachments: [] });
    const { lineageId } = record;
    return this.seal(aConcern({ at }), { ...options, lineageId, payload, kind: 'addendum' });
  }

  /** Seals an action that found no connection. */
  async sealAction(
    body: Payload<'action'>['body'],
    options: Pick<SealOptions, 'author' | 'forged'> = {},
  ): Promise<{ id: string; bytes: Uint8Array; digest: string }> {
    const author = options.author ?? { staffId: this.staffId };
    const authorKeyId = 'staffId' in author ? this.authorKeyId : null;
    const payload = encodePayload('action', { schema: 1, author, authorKeyId, body, attachments: [] });
    return this.seal(aConcern({ at: body.writtenAt }), { ...options, payload, kind: 'action' });
  }

  /** Seals a file for a record, chunk by chunk. @param changed makes something else of what its record says of it */
  async sealFile(
    lineageId: string,
    content: Uint8Array,
    { name = 'note.txt', changed = {} }: { name?: string; changed?: Partial<Attachment> } = {},
  ): Promise<SealedFile> {
    const key = randomBytes(32);
    const fileId = await fileIdOf(key);
    const seal = { key: await importFileKey(key), prefix: randomBytes(7), lineageId };
    const parts = chunkCount(content.length);
    const envelopes = [];
    for (let part = 1; part <= parts; part++) {
      const plain = content.subarray((part - 1) * CHUNK_BYTES, part * CHUNK_BYTES);
      const sealed = await sealChunk(seal, { part, parts }, plain);
      const payload = encodeChunk(fromBase64url(fileId), seal.prefix, sealed);
      envelopes.push(
        await this.seal(aConcern(), { lineageId, payload, kind: 'attachment', place: { part, parts } }),
      );
    }
    const facts = { sha256: toBase64url(await sha256(content)), size: content.length, type: 'text/plain' };
    return { attachment: { ...facts, key: toBase64url(key), name, ...changed }, fileId, envelopes };
  }

  /** Delivers envelopes as the tablet does: no cookie, one signature over the body. */
  async deliver(
    ...envelopes: Uint8Array[]
  ): Promise<{ status: number; reply: ReceiptReply | null; bytes: Uint8Array }> {
    return this.deliverBody(encodeRequest(envelopes));
  }

  /** Delivers to another address of the server than the tablet's own school's. @returns the answer as it came */
  async deliverTo(host: string, ...envelopes: Uint8Array[]): Promise<Uint8Array> {
    return (await this.#signed('deliverEnvelopes', encodeRequest(envelopes), { host })).bytes;
  }

  /** Delivers these very bytes, whatever they are, signed as the tablet signs. */
  async deliverBody(
    body: Uint8Array,
  ): Promise<{ status: number; reply: ReceiptReply | null; bytes: Uint8Array }> {
    const { status, bytes } = await this.#signed('deliverEnvelopes', body);
    const reply = await verifyReceipts(fromBase64url(this.bundle.receiptPublicKey), bytes);
    return { status, bytes, reply };
  }

  /** Begins a draft as the record form keeps it: its key in a parked envelope, its answers under that key. */
  async beginDraft(
    content: object,
    options: { author?: PayloadAuthor; lineageId?: string; forged?: boolean } = {},
  ): Promise<LeftDraft> {
    const lineageId = options.lineageId ?? newLineageId();
    const rawKey = randomBytes(32);
    const author = options.author ?? { staffId: this.staffId };
    const authorKeyId = 'staffId' in author ? this.authorKeyId : null;
    const body = { lineageId, draftKey: toBase64url(rawKey) };
    const payload = encodePayload('parked', { schema: 1, author, authorKeyId, body, attachments: [] });
    const envelope = await this.seal(aConcern(), { ...options, lineageId, payload, kind: 'parked' });
    return { envelope, lineageId, key: await importAesKey(rawKey), content };
  }

  /** Leaves a draft at some revision: its ciphertext, exactly as the vault has it. */
  async park(
    draft: LeftDraft,
    given: { revision?: number; content?: object; thrownAway?: boolean } = {},
  ): Promise<{ status: number; word: ParkedWord | null; bytes: Uint8Array }> {
    const at = '2026-11-23T12:43:00.000Z';
    const sealed = await sealJson(draft.key, `draft\0${draft.lineageId}`, given.content ?? draft.content);
    const body = {
      envelopeId: draft.envelope.id,
      lineageId: draft.lineageId,
      revision: given.revision ?? 1,
      beganAt: at,
      touchedAt: at,
      ciphertext: given.thrownAway ? null : toBase64url(new Uint8Array(sealed)),
    };
    const { status, bytes } = await this.#signed('keepParked', utf8(JSON.stringify(body)));
    const word = await verifyParkedWord(fromBase64url(this.bundle.receiptPublicKey), bytes);
    return { status, word, bytes };
  }

  /** Asks how far these envelopes have come. */
  async progress(...envelopeIds: string[]): Promise<unknown[]> {
    const { status, bytes } = await this.#signed('askProgress', utf8(JSON.stringify({ envelopeIds })));
    if (status !== 200) throw new Error(`progress answered ${status}`);
    return (JSON.parse(fromUtf8(bytes)) as { progress: unknown[] }).progress;
  }

  /** Says how it stands, as an open page does by itself. */
  async report(said: { waiting: number; shared?: boolean }): Promise<void> {
    const { status } = await this.#signed('askProgress', utf8(JSON.stringify({ envelopeIds: [], ...said })));
    if (status !== 200) throw new Error(`reporting answered ${status}`);
  }

  /** Whether the school tells this device that it was removed. */
  async isRevoked(): Promise<boolean | undefined> {
    const { bytes } = await this.#signed('askProgress', utf8(JSON.stringify({ envelopeIds: [] })));
    return (JSON.parse(fromUtf8(bytes)) as { revoked?: boolean }).revoked;
  }

  /** The board and the roll without a session, as an unlocked person asks for them. */
  async refresh(): Promise<number> {
    return (await this.#asAuthor('refresh')).status;
  }

  /** Tells the school, without a session, that its person has practised. */
  async notePractised(): Promise<number> {
    return (await this.#asAuthor('notePractisedAsAuthor')).status;
  }

  /** Replies to its unlocked person, without a session: that there are some, and the words of one. */
  async replies(): Promise<ReplyOf<Contract['listRepliesAsAuthor']>['replies']> {
    const { bytes } = await this.#asAuthor('listRepliesAsAuthor');
    return (JSON.parse(fromUtf8(bytes)) as ReplyOf<Contract['listRepliesAsAuthor']>).replies;
  }

  async openReply(id: string): Promise<{ status: number; text: string | undefined }> {
    const { status, bytes } = await this.#asAuthor('openReplyAsAuthor', { id });
    return { status, text: (JSON.parse(fromUtf8(bytes)) as { text?: string }).text };
  }

  async #asAuthor(
    name: 'refresh' | 'notePractisedAsAuthor' | 'listRepliesAsAuthor' | 'openReplyAsAuthor',
    params?: { id: string },
  ): Promise<{ status: number; bytes: Uint8Array }> {
    const asked = utf8(JSON.stringify({ authorKeyId: this.authorKeyId }));
    const given = await this.#signed('askChallenge', asked);
    const { challenge } = JSON.parse(fromUtf8(given.bytes)) as { challenge: string };
    const call = { authorKeyId: this.authorKeyId, challenge };
    const signature = await signAuthorCall(
      this.#authorKey.privateKey,
      fromBase64url(challenge),
      utf8(canonicalJson(call)),
    );
    return this.#signed(name, utf8(JSON.stringify({ ...call, signature })), { params });
  }

  async #signed(
    name:
      | 'deliverEnvelopes'
      | 'keepParked'
      | 'askProgress'
      | 'askChallenge'
      | 'refresh'
      | 'notePractisedAsAuthor'
      | 'listRepliesAsAuthor'
      | 'openReplyAsAuthor'
      | 'useSlip',
    body: Uint8Array,
    { host = this.visitor.host, params }: { host?: string | null; params?: { id: string } | undefined } = {},
  ): Promise<{ status: number; bytes: Uint8Array }> {
    const header = await signDelivery(this.#deliveryKey.privateKey, this.deliveryKeyId, body);
    return new Visitor(this.visitor.origin, host).call(name, {
      body,
      headers: { [DELIVERY_HEADER]: header },
      ...(params ? { params } : {}),
    });
  }
}
