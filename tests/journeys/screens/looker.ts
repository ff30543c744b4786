import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { BRITISH, findHeadlessShell } from '../../../tools/browsers.mjs';
import { beAnOldTablet } from '../../old-tablet';
import type { Visitor } from '../../server/visitor';
import { tablet } from '../browser';
import { lendSession } from '../deeds';

/** One Chromium for all screens, a fresh set of cookies and storage for each, and all that the pages complain of. */
export class Looker {
  /** Reports of the content security policy and faults in the console, by every page so far. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Looker> {
    const executablePath = findHeadlessShell();
    return new Looker(
      await chromium.launch({
        ...(executablePath ? { executablePath } : {}),
        chromiumSandbox: false,
        env: { ...process.env, ...BRITISH },
        args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
      }),
    );
  }

  /** @param visitor whose session the browser has; without one nobody has logged in */
  async page(options: { visitor?: Visitor; touch?: boolean } = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: tablet,
      hasTouch: options.touch ?? false,
      permissions: ['notifications'],
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    context.setDefaultTimeout(45_000);
    await context.addInitScript(beAnOldTablet);
    await this.#listen(context);
    if (options.visitor) await lendSession(context, options.visitor);
    return context.newPage();
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #listen(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) =>
        console.error(`Policy ${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}`),
      );
    });
    context.on('weberror', (fault) => this.complaints.push(fault.error().message));
    context.on('console', (message) => {
      // A refused call and a missing network are part of some stories; the screen says so, and so does Chromium.
      const ofCall = message.text().startsWith('Failed to load') && message.location().url.includes('/api/');
      if (message.type() === 'error' && !ofCall) this.complaints.push(message.text());
    });
  }
}
