import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHUNK_BYTES } from '../../../protocol/files/limits';
import { newLineageId } from '../../../protocol/identifiers';
import { DAY } from '../../../server/clock';
import { openHouse, type TestHouse } from '../house';
import { aSchool, aSupervisor } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet, type SealedFile } from '../tablet';
import type { Visitor } from '../visitor';

const LEAD = 'nadia.shah@oakfield.example';
const JO = 'jo.price@oakfield.example';
const SAM = 'sam.lee@oakfield.example';
/** Two whole chunks and a little. */
const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(2 * CHUNK_BYTES)]);

interface Story {
  readonly house: TestHouse;
  readonly tablet: Tablet;
  readonly lineageId: string;
  /** Delivers Jo's words about a child, naming these files. */
  readonly words: (...files: SealedFile[]) => Promise<void>;
  /** Delivers the chunks of a file, or some of them. */
  readonly send: (...envelopes: SealedFile['envelopes']) => Promise<number>;
  /** The one concern, as a lead with full access reads it. */
  readonly read: (lead: Visitor) => Promise<{ id: string; files: unknown[] }>;
}

async function aStory(): Promise<Story> {
  const base = aSchool();
  const staff = [...base.staff, aSupervisor({ email: SAM, lastName: 'Lee' })];
  const house = await openHouse({ plan: aSchool({ staff }) });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const lineageId = newLineageId();
  return {
    house,
    tablet,
    lineageId,
    words: async (...files) => {
      const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
      const attachments = files.map(({ attachment }) => attachment);
      await tablet.deliver((await tablet.seal(aConcern({ pupilId }), { lineageId, attachments })).bytes);
      await house.settled();
    },
    send: async (...envelopes) => {
      let received = 0;
      for (const { bytes } of envelopes)
        received += (await tablet.deliver(bytes)).reply?.receipts.length ?? 0;
      await house.settled();
      return received;
    },
    read: async (lead) => {
      const { id } = await house.ground.database.read('concerns').first<{ id: string }>('id');
      return { id, files: (await lead.must('readConcern', { params: { id } })).files ?? [] };
    },
  };
}

