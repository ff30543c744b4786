import { expect, it } from 'vitest';
import { askOtherTabs, type listenToTabs } from '../../client/tabs';

interface Tab {
  listenToTabs: typeof listenToTabs;
}

/** The same code once more, as another tab would run it. */
async function anotherTab(saveDrafts: () => Promise<void>): Promise<void> {
  const address = `/client/tabs.ts?tab=${crypto.randomUUID()}`;
  const tab = (await import(/* @vite-ignore */ address)) as Tab;
  tab.listenToTabs(saveDrafts);
}

it('goes on at once when Heed is open in one tab only', async () => {
  expect(await askOtherTabs()).toBe(true);
});

it('updates only after every tab has written its drafts', async () => {
  const saved: string[] = [];
  let write = () => {};
  const writing = new Promise<void>((resolve) => (write = resolve));
  await anotherTab(async () => void saved.push('quick'));
  await anotherTab(async () => {
    await writing;
    saved.push('slow');
  });
  const asked = askOtherTabs();
  expect(
    await Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve('still asking'), 200))]),
  ).toBe('still asking');
  write();
  expect(await asked).toBe(true);
  expect(saved.sort()).toEqual(['quick', 'slow']);
});

it('does not update over a draft that could not be written', async () => {
  await anotherTab(() => Promise.reject(new Error('disk full')));
  expect(await askOtherTabs()).toBe(false);
});
