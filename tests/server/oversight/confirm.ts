import type { Visitor } from '../visitor';

/** The mark of the list of gains that this person is shown beside a change that waits. @throws when none waits */
export async function shownOf(browser: Visitor, id: string): Promise<string> {
  const { pending } = await browser.must('listPendingChanges');
  const one = pending.find((change) => change.id === id);
  if (!one) throw new Error('no such change waits');
  return one.shown;
}

/** Looks at what a change lets people read, and confirms it. */
export async function confirm(browser: Visitor, id: string): Promise<void> {
  await browser.must('confirmChange', { params: { id }, body: { shown: await shownOf(browser, id) } });
}
