import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { BEA, JO, MovedStory, NADIA, TOM } from '../server/concerns/moved-story';
import { confirm } from '../server/oversight/confirm';
import { elevatedLead } from '../server/security-keys/phone';
import type { Visitor } from '../server/visitor';
import { desktop, openBrowser } from './browser';
import { lendSession } from './deeds';

const CONTENT = /tangerine|Amira/;

/** Opens pages of one person in one browser, whose live line only one of them holds. */
async function pagesOf(story: MovedStory, visitor: Visitor) {
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, visitor);
  return async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${story.house.origin}${path}`);
    return page;
  };
}

/** What has the focus: BODY is the page as a whole, where a keyboard begins from the top again. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}

async function hasFallen(page: Page): Promise<void> {
  await expect.poll(() => page.content()).not.toMatch(CONTENT);
}

test('somebody is moved to a group that reads less: all that stood open falls without a touch, full access or not', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  const id = await story.records();
  const nadia = await story.elevated(NADIA);
  const open = await pagesOf(story, await story.elevated(TOM));
  const pages = [await open(`/pupils/${story.pupil('Amira')}`), await open(`/search/${id}`)];
  const found = await open('/search');
  await found.locator('#search-words').fill('tangerine');
  await found.keyboard.press('Enter');
  const watched = await open('/watched');
  await watched.getByText('Nobody is watched').waitFor();
  const counts = await open('/counts');
  await counts.locator('main table').first().waitFor();
  await counts.evaluate(() => document.querySelector('main table')!.setAttribute('data-old', ''));
  for (const page of [...pages, found]) await page.getByText(CONTENT).first().waitFor();
  await pages[0]!.locator('a.entry-link').first().focus();

  const [staffId, groupId] = [story.ids.staff('Tom Lowe'), story.ids.group('Teachers')];
  await nadia.must('makeChanges', {
    body: { changes: [{ kind: 'staff.move-group', staffId, groupId }] },
  });
  for (const page of [...pages, found]) {
    await hasFallen(page);
    await page.getByRole('button', { name: /Full access/ }).waitFor();
    await expect.poll(() => focused(page)).not.toBe('BODY');
    const notice = page.locator('heed-notice', { hasText: 'What you may see here has changed.' });
    await notice.getByRole('button', { name: 'OK' }).click();
    await notice.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toMatch(/H1|H2|MAIN/);
  }
  await counts.locator('table[data-old]').waitFor({ state: 'detached' });
  // Nothing to try again: it is not for Tom any more.
  await watched.getByText('This is not here, or not for you to see.').waitFor();
  expect(await watched.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});

test('a class is closed while an action is being typed: its pupil’s page falls, and the half-written text comes back', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  const id = await story.records();
  const nadia = await story.elevated(NADIA);
  const open = await pagesOf(story, await story.elevated(BEA));
  const pupil = await open(`/pupils/${story.pupil('Amira')}`);
  await pupil.locator('a.entry-link').first().waitFor();
  // She was alerted to this one: it stays hers to read, over every class.
  const concern = await open(`/alerts/${id}`);
  await concern.getByRole('button', { name: /Add action/ }).click();
  await concern.getByLabel('What did you do or decide?').fill('Rang home at 15:40.');
  await concern.evaluate(() =>
    document.querySelector('heed-add-action-dialog')!.setAttribute('data-old', ''),
  );

  await nadia.must('makeChanges', {
    body: {
      changes: [
        {
          kind: 'restriction.set',
          type: 'class',
          targetId: story.ids.class('4B'),
          allows: { groups: [], staff: [] },
        },
      ],
    },
  });
  await hasFallen(pupil);
  await concern.locator('heed-add-action-dialog[data-old]').waitFor({ state: 'detached' });
  const text = concern.getByLabel('What did you do or decide?');
  await text.waitFor();
  expect(await text.inputValue()).toBe('Rang home at 15:40.');
});

test('a pupil moves to another class, and a second person confirms it: the page falls for her teacher, not for a deputy', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  await story.records();
  const amira = story.pupil('Amira');
  const [nadia, tom] = [await story.elevated(NADIA), await story.elevated(TOM)];
  const hers = await (await pagesOf(story, await story.elevated(BEA)))(`/pupils/${amira}`);
  const his = await (await pagesOf(story, tom))(`/pupils/${amira}`);
  for (const page of [hers, his]) await page.locator('a.entry-link').first().waitFor();

  const to = { classId: story.ids.class('6A'), yearGroupId: story.ids.year('Year 6') };
  const { outcomes } = await nadia.must('makeChanges', {
    body: { changes: [{ kind: 'pupil.move', pupilIds: [amira], ...to }] },
  });
  // Cal, who has 6A, would read more by it.
  const [waits] = outcomes;
  if (waits?.outcome !== 'waits' || waits.pendingId === null) throw new Error('the move does not wait');
  await confirm(tom, waits.pendingId);
  await hasFallen(hers);
  await his.locator('a.entry-link').first().waitFor();
  expect(await his.content()).toContain('tangerine');
});

test('a record is moved to another child, and a passage covered: the page that is open loses both at once', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  const amira = story.pupil('Amira');
  const [covered, moved] = [await story.records(), await story.records({ text: 'Hid behind the shed.' })];
  const nadia = await story.elevated(NADIA);
  const open = await pagesOf(story, await story.elevated(BEA));
  const pupil = await open(`/pupils/${amira}`);
  await pupil.getByText('Hid behind the shed').first().waitFor();
  await nadia.must('correctPupil', {
    params: { id: moved },
    body: {
      actionId: story.newId(),
      position: 0,
      was: amira,
      pupilId: story.pupil('Ben'),
      reason: 'The register of 6A says so.',
    },
  });
  await expect.poll(() => pupil.content()).not.toContain('shed');
  await pupil.getByText('tangerine').first().waitFor();
  const { texts } = await nadia.must('readWhole', { params: { id: covered } });
  const one = texts.find(({ text }) => text.includes('tangerine'))!;
  const start = one.text.indexOf('tangerine');
  await nadia.must('coverPassage', {
    params: { id: covered },
    body: {
      actionId: story.newId(),
      entryId: one.id,
      part: one.part,
      start,
      end: start + 'tangerine'.length,
      reason: 'Names a family at home.',
    },
  });
  await expect.poll(() => pupil.content()).not.toContain('tangerine');
  await pupil.getByText('Threw a').first().waitFor();
});

test('a lead removes the key of a stolen phone: what stands open in the session of the thief falls, without a touch', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  await story.records();
  const { house } = story;
  const stolen = await elevatedLead(house, TOM);
  const open = await pagesOf(story, stolen.browser);
  const pupil = await open(`/pupils/${story.pupil('Amira')}`);
  await pupil.getByText('tangerine').first().waitFor();
  const tom = await house.loggedIn(TOM);
  const body = { code: stolen.recoveryCodes[0]! };
  await tom.must('removeKey', { params: { id: stolen.keyId }, body });
  await hasFallen(pupil);
});

test('whoever recorded it has a reply open, and a passage of it is covered: the words go, and come back covered', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  const id = await story.records();
  const nadia = await story.elevated(NADIA);
  const text = 'Thank you. Zebedee told us too.';
  const entryId = story.newId();
  await nadia.must('sendReply', { params: { id }, body: { actionId: entryId, text } });
  const mine = await (await pagesOf(story, await story.house.loggedIn(JO)))('/mine');
  await mine.getByRole('button', { name: /^Read the reply/ }).click();
  await mine.getByText('Zebedee').waitFor();
  const [start, end] = [text.indexOf('Zebedee'), text.indexOf('Zebedee') + 'Zebedee'.length];
  const passage = { entryId, part: 'text', start, end, reason: 'Another child.' };
  await nadia.must('coverPassage', { params: { id }, body: { actionId: story.newId(), ...passage } });
  await expect.poll(() => mine.content()).not.toContain('Zebedee');
  await mine.getByRole('button', { name: /^Read the reply/ }).click();
  await mine.getByText('Covered by a lead').waitFor();
});

test('rights end, and the school does not say at once what is left: the page says so, and is there again after “Try again”', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  await story.records();
  const nadia = await story.elevated(NADIA);
  const page = await (await pagesOf(story, await story.elevated(TOM)))(`/pupils/${story.pupil('Amira')}`);
  await page.locator('a.entry-link').first().waitFor();
  const body = JSON.stringify({ code: 'failed', title: 'Something went wrong.' });
  await page.route('**/api/session', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
  );
  const [staffId, groupId] = [story.ids.staff('Tom Lowe'), story.ids.group('Teachers')];
  await nadia.must('makeChanges', {
    body: { changes: [{ kind: 'staff.move-group', staffId, groupId }] },
  });
  await hasFallen(page);
  await page.getByText('This page needs a connection.').waitFor();
  await page.unroute('**/api/session');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: /Full access/ }).waitFor();
  await page.getByText('This page needs a connection.').waitFor({ state: 'detached' });
});
