import type { Page } from 'playwright-core';
import { uuidv7 } from '../../../protocol/identifiers';
import { MINUTE } from '../../../server/clock';
import { halfWritten, leave } from '../../server/unfinished/left-story';
import { writeContacts } from '../../../server/pupils/contacts';
import { cellsOf } from '../../../server/storage/cells';
import { aConcern, Tablet } from '../../server/tablet';
import type { Visitor } from '../../server/visitor';
import { typeCode } from '../deeds';
import type { ScreenCase, WillowBank } from './willow-bank';

async function openAs(school: WillowBank, visitor: Visitor, path: string): Promise<Page> {
  const page = await school.looker.page({ visitor });
  await page.goto(`${school.house.origin}${path}`);
  return page;
}

export async function openConcern(school: WillowBank): Promise<Page> {
  const page = await openAs(school, school.lead, '/alerts');
  await page.getByText('Joany').first().click();
  await page.getByText('about 3 cm, yellow-green').last().waitFor();
  return page;
}

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByLabel('What are you looking for?').fill(words);
  await page.keyboard.press('Enter');
}

/** The deputy adds a note to the concern that is open on the lead's screen. */
async function deputyNotes({ deputy, deputysPhone, lead }: WillowBank, page: Page): Promise<void> {
  const alertId = new URL(page.url()).pathname.split('/').at(-1);
  const leads = await lead.must('listInbox', { query: { view: 'all' } });
  const id = leads.rows.find((row) => row.alertId === alertId)!.concernId;
  await deputy.must('elevate', { body: { code: deputysPhone.nextCode() } });
  await deputy.must('addAction', {
    params: { id },
    body: { actionId: uuidv7(Date.now()), text: 'Rang home at 15:40. No answer, left no message.' },
  });
  await deputy.must('endElevation');
}

/** A colleague and somebody unknown begin records on a tablet, and go. */
async function leaveSomeUnsent({ house, newcomer }: WillowBank): Promise<void> {
  const tablet = await Tablet.enrol(newcomer, 'Playground tablet 2');
  const content = halfWritten();
  // Chromium has a clock of its own, behind that of the school: it was a while ago for both.
  house.clock.skip(-10 * MINUTE);
  await leave(house, tablet, content);
  await leave(house, tablet, content, { author: { unconfirmed: 'Supply, Year 3' } });
  house.clock.skip(10 * MINUTE);
}

/** Twice something about Joany long ago, and whom nobody may ring. */
async function somethingBefore({ lead, house }: WillowBank): Promise<void> {
  const tablet = await Tablet.enrol(lead, 'Office computer');
  const { pupils } = await lead.must('readRoll');
  const { id, first, last } = pupils.find((one) => one.first === 'Joany')!;
  for (const days of [70, 400]) {
    const at = new Date(Date.now() - days * 86_400_000).toISOString();
    const body = aConcern({
      at,
      pupils: [{ kind: 'listed', pupilId: id, shown: `${first} ${last}` }],
      text: 'Late for the third time this week. She said that nobody had woken her.',
    });
    await tablet.deliver((await tablet.seal(body)).bytes);
  }
  const cells = cellsOf(house.ground.keys, house.schoolId, 'pupils');
  const contacts = [
    { name: 'Dana Whitlock', relationship: 'Mother', phone: '01632 960001', parentalResponsibility: true },
    { name: 'Rob Whitlock', relationship: 'Father', phone: '01632 960002', doNotContact: true },
  ].map((one) => ({ parentalResponsibility: false, doNotContact: false, ...one }));
  const { contact_flags: flags, ...people } = writeContacts(contacts);
  await house.ground.database.write((trx) =>
    trx('pupils')
      .where({ school_id: house.schoolId, id })
      .update(cells.seal(id, { ...people, contact_flags: flags })),
  );
  const said = {
    name: null,
    review: null,
    end: null,
    authority: null,
    worker: null,
    phone: null,
    note: null,
  };
  const plans = [
    {
      kind: 'court-order',
      start: '2026-03-02',
      note: 'Rob Whitlock may not come within 100 m of the school.',
    },
    { kind: 'child-protection', start: '2026-05-11', review: '2026-08-03', authority: 'Oakshire Council' },
  ] as const;
  for (const plan of plans) {
    const ids = { versionId: uuidv7(Date.now()), matterId: uuidv7(Date.now()), after: null };
    await lead.must('keepMatter', { params: { id }, body: { ...ids, details: { ...said, ...plan } } });
  }
  await house.settled();
}

