import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { openOffice, NADIA, type Office } from '../oversight/office';
import { elevatedLead } from '../security-keys/phone';

const icon = new Uint8Array(readFileSync('client/public/icons/heed-192.png'));

/** A JPEG of this size, as far as its headers. */
function aJpeg(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0];
  return Uint8Array.from([...start, 0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0, 0xff, 0xd9]);
}

/** A WebP of this size (VP8X), as far as its headers. */
function aWebp(width: number, height: number): Uint8Array {
  const file = Buffer.alloc(30);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(22, 4);
  file.write('WEBPVP8X', 8, 'latin1');
  file.writeUInt32LE(10, 16);
  file.writeUIntLE(width - 1, 24, 3);
  file.writeUIntLE(height - 1, 27, 3);
  return new Uint8Array(file);
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const place = () => office.house.visitor().must('readPlace');

test('the business manager puts the school’s emblem on the log-in page; anybody sees it, and browsers keep it', async () => {
  expect((await place()).emblem).toBeNull();
  const set = await office.sue.must('setEmblem', { body: icon });
  const hash = createHash('sha256').update(icon).digest('hex');
  expect(set).toEqual({ hash, width: 192, height: 192 });
  expect((await place()).emblem).toEqual(set);
  expect((await office.sue.must('readSettings')).emblem).toEqual(set);
  const seen = await office.house.visitor().call('readEmblem', { params: { hash } });
  expect(seen.bytes).toEqual(icon);
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    'cross-origin-resource-policy': 'same-origin',
  });
  const raw = await office.house.ground.database.read('emblems').first();
  expect(Buffer.from(raw!.picture).includes(Buffer.from(icon).toString('base64').slice(40, 80))).toBe(false);
});

test('another picture has another address, and the old one is gone; so is the last one once it is taken off', async () => {
  const first = await office.sue.must('setEmblem', { body: icon });
  const next = await office.sue.must('setEmblem', { body: aJpeg(300, 200) });
  expect(next).toMatchObject({ width: 300, height: 200 });
  const seen = async (hash: string) =>
    (await office.house.visitor().call('readEmblem', { params: { hash } })).status;
  expect([await seen(first.hash), await seen(next.hash)]).toEqual([404, 200]);
  await office.sue.must('removeEmblem');
  await office.sue.must('removeEmblem');
  expect((await place()).emblem).toBeNull();
  expect(await seen(next.hash)).toBe(404);
  const what = await office.house.ground.database
    .read('audit')
    .orderBy('seq')
    .where('what', 'like', 'emblem.%')
    .pluck('what');
  expect(what).toEqual(['emblem.set', 'emblem.set', 'emblem.removed']);
});

describe('refused', () => {
  const svg = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const page = new TextEncoder().encode('<!doctype html><script src=//evil.example></script>');
  test.each<[string, Uint8Array]>([
    ['SVG, which may hold scripts', svg],
    ['a page', page],
    ['nothing', new Uint8Array(0)],
    ['a PNG that is cut off', icon.slice(0, 500)],
    ['a PNG with a page behind it', new Uint8Array([...icon, ...page])],
    ['a JPEG with a page behind it', new Uint8Array([...aJpeg(200, 200), ...page])],
    ['a WebP that says another length than it has', new Uint8Array([...aWebp(200, 200), 0])],
    ['a picture of many pixels', aWebp(16_000, 16_000)],
    ['a picture of one pixel', aJpeg(1, 1)],
  ])('%s', async (_what, body) => {
    const answer = await office.sue.call('setEmblem', { body });
    expect(answer).toMatchObject({ status: 400, problem: { code: 'not-valid' } });
    expect((await place()).emblem).toBeNull();
  });

  test('more than 256 kB, and whoever does not keep the settings', async () => {
    const large = await office.sue.call('setEmblem', { body: new Uint8Array(256 * 1024 + 1) });
    expect(large).toMatchObject({ status: 413 });
    const { browser: nadia } = await elevatedLead(office.house, NADIA);
    expect((await nadia.call('setEmblem', { body: icon })).status).toBe(404);
    expect((await nadia.call('removeEmblem')).status).toBe(404);
    expect((await office.house.visitor().call('setEmblem', { body: icon })).status).toBe(401);
  });
});

test('a WebP is taken as well', async () => {
  expect(await office.sue.must('setEmblem', { body: aWebp(640, 480) })).toMatchObject({
    width: 640,
    height: 480,
  });
});
