import type { Page } from 'playwright-core';
import { uuidv7 } from '../../../protocol/identifiers';
import { putChunk, sealOnline } from '../../server/files/online-file';
import type { Visitor } from '../../server/visitor';
import { workerReady } from '../browser';
import { enrolTablet } from '../deeds';
import type { ScreenCase, WillowBank } from './willow-bank';

async function openAs(school: WillowBank, visitor: Visitor, path: string): Promise<Page> {
  const page = await school.looker.page({ visitor });
  await page.goto(`${school.house.origin}${path}`);
  return page;
}

/** Something late, something for today and later, and something that waits for the deputy. */
async function somethingDue(school: WillowBank): Promise<void> {
  const { lead, deputy, house } = school;
  const { rows } = await lead.must('listInbox', { query: { view: 'all' } });
  const { today } = await lead.must('listDueActions');
  const { session: own } = await lead.must('readSession');
  const { session: other } = await deputy.must('readSession');
  const on = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const add = async (
    place: number,
    given: { days: number; text: string; owner?: string; kind?: 'call' | 'home' },
  ) => {
    const { days, text, owner = own!.staffId, kind } = given;
    const due = { day: on(Math.max(days, 0)), ownerId: owner };
    const body = { actionId: uuidv7(Date.now()), text, due, ...(kind ? { kind } : {}) };
    await lead.must('addAction', { params: { id: rows[place % rows.length]!.concernId }, body });
    // Nothing can be made due on a day that is over: here the days have passed since.
    if (days < 0)
      await house.ground.database.write((trx) =>
        trx('concern_actions')
          .where({ id: body.actionId })
          .update({ due_day: on(days) }),
      );
  };
  // A plan whose review is overdue, and is the leads' to look at.
  const { pupils } = await lead.must('readRoll');
  await lead.must('keepMatter', {
    params: { id: pupils.find((one) => one.first === 'Alba')!.id },
    body: {
      versionId: uuidv7(Date.now()),
      matterId: uuidv7(Date.now()),
      after: null,
      details: {
        kind: 'child-protection',
        name: null,
        start: on(-90),
        review: on(-4),
        end: null,
        authority: 'Oakshire Council',
        worker: null,
        phone: null,
        note: null,
      },
    },
  });
  await add(0, { days: -3, kind: 'call', text: 'Ring the school nurse about the weight charts.' });
  await add(1, {
    days: 0,
    kind: 'home',
    text: 'Meet Joany’s mother at the gate, and ask who collects her on Fridays from now on.',
  });
  await add(2, { days: 1, text: 'Look at the register of the breakfast club.' });
  await add(0, { days: 20, text: 'Ask the class teacher how the term has gone.' });
  await add(1, { days: 2, owner: other!.staffId, text: 'Speak to the swimming club.' });
}

/** An action with files: a letter, one that is still on its way, and one that the scanner found bad. @returns its concern's id */
async function filesOnAnAction({ lead, house }: WillowBank): Promise<string> {
  const { rows } = await lead.must('listInbox', { query: { view: 'all' } });
  const { concernId: id } = rows[0]!;
  const letter = await sealOnline(
    Buffer.from('Dear Mrs Bergstrom'),
    'letter from home about who collects her.txt',
  );
  const game = await sealOnline(Buffer.from('A game'), 'game.txt');
  const coming = await sealOnline(Buffer.from('A drawing'), 'drawing.jpg');
  const files = [letter, game, coming].map(({ file }) => file);
  const body = {
    actionId: uuidv7(Date.now()),
    kind: 'home' as const,
    text: 'Her mother brought these.',
    files,
  };
  await lead.must('addAction', { params: { id }, body });
  for (const file of [letter, game]) await putChunk(lead, file, 1);
  await house.settled();
  const found = { scan: 'found' as const, found: 'Win.Test.EICAR_HDB-1' };
  await house.ground.database.write((trx) => trx('files').where({ file_id: game.fileId }).update(found));
  return id;
}

/** The lead on a tablet of her own that is set up for Heed, with a concern open when the network goes. */
async function openWhenTheNetworkGoes(school: WillowBank): Promise<Page> {
  const page = await school.looker.page({ visitor: school.lead, touch: true });
  await enrolTablet(page, school.house, { name: 'Lead’s own tablet', shared: false });
  await workerReady(page);
  await page
    .getByRole('link', { name: /^Alerts/ })
    .first()
    .click();
  await page.getByText('Joany').first().click();
  await page.getByText('about 3 cm, yellow-green').last().waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Add action' }).click();
  // An answer that was under way may still have come: the next question finds out.
  await page.locator('heed-add-action-dialog').getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Files can be added only with a connection.').waitFor();
  return page;
}

/** What is due, and alerts limited to a level. */
export const actions: readonly ScreenCase[] = [
  {
    name: 'actions',
    open: async (school) => {
      await somethingDue(school);
      const page = await openAs(school, school.lead, '/actions');
      await page.getByText('Ring the school nurse').waitFor();
      await page
        .getByRole('button', { name: /^Done: .*Tomorrow/ })
        .first()
        .click();
      await page.getByRole('button', { name: /^Undo/ }).first().waitFor();
      return page;
    },
  },
  {
    name: 'actions, not elevated',
    open: async (school) => {
      const page = await openAs(school, school.deputy, '/actions');
      await page.getByText('Something is due').first().waitFor();
      return page;
    },
  },
  {
    name: 'actions, nothing is due',
    open: async (school) => {
      const page = await openAs(school, school.newcomer, '/actions');
      await page.getByText(/Nothing is due/).waitFor();
      return page;
    },
  },
  {
    name: 'alerts, limited to a level',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/alerts');
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByLabel('Level').selectOption({ label: 'Not set' });
      await page.getByText('Only: No level set').waitFor();
      await page.locator('a.alert-row').first().waitFor();
      return page;
    },
  },
  {
    name: 'alerts, files of an action',
    open: async (school) => {
      const page = await openAs(school, school.lead, `/alerts/${await filesOnAnAction(school)}`);
      const held = page.getByText('Held back: the scanner found');
      await held.waitFor();
      await held.scrollIntoViewIfNeeded();
      return page;
    },
  },
  {
    name: 'add action, no connection',
    open: openWhenTheNetworkGoes,
  },
  {
    name: 'concern, an action waits',
    open: async (school) => {
      const page = await openWhenTheNetworkGoes(school);
      const field = page.getByLabel('What did you do or decide?');
      await field.fill('Rang home from the playground at 15:40. No answer, left no message.');
      await page.getByRole('button', { name: 'Add to the record' }).click();
      await page.locator('.waiting-action').getByText('Nobody has been told yet.').waitFor();
      await page.locator('.waiting-action').scrollIntoViewIfNeeded();
      return page;
    },
  },
];
