import type { Page } from 'playwright-core';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Visitor } from '../../server/visitor';
import type { ScreenCase, WillowBank } from './willow-bank';

const THANKS =
  'Thank you, Ms Davis-Robel. We are on it. Please write down anything more that you see, and tell Mrs Bergstrom at once if Candido is not collected.';

async function openAs(school: WillowBank, visitor: Visitor, path: string): Promise<Page> {
  const page = await school.looker.page({ visitor });
  await page.goto(`${school.house.origin}${path}`);
  return page;
}

/** Candido's concern is open at the lead's desk. */
async function openCandido(school: WillowBank): Promise<Page> {
  const page = await openAs(school, school.lead, '/alerts');
  await page.getByText('Candido').first().click();
  await page.getByText('did not want to come in').last().waitFor();
  return page;
}

/** The lead has opened Candido's concern and Mario's. */
async function openSome({ lead }: WillowBank): Promise<void> {
  const { rows } = await lead.must('listInbox');
  for (const { concern, concernId } of rows)
    if (concern?.pupils.some(({ name }) => /Candido|Mario/.test(name)))
      await lead.must('readConcern', { params: { id: concernId } });
}

/** What leads say to whoever recorded something, and their own ways to look at alerts. */
export const replies: readonly ScreenCase[] = [
  {
    name: 'reply to the author',
    open: async (school) => {
      const page = await openCandido(school);
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('button', { name: 'Reply' }).click();
      await page.getByLabel('Your reply').fill(THANKS);
      return page;
    },
  },
  {
    name: 'concern, more that can be done',
    open: async (school) => {
      const page = await openCandido(school);
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('button', { name: 'Change categories' }).waitFor();
      return page;
    },
  },
  {
    name: 'your records, a reply is read',
    open: async (school) => {
      const { rows } = await school.lead.must('listInbox', { query: { view: 'all' } });
      const id = rows.find(({ concern }) => concern?.pupils.some(({ name }) => name.startsWith('Candido')));
      await school.lead.must('sendReply', {
        params: { id: id!.concernId },
        body: { actionId: uuidv7(Date.now()), text: THANKS },
      });
      const author = await school.house.loggedIn('m.davisrobel@willowbank.example');
      const page = await openAs(school, author, '/mine');
      await page.getByRole('button', { name: /Read the reply/ }).click();
      await page.getByText('if Candido is not collected').waitFor();
      return page;
    },
  },
  {
    name: 'concern with a reply',
    open: async (school) => {
      const page = await openCandido(school);
      await page.getByText(/First read/).scrollIntoViewIfNeeded();
      return page;
    },
  },
  {
    name: 'alerts, a view that has a name',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/alerts');
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByLabel('Level').selectOption({ label: 'Not set' });
      await page.getByRole('button', { name: 'Save this view' }).click();
      await page.getByLabel('Name of this view').fill('No level yet');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Rename' }).waitFor();
      return page;
    },
  },
  {
    name: 'alerts, several to be marked as read',
    open: async (school) => {
      await openSome(school);
      const page = await openAs(school, school.lead, '/alerts');
      await page.getByRole('button', { name: 'Mark several as read' }).click();
      await page.getByRole('button', { name: 'Tick all' }).click();
      await page.getByRole('button', { name: 'Mark 2 as read' }).waitFor();
      return page;
    },
  },
  {
    name: 'alerts, several marked as read',
    open: async (school) => {
      const page = await openAs(school, school.lead, '/alerts');
      await page.getByRole('button', { name: 'Mark several as read' }).click();
      await page.getByRole('button', { name: 'Tick all' }).click();
      await page.getByRole('button', { name: 'Mark 2 as read' }).click();
      await page.getByText('2 alerts are marked as read.').first().waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Mark several as read' }).waitFor();
      await page.getByRole('button', { name: 'Mark several as read' }).click();
      await page.getByRole('button', { name: 'Tick all' }).click();
      await page.getByRole('button', { name: 'Mark 2 as read' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      return page;
    },
  },
];
