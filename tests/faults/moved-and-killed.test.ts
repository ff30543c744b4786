import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { uuidv7 } from '../../protocol/identifiers';
import { raiseForLeft } from '../../server/pupils/raise-leaving';
import { BEA, CAL, JO, NADIA, twoClasses } from '../server/concerns/moved-story';
import { waitFor } from '../server/house';
import { aConcern, Tablet } from '../server/tablet';
import type { Visitor } from '../server/visitor';
import { elevated } from './elevated';
import { whatTheSchoolHolds } from './promises';
import { ServerProcess } from './server-process';

const CODE = '23456-ABCDE-FGHJK-MNPQR-STVWX';

/** Jo has recorded of Amira, who is in 4B; it was Ben, of 6A. */
async function oneRecord() {
  const server = await ServerProcess.withSchool(twoClasses());
  await server.start();
  const tablet = await Tablet.enrol(await server.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  const pupil = (first: string) => pupils.find((one) => one.first === first)!.id;
  const { categories } = await tablet.visitor.must('readBoard', { params: { id: tablet.deviceId } });
  const sealed = await tablet.seal(
    aConcern({
      pupilId: pupil('Amira'),
      text: 'Threw a tangerine at the window.',
      categories: [categories[0]!.id],
    }),
  );
  await tablet.deliver(sealed.bytes);
  const nadia = await elevated(server, NADIA);
  await waitFor(async () => (await whatTheSchoolHolds(server)).unjudged === 0);
  const [id = ''] = await server.look(({ database }) => database.read('concerns').pluck<string[]>('id'));
  const move = (actionId: string) =>
    nadia.call('correctPupil', {
      params: { id },
      body: {
        actionId,
        position: 0,
        was: pupil('Amira'),
        pupilId: pupil('Ben'),
        reason: 'Jo mixed them up.',
      },
    });
  const standsUnder = async () =>
    (await nadia.must('readConcern', { params: { id } })).pupils.map(({ name }) => name);
  return { server, nadia, id, pupil, move, standsUnder };
}

test('killed in the middle of a move it stands under one pupil, wholly; asked again it is moved once', async () => {
  const { server, nadia, id, move, standsUnder } = await oneRecord();
  const actionId = uuidv7(Date.now());
  await server.kill();
  await server.start('before-decision-commit');
  await expect(move(actionId)).rejects.toThrow();
  await server.died();
  await server.start();
  expect(await standsUnder()).toEqual(['Amira Khan']);
  await server.kill();
  await server.start('after-decision-commit');
  await expect(move(actionId)).rejects.toThrow();
  await server.died();
  await server.start();
  expect(await standsUnder()).toEqual(['Ben Lowe']);
  expect((await move(actionId)).status).toBe(200);
  const body = { actionId: uuidv7(Date.now()), entryId: id, start: 25, end: 31, reason: 'Not the school’s.' };
  await nadia.must('coverPassage', { params: { id }, body });
  const moved = await nadia.must('readConcern', { params: { id } });
  expect(moved.history.map(({ kind }) => kind)).toEqual(['received', 'wrong-pupil', 'covered']);
  expect(moved.recipients.filter(({ withdrawnAt }) => withdrawnAt).map(({ name }) => name)).toEqual([
    'Bea Moor',
  ]);

  // The machine is lost then: what comes back is moved and covered as it was, to a search that begins anew.
  const outside = mkdtempSync(join(tmpdir(), 'heed-moved-'));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  const [to, keys] = [join(outside, 'backups'), join(outside, 'keys')];
  expect((await server.shell('backup', '--to', to, '--keys-to', keys)).status).toBe(0);
  await server.kill();
  rmSync(server.settings.dataDir, { recursive: true });
  rmSync(server.settings.keyDir, { recursive: true });
  const restored = await server.shell('restore', join(to, readdirSync(to)[0]!), '--keys', keys);
  expect(restored.status).toBe(0);
  await server.start();
  const [bea, cal] = [await elevated(server, BEA), await elevated(server, CAL)];
  const finds = async (who: Visitor, words: string) =>
    (await who.must('searchConcerns', { body: { words } })).found.length;
  expect([await finds(cal, 'tangerine'), await finds(cal, 'window'), await finds(cal, 'Amira')]).toEqual([
    1, 0, 0,
  ]);
  expect([await finds(bea, 'tangerine'), (await bea.call('readConcern', { params: { id } })).status]).toEqual(
    [0, 404],
  );
  expect((await cal.must('readConcern', { params: { id } })).text).toMatch(
    /^Threw a tangerine at the \[Covered by a lead, [^\]]+\]\.$/,
  );
  await server.kill();
  expect(await whatTheSchoolHolds(server)).toMatchObject({ envelopes: 1, unalerted: 0, auditIsWhole: true });
});

test('killed in the middle of a leaver’s package nothing says that there is one, and the next is made whole', async () => {
  const { server, nadia, pupil } = await oneRecord();
  await server.kill();
  const params = { id: pupil('Amira') };
  await server.look((ground) =>
    ground.database.write(async (trx) => {
      const { id: schoolId } = (await trx('schools').first('id'))!;
      const at = new Date().toISOString();
      await trx('pupils').where(params).update({ left_at: at });
      await raiseForLeft({ trx, ground, schoolId, at }, [params.id]);
    }),
  );
  await server.start('package-under-way');
  const pack = (packageId: string) =>
    nadia.call('packLeaving', { params, body: { packageId, code: CODE, names: 'letters' } });
  await expect(pack(uuidv7(Date.now()))).rejects.toThrow();
  await server.died();
  await server.start();
  const task = async () => (await nadia.must('readLeaving', { params })).task!;
  expect(await task()).toMatchObject({ made: null, sent: null, receipt: null });
  const packageId = uuidv7(Date.now());
  const { bytes } = await pack(packageId);
  await waitFor(async () => (await task()).made !== null);
  expect((await task()).made).toMatchObject({ packageId, size: bytes.length });
  const whats = await server.look(({ database }) =>
    database.read('audit').where('what', 'like', 'leaver.%').orderBy('seq').pluck<string[]>('what'),
  );
  expect(whats).toEqual(['leaver.package-begun', 'leaver.package-begun', 'leaver.package-made']);
});