test('a photo comes in parts behind its words, says so meanwhile, and is then read to the byte by the lead alone', async () => {
  const { house, tablet, lineageId, words, send, read } = await aStory();
  const file = await tablet.sealFile(lineageId, PHOTO, { name: '..\\..\\kitchen\u202egpj.jpg' });
  const { browser: lead } = await elevatedLead(house, LEAD);
  await words(file);
  const shown = { fileId: file.fileId, name: 'kitchengpj.jpg', size: PHOTO.length };
  expect((await read(lead)).files).toEqual([{ ...shown, state: 'coming', type: null }]);
  const [first, second, third] = file.envelopes;
  expect(await send(third!, first!)).toBe(2);
  expect((await read(lead)).files).toMatchObject([{ state: 'coming' }]);
  // A retry after a lost answer changes nothing.
  expect(await send(first!, second!, second!)).toBe(3);
  const { id, files } = await read(lead);
  expect(files).toEqual([{ ...shown, state: 'here', type: 'image/jpeg' }]);

  const params = { id, fileId: file.fileId };
  const opened = await lead.call('openFile', { params });
  expect(Buffer.from(opened.bytes).equals(PHOTO)).toBe(true);
  expect(Object.fromEntries(opened.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(PHOTO.length),
    'content-disposition': `attachment; filename="file"; filename*=UTF-8''kitchengpj.jpg`,
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as string,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  const audit = await house.ground.database.read('audit').where({ what: 'file.opened' }).select();
  expect(audit).toMatchObject([{ object: `concern:${id}` }]);
  for (const other of [tablet.visitor, await house.loggedIn(SAM)])
    expect((await other.call('openFile', { params })).problem.code).toBe('elevation-needed');
});

test('chunks that come before their words wait sealed, and nothing readable lies on the disk', async () => {
  const { house, tablet, lineageId, words, send, read } = await aStory();
  const text = Buffer.from('Her words as she wrote them down herself. '.repeat(60));
  const file = await tablet.sealFile(lineageId, text, { name: 'Her words.txt' });
  await send(...file.envelopes);
  expect(await house.ground.database.read('files').select()).toEqual([]);
  await words(file);
  const { browser: lead } = await elevatedLead(house, LEAD);
  expect((await read(lead)).files).toMatchObject([
    { name: 'Her words.txt', state: 'here', type: 'text/plain' },
  ]);
  const folder = house.settings.filesDir;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());
  expect(files).toHaveLength(2);
  for (const name of files) {
    expect(readFileSync(name).includes('as she wrote')).toBe(false);
    expect(statSync(name).mode & 0o777).toBe(0o600);
  }
  const rows = await house.ground.database.read('envelopes').where({ kind: 'attachment' }).select('raw');
  expect(rows.map(({ raw }) => raw.length)).toEqual([0]);
  const names = await house.ground.database.read('concern_files').select('name');
  expect(names[0]!.name.includes('Her words')).toBe(false);
  // What came in goes a day later; the file stays.
  house.clock.skip(DAY + 1);
  await house.house.chores.doAll();
  expect(readdirSync(join(folder, house.schoolId, 'parts'))).toEqual([]);
  expect(readdirSync(join(folder, house.schoolId, 'kept'))).toHaveLength(1);
});

test('a file that is not what its record says is damaged, and never opened', async () => {
  const { house, tablet, lineageId, words, send, read } = await aStory();
  const other = await tablet.sealFile(lineageId, Buffer.from('Another text.'));
  const short = Buffer.from('A text.');
  const changed = { sha256: other.attachment.sha256 };
  const file = await tablet.sealFile(lineageId, short, { changed });
  await words(file);
  await send(...file.envelopes);
  const { browser: lead } = await elevatedLead(house, LEAD);
  const { id, files } = await read(lead);
  expect(files).toMatchObject([{ state: 'damaged' }]);
  const answer = await lead.call('openFile', { params: { id, fileId: file.fileId } });
  expect(answer.problem.code).toBe('not-found');
  expect(readdirSync(join(house.settings.filesDir, house.schoolId, 'kept'))).toEqual([]);
});

test('another lineage, another file, and an id that is none of its concern all open nothing', async () => {
  const { house, tablet, lineageId, words, send, read } = await aStory();
  const elsewhere = await tablet.sealFile(newLineageId(), Buffer.from('Of another record.'));
  await words(elsewhere);
  await send(...elsewhere.envelopes);
  const { browser: lead } = await elevatedLead(house, LEAD);
  const { id, files } = await read(lead);
  expect(files).toMatchObject([{ state: 'coming' }]);
  const mine = await tablet.sealFile(lineageId, Buffer.from('Never named by any record.'));
  await send(...mine.envelopes);
  const absent = await lead.call('openFile', { params: { id, fileId: mine.fileId } });
  const waiting = await lead.call('openFile', { params: { id, fileId: elsewhere.fileId } });
  expect(absent.status).toBe(404);
  expect(waiting.problem).toEqual(absent.problem);
});

test('a file that has not come for a day is told of once, and is put together when it comes', async () => {
  const { house, tablet, lineageId, words, send } = await aStory();
  const [letter, drawing] = [
    await tablet.sealFile(lineageId, Buffer.from('A letter.')),
    await tablet.sealFile(lineageId, Buffer.from('A drawing.')),
  ];
  await words(letter, drawing);
  const toldOf = async () => {
    await house.house.escalation.look();
    await house.settled();
    return house.mails.filter(({ to, subject }) => to === LEAD && /has not arrived/.test(subject)).length;
  };
  house.clock.skip(DAY - 60_000);
  expect(await toldOf()).toBe(0);
  house.clock.skip(2 * 60_000);
  expect(await toldOf()).toBe(1);
  expect(await toldOf()).toBe(1);
  expect(await house.ground.database.read('audit').where({ what: 'file.late' }).select()).toHaveLength(1);
  await send(...letter.envelopes, ...drawing.envelopes);
  expect(await house.ground.database.read('files').pluck('state')).toEqual(['here', 'here']);
});
