import { mkdtempSync, rmSync } from 'node:fs';

import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { BRITISH, findChromium } from '../../tools/browsers.mjs';
import { beAnOldTablet } from '../old-tablet';
import { room } from '../room';

export const tablet = { width: 820, height: 1180 };
export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface BrowserOptions {
  readonly viewport?: { width: number; height: number };
  /** A profile that is kept between two openings, as a real tablet keeps it. */
  readonly profile?: string;
  /** Further switches of the browser. */
  readonly args?: readonly string[];
}

/** A folder for a browser that is closed and opened again within one story. */
export function aProfile(): string {
  const folder = mkdtempSync(join(room(), 'heed-profile-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** A real Chromium with a profile of its own; closed when the story ends. A touch screen, as tablets and phones are. */
export async function openBrowser(options: BrowserOptions = {}): Promise<BrowserContext> {
  const viewport = options.viewport ?? tablet;
  const context = await chromium.launchPersistentContext(options.profile ?? aProfile(), {
    ...executable(),
    headless: true,
    chromiumSandbox: false,
    args: [...args, ...(options.args ?? [])],
    env: { ...process.env, ...BRITISH },
    viewport,
    hasTouch: viewport.width < 1000,
    permissions: ['notifications', 'background-sync', 'clipboard-read', 'clipboard-write'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  // Three stories share two cores: what a browser alone does in a second may take half a minute here.
  context.setDefaultTimeout(45_000);
  await context.addInitScript(beAnOldTablet);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(context);
    await context.close();
  });
  return context;
}

/** What a failed story showed last, for whoever looks into it: as a picture, and in words where only a log is kept. */
async function keepPictures(context: BrowserContext): Promise<void> {
  const kept = context.pages().map(async (page, index) => {
    console.error(`Shown last at ${page.url()}:\n${await page.locator('body').innerText({ timeout: 5000 })}`);
    await page.screenshot({ path: `screenshots/failed-${String(index)}.png` });
  });
  await Promise.allSettled(kept);
}

function executable(): { executablePath?: string } {
  const path = findChromium();
  return path ? { executablePath: path } : {};
}

/** The context's first page, with everything that a page says in its console kept for the story to judge. */
export async function firstPage(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  return { page, complaints };
}

/** Waits until the worker of this page controls it, so that the next opening needs no network. */
export async function workerReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}
