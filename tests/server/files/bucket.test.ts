import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHUNK_BYTES } from '../../../protocol/files/limits';
import { newLineageId } from '../../../protocol/identifiers';
import { makeBackup } from '../../../server/backup/make-backup';
import { DAY } from '../../../server/clock';
import { readSettings, type SettingsFault } from '../../../server/env';
import { bringFiles, checkFiles } from '../../../server/backup/keep-files';
import { BucketShelf } from '../../../server/files/shelf/bucket-shelf';
import { openShelf } from '../../../server/files/shelf/open-shelf';
import { room } from '../../room';
import { openHouse, type TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { KEY_ID, openBucket, REGION, SECRET, type SmallBucket } from './small-bucket';

const LEAD = 'nadia.shah@oakfield.example';
const JO = 'jo.price@oakfield.example';
const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(CHUNK_BYTES)]);

const settingsOf = ({ endpoint }: SmallBucket, secret = SECRET) => ({
  FILES_URL: 's3://oakfield/heed',
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: KEY_ID,
  AWS_SECRET_ACCESS_KEY: secret,
});

/** Jo has written of a photo; its chunks are still on the tablet. */
async function aPhoto(house: TestHouse) {
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const lineageId = newLineageId();
  const file = await tablet.sealFile(lineageId, PHOTO, { name: 'kitchen.jpg' });
  const words = await tablet.seal(aConcern(), { lineageId, attachments: [file.attachment] });
  await tablet.deliver(words.bytes);
  const send = async () => {
    const answers = [];
    for (const { bytes } of file.envelopes) answers.push(await tablet.deliver(bytes));
    await house.settled();
    return answers.map(({ reply }) => reply?.receipts.length ?? 0);
  };
  return { fileId: file.fileId, send };
}

async function opened(house: TestHouse, fileId: string): Promise<Buffer> {
  const { browser } = await elevatedLead(house, LEAD);
  const { id } = await house.ground.database.read('concerns').first<{ id: string }>('id');
  return Buffer.from((await browser.call('openFile', { params: { id, fileId } })).bytes);
}

test('a photo lies sealed in the bucket of the trust, is read to the byte, and what came in goes a day later', async () => {
  const bucket = await openBucket('oakfield');
  const house = await openHouse({ environment: settingsOf(bucket) });
  const photo = await aPhoto(house);
  expect(await photo.send()).toEqual([1, 1]);
  expect((await opened(house, photo.fileId)).equals(PHOTO)).toBe(true);
  const kinds = () => [...bucket.objects.keys()].map((key) => key.split('/').slice(0, 3).join('/')).sort();
  const [kept, parts] = [`heed/${house.schoolId}/kept`, `heed/${house.schoolId}/parts`];
  expect(kinds()).toEqual([kept, parts, parts]);
  for (const bytes of bucket.objects.values()) expect(bytes.includes(PHOTO.subarray(1000, 1100))).toBe(false);
  house.clock.skip(DAY + 1);
  await house.house.chores.doAll();
  expect(kinds()).toEqual([kept]);
});

test('a bucket that is busy takes no chunk; the words are here, the tablet keeps the photo and sends it again', async () => {
  const bucket = await openBucket('oakfield');
  const house = await openHouse({ environment: settingsOf(bucket) });
  const photo = await aPhoto(house);
  bucket.busy = true;
  expect(await photo.send()).toEqual([0, 0]);
  expect(await house.ground.database.read('concerns').select('id')).toHaveLength(1);
  bucket.busy = false;
  expect(await photo.send()).toEqual([1, 1]);
  expect((await opened(house, photo.fileId)).equals(PHOTO)).toBe(true);
});

test('somebody on a slow line reads a file to its end, however long the bucket may take to answer', async () => {
  const bucket = await openBucket('oakfield');
  const film = randomBytes(8 * CHUNK_BYTES);
  bucket.objects.set('heed/school/kept/film', film);
  const { bucket: place } = readSettings(settingsOf(bucket));
  const within = 2000;
  const pieces: Buffer[] = [];
  for await (const piece of new BucketShelf(place!, within).read('school/kept/film')) {
    if (pieces.length === 0) await new Promise((next) => setTimeout(next, within + 500));
    pieces.push(piece);
  }
  expect(Buffer.concat(pieces).equals(film)).toBe(true);
});

test('with a wrong secret nothing is taken, and the bucket’s own reason is said without the secret', async () => {
  const bucket = await openBucket('oakfield');
  const shelf = openShelf(readSettings(settingsOf(bucket, 'another secret')));
  const fault: unknown = await shelf.put('school/parts/a', [PHOTO]).catch((thrown: unknown) => thrown);
  expect(String(fault)).toContain('403, SignatureDoesNotMatch');
  expect(String(fault)).not.toContain('another secret');
  expect(bucket.objects.size).toBe(0);
});

test('a backup takes the bucket’s files along, page by page, and brings them into another bucket', async () => {
  const [here, there] = [await openBucket('oakfield'), await openBucket('oakfield')];
  const house = await openHouse({ environment: settingsOf(here) });
  const photo = await aPhoto(house);
  await photo.send();
  const to = mkdtempSync(join(room(), 'heed-backup-'));
  const { folder, manifest } = await makeBackup(house.ground, { to, keysTo: null });
  expect(manifest.files).toHaveLength(3);
  await checkFiles(folder, manifest.files);
  await bringFiles(folder, openShelf(readSettings(settingsOf(there))), manifest.files, manifest.madeAt);
  expect([...there.objects.keys()].sort()).toEqual([...here.objects.keys()].sort());
  for (const [key, bytes] of there.objects) expect(here.objects.get(key)!.equals(bytes)).toBe(true);
});

test('a bucket without a name, a region’s address or a key is refused at the start, each with its sentence', () => {
  const faultsOf = (environment: Record<string, string>) => {
    try {
      readSettings(environment);
      return [];
    } catch (fault) {
      return (fault as SettingsFault).faults;
    }
  };
  expect(faultsOf({ FILES_URL: 's3:///heed', AWS_ENDPOINT_URL: 'bucket.example' })).toEqual([
    'FILES_URL: names no bucket; write for example s3://oakfield-heed/files',
    'AWS_ENDPOINT_URL: "bucket.example" is no address; write for example https://s3.eu-west-2.amazonaws.com',
    'AWS_ACCESS_KEY_ID: needed when FILES_URL is a bucket',
    'AWS_SECRET_ACCESS_KEY: needed when FILES_URL is a bucket',
  ]);
  expect(faultsOf({ FILES_URL: 'ftp://files' })).toEqual([
    'FILES_URL: "ftp://files" is no folder and no bucket; write for example file:///srv/heed/files or s3://oakfield-heed/files',
  ]);
});
