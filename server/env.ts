import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScannerPlace } from './files/clamd';
import { readBucket, type BucketPlace } from './files/shelf/bucket-place';
import { authenticatorHost } from './authenticator-address';

/** Every setting of the server, with defaults that work on a laptop (architecture.md, "Ports and settings"). */
export interface Settings {
  /** PORT: where the server listens. */
  readonly port: number;
  /** HOST: the address it binds. */
  readonly host: string;
  /** PUBLIC_URL: the origin that people open; never changes once a school is set up. */
  readonly publicUrl: URL;
  /** AUTHENTICATOR_HOST: whether people are sent to Heed Authenticator at a host of its own, or at ours. */
  readonly authenticatorAt: 'shared' | 'own';
  /** DATA_DIR: database, mail files, sealed files. */
  readonly dataDir: string;
  /** KEY_DIR: root key and key journal, outside DATA_DIR. */
  readonly keyDir: string;
  /** DATABASE_URL: PostgreSQL instead of SQLite in DATA_DIR. */
  readonly databaseUrl: string | null;
  /** FILES_URL: the folder of sealed files, as a file: address; every process of one school's server shares it. */
  readonly filesDir: string;
  /** FILES_URL as s3://…: the bucket of sealed files, instead of the folder; AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY. */
  readonly bucket: BucketPlace | null;
  /** CLAMD_URL: the scanner that looks at every file; null: none. */
  readonly scanner: ScannerPlace | null;
  /** CLAMD_UNSCANNED: whether a file is given out before the scanner has looked at it. */
  readonly unscanned: 'hold' | 'give';
  /** SMTP_URL: the school's mail server; unset writes one file per mail. */
  readonly smtpUrl: string | null;
  /** MAIL_FROM: the sender of every mail. */
  readonly mailFrom: string;
  /** VAPID_SUBJECT: whom a push service can reach about our pushes. */
  readonly vapidSubject: string;
  /** PUSH_HOSTS: the push services that subscriptions may name. */
  readonly pushHosts: readonly string[];
  /** OIDC_ISSUERS: providers beside Microsoft and Google that schools may let their staff sign in through. */
  readonly oidcIssuers: readonly string[];
  /** TRAINING_FILE: a JSON file with live sessions of Heed's supplier; null: none. */
  readonly trainingFile: string | null;
  /** TLS_CERT, TLS_KEY: PEM files to serve HTTPS without a proxy. */
  readonly tls: { cert: string; key: string } | null;
  /** TRUST_PROXY: how many proxies of our own every request passes; their X-Forwarded-For tells callers apart. */
  readonly trustProxy: number;
  /** LOG_LEVEL: silent, error, warn, info or debug. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** HEED_FAULT_POINT: tests only, stops the process at a named point (failures.md, S1–S6). */
  readonly faultPoint: string | null;
}

/** Everything that is wrong with the settings, so that all of it can be mended at once. */
export class SettingsFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

