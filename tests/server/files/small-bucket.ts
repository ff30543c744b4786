import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export const KEY_ID = 'AKIAOAKFIELDHEED0001';
export const SECRET = 'a/secret+that/only+the/school/has00000000';
export const REGION = 'eu-west-2';
/** So few that a list has pages. */
const PER_PAGE = 2;

/** A bucket that speaks S3 as far as Heed does, and checks every signature and digest by its own code. */
export interface SmallBucket {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** It answers that it is busy, until it is put back. */
  busy: boolean;
}

export async function openBucket(name: string): Promise<SmallBucket> {
  const objects = new Map<string, Buffer>();
  const bucket = { endpoint: '', objects, busy: false };
  const server = createServer((request, response) => {
    void answer(bucket, name, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  bucket.endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return bucket;
}

async function answer(
  { objects, busy }: SmallBucket,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const refuse = (status: number, code: string) =>
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<Error><Code>${code}</Code></Error>`);
  if (busy) return void refuse(503, 'SlowDown');
  if (request.headers['x-amz-content-sha256'] !== hex(body))
    return void refuse(400, 'XAmzContentSHA256Mismatch');
  if (!isSigned(request)) return void refuse(403, 'SignatureDoesNotMatch');
  const url = new URL(request.url ?? '', 'http://bucket');
  const [, bucket, ...rest] = url.pathname.split('/');
  if (bucket !== name) return void refuse(404, 'NoSuchBucket');
  const key = decodeURIComponent(rest.join('/'));
  if (key === '') return void response.end(listOf(objects, url.searchParams));
  const found = objects.get(key);
  if (request.method === 'GET') {
    if (found) response.end(found);
    else refuse(404, 'NoSuchKey');
    return;
  }
  if (request.method === 'PUT') objects.set(key, body);
  else objects.delete(key);
  response.writeHead(request.method === 'PUT' ? 200 : 204).end();
}

function listOf(objects: SmallBucket['objects'], query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const from = Number((query.get('continuation-token') ?? '0&').slice(0, -1));
  const next = from + PER_PAGE < keys.length ? `${String(from + PER_PAGE)}&amp;` : null;
  const contents = keys.slice(from, from + PER_PAGE).map((key) => `<Contents><Key>${key}</Key></Contents>`);
  const more = next === null ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`;
  return `<ListBucketResult>${contents.join('')}${more}</ListBucketResult>`;
}

/** AWS Signature Version 4, "Create a signed request": the canonical request, the string to sign, the derived key. */
function isSigned(request: IncomingMessage): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([\da-f]+)$/.exec(
    request.headers.authorization ?? '',
  );
  const time = String(request.headers['x-amz-date']);
  if (!given || Math.abs(Date.now() - timeOf(time)) > 15 * 60_000) return false;
  const [, credential = '', signed = '', signature] = given;
  const scope = `${time.slice(0, 8)}/${REGION}/s3/aws4_request`;
  if (credential !== `${KEY_ID}/${scope}`) return false;
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const sorted = query.split('&').sort().join('&');
  const hash = String(request.headers['x-amz-content-sha256']);
  const canonical = [request.method, path, sorted, headers.join(''), signed, hash].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, hex(Buffer.from(canonical))].join('\n');
  const key = scope.split('/').reduce<Buffer>((held, part) => mac(held, part), Buffer.from(`AWS4${SECRET}`));
  return mac(key, toSign).toString('hex') === signature;
}

function timeOf(amzDate: string): number {
  return Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
}

const hex = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const mac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
