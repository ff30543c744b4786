import type { DeviceCalls } from '../../client/unlock/device-calls';
import { signBundle, type Bundle } from '../../protocol/bundle';
import { fromBase64url, sha256, toBase64url, type Bytes } from '../../protocol/bytes';
import { parseDeliveryHeader, verifyDelivery } from '../../protocol/delivery';
import type { DeviceBoard, Roll } from '../../protocol/devices';
import { envelopeDigest } from '../../protocol/envelope/seal';
import { parseEnvelope } from '../../protocol/envelope/format';
import { HE1_SUITE } from '../../protocol/envelope/header';
import {
  exportPublicKey,
  generateHpkeKeyPair,
  generateSigningKeyPair,
  importHpkePrivateKey,
} from '../../protocol/envelope/keys';
import { openEnvelope, type OpenedEnvelope } from '../../protocol/envelope/open';
import { parseRequest } from '../../protocol/envelope/request';
import { openSealed, unlockInfo } from '../../protocol/envelope/sealed-box';
import { uuidv7 } from '../../protocol/identifiers';
import { deliverEnvelopes, RECEIPTS_TYPE, type Progress } from '../../protocol/intake';
import { PARKED_PATH } from '../../protocol/parked-word';
import { signReceipts, type Receipt, type Refusal } from '../../protocol/receipts';
import { signJson } from '../../protocol/signed-json';

/** One POST that reached the school, as its network saw it. */
export interface SeenDelivery {
  bodyBytes: number;
  /** body, request line and headers as a browser sends them, roughly */
  envelopeIds: string[];
  credentials: RequestCredentials;
}

/** What a test puts between tablet and school: an answer of its own, or null to let it through. */
export type Gate = (
  request: Request,
  through: () => Promise<Response>,
) => Promise<Response | null> | Response | null;

/**
 * Oakfield on the wire, with real keys and signatures, in Node and in a browser: takes envelopes, answers with signed
 * receipts, gives out its bundle. What it does not do is store and judge; the server's own tests do that.
 */
export class School {
  readonly id = uuidv7(Date.UTC(2026, 8, 1));
  readonly held = new Map<string, Receipt>();
  readonly envelopes = new Map<string, Bytes>();
  readonly deliveries: SeenDelivery[] = [];
  readonly refuse = new Map<string, Refusal['code']>();
  readonly asked: string[] = [];
  progress: Progress[] = [];
  /** drafts that were left, by their parked envelope; a null text was thrown away */
  readonly left = new Map<string, { revision: number; ciphertext: string | null }>();
  /** what was left and has been sent, thrown away or opened meanwhile */
  readonly ended = new Set<string>();
  gate: Gate | null = null;
  changes: Partial<Bundle> = {};
  clock = Date.UTC(2026, 10, 23, 12, 51);
  signedOut = 0;
  /** the school has removed its devices */
  revoked = false;
  readonly deviceKeys = new Map<string, Bytes>();
  readonly sealedUnlockKeys = new Map<string, string>();
  readonly authorKeys = new Map<string, Bytes>();
  readonly #identity: CryptoKeyPair;
  readonly #receipt: CryptoKeyPair;
  readonly #envelope: { publicKey: Bytes; recipient: CryptoKeyPair };

  private constructor(
    identity: CryptoKeyPair,
    receipt: CryptoKeyPair,
    envelope: { publicKey: Bytes; recipient: CryptoKeyPair },
  ) {
    this.#identity = identity;
    this.#receipt = receipt;
    this.#envelope = envelope;
  }

  static async open(): Promise<School> {
    const stored = await generateHpkeKeyPair();
    const recipient = await importHpkePrivateKey(stored.privateKey, stored.publicKey);
    return new School(await generateSigningKeyPair(true), await generateSigningKeyPair(true), {
      publicKey: stored.publicKey,
      recipient,
    });
  }