const pushServices = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.notify.windows.com',
  '*.push.apple.com',
];
const CLAMD_PORT = 3310;
const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** True for an origin that only this machine can open. */
export function isLoopback(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

/**
 * Reads the settings out of an environment, the process's own where none is given: nothing else reads that.
 * @throws SettingsFault naming every wrong setting, never only the first.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const faults: string[] = [];
  const given = (name: string) => environment[name]?.trim() || null;
  const port = readPort(given('PORT') ?? '3000', faults);
  const publicUrl = readUrl(given('PUBLIC_URL') ?? `http://localhost:${String(port)}`, faults);
  const dataDir = resolve(given('DATA_DIR') ?? './data');
  const keyDir = resolve(given('KEY_DIR') ?? `${dataDir}-keys`);
  const mailFrom = given('MAIL_FROM') ?? 'Heed <heed@localhost>';
  const address = /<(.+)>/.exec(mailFrom)?.[1] ?? mailFrom;
  const files = readFilesUrl(given('FILES_URL'), faults);
  const settings: Settings = {
    port,
    host: given('HOST') ?? '127.0.0.1',
    publicUrl,
    authenticatorAt: readAuthenticator(given('AUTHENTICATOR_HOST') ?? 'shared', faults),
    dataDir,
    keyDir,
    databaseUrl: given('DATABASE_URL'),
    filesDir: files?.protocol === 'file:' ? fileURLToPath(files) : join(dataDir, 'files'),
    bucket: files?.protocol === 's3:' ? readBucket(files, given, faults) : null,
    scanner: readScanner(given('CLAMD_URL'), faults),
    unscanned: readUnscanned(given('CLAMD_UNSCANNED') ?? 'hold', faults),
    smtpUrl: given('SMTP_URL'),
    mailFrom,
    vapidSubject: given('VAPID_SUBJECT') ?? `mailto:${address}`,
    pushHosts: given('PUSH_HOSTS')?.split(/[\s,]+/) ?? pushServices,
    oidcIssuers: given('OIDC_ISSUERS')?.split(/[\s,]+/) ?? [],
    trainingFile: given('TRAINING_FILE'),
    tls: readTls(given('TLS_CERT'), given('TLS_KEY'), faults),
    trustProxy: readProxies(given('TRUST_PROXY') ?? '0', faults),
    logLevel: readLevel(given('LOG_LEVEL') ?? 'info', faults),
    faultPoint: given('HEED_FAULT_POINT'),
  };
  faults.push(...checkTogether(settings));
  if (faults.length > 0) throw new SettingsFault(faults);
  return settings;
}

function readUrl(text: string, faults: string[]): URL {
  try {
    const url = new URL(text);
    if (url.pathname === '/' && ['http:', 'https:'].includes(url.protocol)) return url;
  } catch {
    // Falls through to the sentence below.
  }
  faults.push(`PUBLIC_URL: "${text}" is not an origin; write for example https://heed.oakfield.example`);
  return new URL('http://localhost:3000');
}

function readPort(text: string, faults: string[]): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  faults.push(`PORT: "${text}" is not a port; write a number from 1 to 65535`);
  return 3000;
}

function readProxies(text: string, faults: string[]): number {
  if (/^\d$/.test(text)) return Number(text);
  faults.push(`TRUST_PROXY: "${text}" is not a number of proxies; write 0 for none, or 1 to 9`);
  return 0;
}

function readFilesUrl(text: string | null, faults: string[]): URL | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isFolder = url?.protocol === 'file:' && url.host === '' && !/%2f/i.test(url.pathname);
  if (url && (isFolder || url.protocol === 's3:')) return url;
  faults.push(
    `FILES_URL: "${text}" is no folder and no bucket; write for example file:///srv/heed/files or s3://oakfield-heed/files`,
  );
  return null;
}

/** tcp://host:port, or unix:///path of a socket. */
function readScanner(text: string | null, faults: string[]): ScannerPlace | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'tcp:' && url.hostname !== '')
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || CLAMD_PORT) };
  if (url?.protocol === 'unix:' && url.hostname === '' && url.pathname.length > 1)
    return { path: decodeURIComponent(url.pathname) };
  faults.push(
    `CLAMD_URL: "${text}" is no scanner; write tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl`,
  );
  return null;
}

function readUnscanned(text: string, faults: string[]): Settings['unscanned'] {
  if (text === 'hold' || text === 'give') return text;
  faults.push(`CLAMD_UNSCANNED: "${text}" is not known; write hold or give`);
  return 'hold';
}

function readAuthenticator(text: string, faults: string[]): Settings['authenticatorAt'] {
  if (text === 'shared' || text === 'own') return text;
  faults.push(`AUTHENTICATOR_HOST: "${text}" is not known; write shared or own`);
  return 'shared';
}

function readLevel(text: string, faults: string[]): Settings['logLevel'] {
  const level = levels.find((one) => one === text);
  if (level) return level;
  faults.push(`LOG_LEVEL: "${text}" is not known; write one of ${levels.join(', ')}`);
  return 'info';
}

function readTls(cert: string | null, key: string | null, faults: string[]): Settings['tls'] {
  if (cert && key) return { cert, key };
  if (cert || key) faults.push('TLS_CERT and TLS_KEY: give both files or neither');
  return null;
}

/** A provider is reached over TLS alone, and its address is compared letter for letter. */
function faultOfIssuer(text: string): string[] {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url !== null && url.search + url.hash + url.username + url.password === '';
  if (plain && url.protocol === 'https:') return [];
  return [`OIDC_ISSUERS: "${text}" is not the https address of an OpenID provider`];
}

function checkTogether(settings: Settings): string[] {
  const faults: string[] = [];
  const inside = relative(settings.dataDir, settings.keyDir);
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    faults.push(
      'KEY_DIR: lies inside DATA_DIR; a copy of the data must not carry its own key. Name a folder elsewhere',
    );
  }
  if (settings.authenticatorAt === 'own' && !authenticatorHost(settings.publicUrl)) {
    faults.push(
      'AUTHENTICATOR_HOST: "own" needs a PUBLIC_URL with a name such as heed.oakfield.example; write shared, or leave it out',
    );
  }
  faults.push(...settings.oidcIssuers.flatMap(faultOfIssuer));
  if (isLoopback(settings.publicUrl)) return faults;
  if (!settings.smtpUrl) {
    faults.push(
      'SMTP_URL: needed when PUBLIC_URL can be opened by others; write for example smtp://mail.school.example',
    );
  }
  if (/@localhost|@127\.0\.0\.1/.test(settings.vapidSubject)) {
    faults.push(
      'VAPID_SUBJECT: push services refuse localhost; set it, or MAIL_FROM, to an address of the school',
    );
  }
  return faults;
}
