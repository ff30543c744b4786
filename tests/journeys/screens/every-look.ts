import type { Page } from 'playwright-core';
import { desktop, phone, tablet } from '../browser';
import { violationsOf, type Violation } from './axe';
import { misfits } from './measures';

const SIZES = { tablet, phone, desktop };
const THEMES = ['light', 'dark', 'contrast'] as const;
/** The rules that see colours: a theme changes nothing else that a rule sees (client/styles/themes.css). */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Narrowest width at which a page may not scroll sideways (WCAG 1.4.10), CSS px. */
const NARROW = { width: 320, height: 640 };

/**
 * Looks at the open screen in every size and theme without loading it again.
 * @param name names the pictures, which are kept where HEED_PICTURES names a folder
 * @returns one line per fault, with the look that has it
 */
export async function faultsInEveryLook(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  // Colours are judged as they end up, not on their way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const theme of THEMES) {
      await putOn(page, theme);
      const look = `${size}, ${theme}`;
      await keepPicture(page, `${name} ${size} ${theme}`);
      faults.push(...(await axeFaults(page, theme)).map((fault) => `${look}: ${fault}`));
    }
    faults.push(...(await misfits(page)));
  }
  await putOn(page, 'light');
  await page.setViewportSize(NARROW);
  faults.push(...(await misfits(page)));
  await keepPicture(page, `${name} narrow light`);
  await page.setViewportSize(tablet);
  return faults;
}

async function axeFaults(page: Page, theme: (typeof THEMES)[number]): Promise<string[]> {
  const rules =
    theme === 'light'
      ? { type: 'tag' as const, values: RULES }
      : { type: 'rule' as const, values: OF_COLOURS };
  const violations = await violationsOf(page, rules, await inFront(page));
  const faults: string[] = [];
  for (const one of violations) faults.push(...(await stillThere(page, one)));
  return faults;
}

/** What lies behind an open dialog is inert, and was looked at before the dialog opened. */
async function inFront(page: Page): Promise<string | undefined> {
  const dialog = page.locator('dialog:modal');
  if ((await dialog.count()) === 0) return undefined;
  // Its words are slotted into an element around it.
  return dialog.last().evaluate((one) => {
    const root = one.getRootNode();
    return root instanceof ShadowRoot ? root.host.localName : one.localName;
  });
}

/**
 * One line per violation. A target that lies half below a bar that stays while the page scrolls is looked at again in
 * the middle of the screen: if it is well there, nobody misses it.
 */
async function stillThere(page: Page, { id, nodes }: Violation): Promise<string[]> {
  const kept: Violation['nodes'] = [];
  for (const node of nodes) {
    if (id !== 'target-size' || (await isMissedInTheMiddle(page, node.target.join(' ')))) kept.push(node);
  }
  return kept.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary ?? ''})`);
}

async function isMissedInTheMiddle(page: Page, selector: string): Promise<boolean> {
  await page.locator(selector).evaluate((one) => one.scrollIntoView({ block: 'center' }));
  const violations = await violationsOf(page, { type: 'rule', values: ['target-size'] }, selector);
  await page.evaluate(() => scrollTo(0, 0));
  return violations.length > 0;
}

/** As client/shell/theme.ts puts it on, for this page only. */
async function putOn(page: Page, theme: string): Promise<void> {
  await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['HEED_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(/\W+/g, '-')}.png` });
}
