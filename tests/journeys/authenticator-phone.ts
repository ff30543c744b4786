import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { create } from 'qrcode';
import { onTestFinished } from 'vitest';
import { findChromium } from '../../tools/browsers.mjs';
import { phone } from './browser';

export const PIN = '271828';

/** Somebody's phone; with a picture, its camera sees that and nothing else. */
export async function aPhone(camera?: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  const sees = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    chromiumSandbox: false,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--no-first-run',
      ...(camera ? [...sees, `--use-file-for-fake-video-capture=${camera}`] : []),
    ],
  });
  onTestFinished(() => browser.close());
  const permissions = ['clipboard-read', 'clipboard-write', ...(camera ? ['camera'] : [])];
  const context = await browser.newContext({
    viewport: phone,
    hasTouch: true,
    permissions,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(45_000);
  return context;
}

/** A page of the phone, and everything that it complains of: faults, and what its policy refused. */
export async function aPage(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Chromium's own line for a request without a network; the screen says so too.
    const offline = message.text().includes('ERR_INTERNET_DISCONNECTED');
    if (message.type() === 'error' && !offline) complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  return { page, complaints };
}

/** The first visit: a PIN, twice. */
export async function begin(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/authenticator/`);
  await page.getByLabel('Choose a PIN').fill(PIN);
  await page.getByLabel('The same PIN again').fill(PIN);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('No accounts yet').waitFor();
}

/** Unlocks with this PIN. */
export async function unlockWith(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** "Type the text secret". */
export async function addByText(page: Page, entry: string, service = '', name = ''): Promise<void> {
  await page.getByRole('link', { name: 'Type the text secret' }).click();
  await page.getByLabel('Text secret or link').fill(entry);
  await page.getByLabel('Service', { exact: true }).fill(service);
  await page.getByLabel('Account', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add account' }).click();
}

/** Waits for a line on the screen; the same words also stand where screen readers hear them. */
export async function said(page: Page, line: string | RegExp): Promise<void> {
  await page.locator('main').getByText(line).waitFor();
}

/** The code that a card shows. */
export async function shownCode(page: Page, title: string): Promise<string> {
  const digits = page.getByRole('article', { name: title }).locator('.code-digits span').first();
  await digits.filter({ hasText: /\d/ }).waitFor();
  return (await digits.innerText()).replaceAll(' ', '');
}

/** A video in which the camera sees the QR code of this text, as Chromium plays it: YUV4MPEG2, 4:2:0. */
export function videoOf(text: string): string {
  const [width, height] = [640, 480];
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = Math.floor(420 / modules.size);
  const [left, top] = [width, height].map((all) => Math.floor((all - side * modules.size) / 2)) as [
    number,
    number,
  ];
  const light = Buffer.alloc(width * height, 235);
  for (let y = 0; y < side * modules.size; y++) {
    for (let x = 0; x < side * modules.size; x++) {
      const dark = modules.get(Math.floor(y / side), Math.floor(x / side));
      if (dark) light[(top + y) * width + left + x] = 16;
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  const folder = mkdtempSync(join(tmpdir(), 'heed-camera-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'qr.y4m');
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, frame, frame, frame]));
  return file;
}