  async identity(): Promise<string> {
    return toBase64url(await exportPublicKey(this.#identity.publicKey));
  }

  async bundle(): Promise<Bytes> {
    return signBundle(this.#identity.privateKey, {
      v: 1,
      schoolId: this.id,
      epoch: 1,
      kid: 'e1',
      suite: HE1_SUITE,
      publicKey: toBase64url(this.#envelope.publicKey),
      notBefore: '2026-09-01T00:00:00.000Z',
      notAfter: '2027-09-01T00:00:00.000Z',
      receiptPublicKey: toBase64url(await exportPublicKey(this.#receipt.publicKey)),
      minClient: '0.1.0',
      storeEpoch: 'store-1',
      backedUpThrough: null,
      previousHash: null,
      ...this.changes,
    });
  }

  /** A new school day, with the same keys: holds nothing, refuses nothing. */
  forget(): void {
    for (const kept of [this.held, this.envelopes, this.refuse, this.left, this.ended]) kept.clear();
    this.deliveries.length = 0;
    this.asked.length = 0;
    this.progress = [];
    this.gate = null;
    this.revoked = false;
    this.changes = {};
  }

  /** Opens what it holds, as the judge would. */
  async read(envelopeId: string): Promise<OpenedEnvelope> {
    return openEnvelope(this.envelopes.get(envelopeId)!, this.#envelope.recipient);
  }

  async openUnlockKey(authorKeyId: string): Promise<string> {
    const box = fromBase64url(this.sealedUnlockKeys.get(authorKeyId)!);
    return toBase64url(await openSealed(this.#envelope.recipient, unlockInfo(this.id, 'e1'), box));
  }

  /** The network between tablet and school. */
  readonly fetch: typeof fetch = async (input, init) => {
    const address = typeof input === 'string' ? `https://oakfield.example${input}` : input;
    // A body for another origin may not be kept alive past a page; the tablet's real one is for its own.
    const request = new Request(address, { ...init, keepalive: false, redirect: 'follow' });
    const through = () => this.answer(request.clone(), init?.credentials ?? 'same-origin');
    return (await this.gate?.(request.clone(), through)) ?? through();
  };

  async answer(request: Request, credentials: RequestCredentials = 'omit'): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/bundle') return new Response(await this.bundle());
    if (pathname === deliverEnvelopes.path) return this.#take(request, credentials);
    if (pathname === '/api/progress') return this.#tell(request);
    if (pathname === PARKED_PATH) return this.#keepLeft(request);
    return new Response(null, { status: 404 });
  }

  /** A signed reply with these receipts and refusals. */
  async reply(receipts: Receipt[], refused: Refusal[] = []): Promise<Response> {
    const auditHead = { seq: 1, hash: toBase64url(new Uint8Array(32)) };
    const bytes = await signReceipts(this.#receipt.privateKey, { receipts, refused, auditHead });
    return new Response(bytes, { headers: { 'content-type': RECEIPTS_TYPE } });
  }

  async receive(bytes: Uint8Array): Promise<Receipt> {
    const { envelopeId } = parseEnvelope(bytes).header;
    const held = this.held.get(envelopeId);
    if (held) return held;
    const receipt = {
      envelopeId,
      sha256: await envelopeDigest(bytes),
      reference: `REF${String(this.held.size)}`,
      serverTime: new Date(this.clock).toISOString(),
    };
    this.held.set(envelopeId, receipt);
    this.envelopes.set(envelopeId, new Uint8Array(bytes));
    return receipt;
  }

  async #take(request: Request, credentials: RequestCredentials): Promise<Response> {
    const body = await this.#proved(request);
    if (!body) return new Response(null, { status: 401 });
    const { envelopes } = parseRequest(body);
    const ids = envelopes.map((bytes) => parseEnvelope(bytes).header.envelopeId);
    this.deliveries.push({ bodyBytes: body.length, envelopeIds: ids, credentials });
    const refused = ids.flatMap((envelopeId) => {
      const code = this.refuse.get(envelopeId);
      return code ? [{ envelopeId, code }] : [];
    });
    const taken = envelopes.filter((_bytes, at) => !this.refuse.has(ids[at]!));
    return this.reply(await Promise.all(taken.map((bytes) => this.receive(bytes))), refused);
  }

  async #tell(request: Request): Promise<Response> {
    const body = await this.#proved(request);
    if (!body) return new Response(null, { status: 401 });
    const { envelopeIds } = JSON.parse(new TextDecoder().decode(body)) as { envelopeIds: string[] };
    this.asked.push(...envelopeIds);
    const progress = this.progress.filter(({ envelopeId }) => envelopeIds.includes(envelopeId));
    return Response.json({ progress, revoked: this.revoked });
  }

  async #keepLeft(request: Request): Promise<Response> {
    const body = await this.#proved(request);
    if (!body) return new Response(null, { status: 401 });
    const { envelopeId, revision, ciphertext } = JSON.parse(new TextDecoder().decode(body)) as {
      envelopeId: string;
      revision: number;
      ciphertext: string | null;
    };
    this.left.set(envelopeId, { revision, ciphertext });
    const word = {
      envelopeId,
      sha256: ciphertext === null ? null : toBase64url(await sha256(fromBase64url(ciphertext))),
      standing: ciphertext === null || this.ended.has(envelopeId) ? 'ended' : 'open',
      serverTime: new Date(this.clock).toISOString(),
    };
    const bytes = await signJson('parked', this.#receipt.privateKey, word);
    return new Response(bytes, { headers: { 'content-type': RECEIPTS_TYPE } });
  }

  /** The body, if one of the school's devices signed it. */
  async #proved(request: Request): Promise<Bytes | null> {
    const given = parseDeliveryHeader(request.headers.get('heed-delivery') ?? '');
    const key = given && this.deviceKeys.get(given.keyId);
    const body = new Uint8Array(await request.arrayBuffer());
    return key && (await verifyDelivery(key, body, given.signature)) ? body : null;
  }
}

/** Fourteen hundred pupils are not needed here: three are, with the traps of real names. */
export function aRoll(): Roll {
  const pupil = (first: string, last: string, className: string) => ({
    id: uuidv7(Date.UTC(2026, 8, 1)),
    first,
    last,
    preferred: null,
    className,
    teacher: null,
    year: null,
    classId: null,
    yearGroupId: null,
    siblings: [],
  });
  return {
    madeAt: '2026-11-23T08:00:00.000Z',
    pupils: [
      pupil('Amélie', 'O’Brien', '4B'),
      pupil('Tom', 'Smith-Jones', '4B'),
      pupil('Zoë', 'Nowak', '2A'),
    ],
    ownClasses: ['4B'],
    staff: [],
    alertGroups: [],
    mayAdd: [],
  };
}

export function aBoard(): DeviceBoard {
  return {
    madeAt: '2026-11-23T08:00:00.000Z',
    schoolName: 'Oakfield Primary',
    deviceName: 'Playground tablet 2',
    duty: [{ role: 'lead', name: 'Mrs Shah', reach: 'Office, ext. 12' }],
    childrensServices: null,
    childrensServicesOutOfHours: null,
    categories: [],
    places: [],
    agencies: [],
    fallback: ['Safeguarding team'],
  };
}

/** What a logged-in page asks of its school. */
export function callsOf(school: School): DeviceCalls {
  return {
    async enrolDevice({ deliveryKey }) {
      const [deviceId, deliveryKeyId] = [uuidv7(Date.now()), uuidv7(Date.now())];
      school.deviceKeys.set(deliveryKeyId, fromBase64url(deliveryKey));
      return { deviceId, deliveryKeyId, identity: await school.identity() };
    },
    async joinDevice(_params, { authorKey, sealedUnlockKey }) {
      const authorKeyId = uuidv7(Date.now());
      school.authorKeys.set(authorKeyId, fromBase64url(authorKey));
      school.sealedUnlockKeys.set(authorKeyId, sealedUnlockKey);
      return { authorKeyId };
    },
    leaveDevice: async () => undefined,
    openUnlockKey: async ({ authorKeyId }) => ({ unlockKey: await school.openUnlockKey(authorKeyId) }),
    readBoard: async () => aBoard(),
    readRoll: async () => aRoll(),
    async logOut() {
      school.signedOut += 1;
    },
  };
}