/** What those see who have logged in at a desk. */
export const desk: readonly ScreenCase[] = [
  {
    name: 'dashboard, elevated',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/');
      await page.getByText(/alerts wait/).waitFor();
      return page;
    },
  },
  {
    name: 'dashboard, not elevated, menu open',
    open: async (school) => {
      const page = await openAs(school, school.deputy, '/');
      await page.getByText(/alerts wait/).waitFor();
      await page.locator('.person-menu button').first().click();
      await page.getByText('Account Settings').waitFor();
      return page;
    },
  },
  {
    name: 'dashboard, records begun and not sent',
    open: async (school) => {
      await leaveSomeUnsent(school);
      const page = await openAs(school, school.lead, '/');
      await page.getByRole('button', { name: /^Open: Somebody/ }).click();
      await page.getByLabel('Why do you open it?').waitFor();
      await page.getByRole('button', { name: 'Open the record' }).click();
      await page.getByText('Write why').waitFor();
      return page;
    },
  },
  {
    name: 'dashboard, you began a record',
    open: async (school) => {
      await leaveSomeUnsent(school);
      const page = await openAs(school, school.newcomer, '/');
      await page
        .getByText(/You began a record/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'dashboard, no key',
    open: async (school) => {
      const page = await openAs(school, school.head, '/');
      await page.getByRole('link', { name: 'Add new device' }).nth(1).waitFor();
      return page;
    },
  },
  {
    name: 'alerts and a concern, its picture shown',
    open: async (school) => {
      const page = await openConcern(school);
      await page.getByRole('button', { name: /^Show What Joany drew/ }).click();
      await page.getByRole('img', { name: /^What Joany drew/ }).scrollIntoViewIfNeeded();
      return page;
    },
  },
  {
    name: 'alerts, news of another lead',
    open: async (school) => {
      const page = await openConcern(school);
      await deputyNotes(school, page);
      await page
        .getByText(/added an action/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'alerts, what was new',
    open: async (school) => {
      const page = await openConcern(school);
      await deputyNotes(school, page);
      await page.getByRole('button', { name: 'Show what is new' }).click();
      await page.locator('.so-far .fresh').waitFor();
      return page;
    },
  },
  {
    name: 'alerts, add an action',
    open: async (school) => {
      const page = await openConcern(school);
      await page.getByRole('button', { name: /Add action/i }).click();
      await page.getByLabel('What did you do or decide?').fill('Rang home at 15:40.');
      await page.getByRole('button', { name: 'Add a file' }).click();
      const buffer = Buffer.from('Dear Mrs Bergstrom, thank you for the call.');
      const letter = { name: 'letter from home.txt', mimeType: 'text/plain', buffer };
      await page
        .getByLabel('Choose a file')
        .setInputFiles([letter, { ...letter, name: 'empty.txt', buffer: Buffer.alloc(0) }]);
      await page.getByText('There is nothing in empty.txt').waitFor();
      return page;
    },
  },
  {
    name: 'alerts, refer to an agency, half filled in',
    open: async (school) => {
      const page = await openConcern(school);
      await page.getByRole('button', { name: /Add action/i }).click();
      await page.getByLabel('What kind of action').selectOption({ label: 'Referral to an agency' });
      await page.getByLabel('What did you do or decide?').fill('Spoke to the duty desk.');
      await page.getByRole('button', { name: 'Add to the record' }).click();
      await page.getByText('Choose by which day they should answer').waitFor();
      return page;
    },
  },
  {
    name: 'alerts, close a concern, nothing written',
    open: async (school) => {
      const page = await openConcern(school);
      await page.getByRole('button', { name: 'Close this concern' }).click();
      await page.getByLabel('What was decided?').waitFor();
      await page.locator('heed-decide-dialog button.primary').click();
      await page.locator('#decide-reason-error').waitFor();
      return page;
    },
  },
  {
    name: 'alerts, sort into categories, nothing changed',
    open: async (school) => {
      const page = await openConcern(school);
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('button', { name: 'Change categories' }).click();
      await page.getByRole('group', { name: 'Categories' }).waitFor();
      await page.getByLabel('Why?').fill('He showed me the messages.');
      await page.locator('heed-decide-dialog button.primary').click();
      await page.locator('#decide-categories-error').waitFor();
      return page;
    },
  },
  {
    name: 'alerts, taken and read',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/alerts');
      await page.getByText('Mario').first().click();
      await page.getByRole('button', { name: 'I’ll take this' }).click();
      await page.getByRole('button', { name: 'Mark as read' }).click();
      await page.getByRole('button', { name: 'Undo' }).first().waitFor();
      return page;
    },
  },
  {
    name: 'alerts, keyboard shortcuts',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/alerts');
      await page.getByText('Joany').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: 'alerts, not elevated',
    open: async (school) => {
      const page = await openAs(school, school.deputy, '/alerts');
      await page.locator('a.alert-row').first().waitFor();
      return page;
    },
  },
  {
    name: 'alerts, nothing to read',
    open: async (school) => {
      const page = await openAs(school, school.pastoralLead, '/alerts');
      await page.getByText(/Nothing to read/).waitFor();
      return page;
    },
  },
  {
    name: 'search, nothing searched for yet',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/search');
      await page.getByText(/Search what you may read/).waitFor();
      await page.getByText('Dates, category and level').click();
      await page.getByLabel('Category', { exact: true }).waitFor();
      return page;
    },
  },
  {
    name: 'search, found',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/search');
      await searchFor(page, 'yellow');
      await page.locator('a.alert-row mark').first().waitFor();
      return page;
    },
  },
  {
    name: 'search, a record open beside what was found',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/search');
      await searchFor(page, 'yellow');
      await page.locator('a.alert-row').first().click();
      await page.locator('.account').waitFor();
      return page;
    },
  },
  {
    name: 'search, nothing found',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/search');
      await searchFor(page, 'elephant');
      await page
        .getByText(/Nothing found/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'counts',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/counts');
      await page.getByRole('table', { name: 'By category' }).waitFor();
      return page;
    },
  },
  {
    name: 'elevate, wrong code',
    open: async (school) => {
      const page = await openAs(school, school.deputy, '/');
      await page.getByRole('button', { name: 'Elevate Your Access' }).click();
      await typeCode(page, school.deputysPhone.wrongCode());
      await page.getByRole('alert').first().waitFor();
      return page;
    },
  },
  {
    name: 'pupil, chronology',
    open: async (school) => {
      await somethingBefore(school);
      const page = await openConcern(school);
      await deputyNotes(school, page);
      await page.locator('a.pupil-link').first().click();
      await page
        .getByText(/No entries for \d+ weeks/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'pupil, nothing fits',
    open: async (school) => {
      const page = await openConcern(school);
      await page.locator('a.pupil-link').first().click();
      await page.locator('.entry').first().waitFor();
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByLabel('To', { exact: true }).fill('2020-01-01');
      await page.getByText('Nothing fits this filter.').waitFor();
      return page;
    },
  },
  {
    name: 'pupil, not for this person',
    open: async (school) => {
      const page = await openAs(school, school.lead, `/pupils/${uuidv7(1)}`);
      await page.getByText(/not here, or not for you/).waitFor();
      return page;
    },
  },
];
