import { chromium, type Browser, type Page } from 'playwright-core';
import { BRITISH, findChromium } from '../../../tools/browsers.mjs';
import { PIXELS } from '../../../tools/help/png-size';
import { openHouse, type TestHouse } from '../../server/house';
import { elevatedLead } from '../../server/security-keys/phone';
import type { Visitor } from '../../server/visitor';
import { lendSession } from '../deeds';
import { sampleSchool } from '../sample-school';
import { earliest, liveUntil } from './earlier-concerns';
import { SIZES, type PictureSize } from './sizes';

/** Every picture is of this school day, so that taking it again changes nothing but what has changed. */
const SCHOOL_DAY = Date.parse('2026-11-24T10:42:00.000Z');

const at = (name: string) => `${name}@willowbank.example`;

/** Who is seen in pictures, by what they are to the school. */
export const PEOPLE = {
  teacher: at('m.davisrobel'),
  newcomer: at('a.pollich'),
  lead: at('m.bergstrom'),
  deputy: at('h.mills'),
  head: at('j.lindkuvalis'),
  manager: at('k.hilll'),
  /** at further schools too */
  several: at('j.herman'),
} as const;

/** The school of the sample spreadsheet on one school day, and a browser that shares its clock. */
export class PictureSchool {
  readonly house: TestHouse;
  /** What pages complained of: their policy and faults. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;
  readonly #elevated = new Map<string, Promise<Visitor>>();

  private constructor(house: TestHouse, browser: Browser) {
    this.house = house;
    this.#browser = browser;
  }

  /** @param whenDone takes what closes it, first in last out */
  static async open(whenDone: (close: () => Promise<void>) => void): Promise<PictureSchool> {
    const house = await openHouse({
      plan: sampleSchool(),
      client: 'dist/client',
      start: SCHOOL_DAY - earliest,
      whenDone,
    });
    const executablePath = findChromium();
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      chromiumSandbox: false,
      env: { ...process.env, ...BRITISH },
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--no-first-run',
        '--font-render-hinting=none',
      ],
    });
    whenDone(() => browser.close());
    const lead = await liveUntil(house, SCHOOL_DAY, { author: PEOPLE.teacher, lead: PEOPLE.lead });
    const school = new PictureSchool(house, browser);
    school.#elevated.set(PEOPLE.lead, Promise.resolve(lead));
    return school;
  }

  /** By its name: at a number some things of a school do not work, and pages say so. */
  get origin(): string {
    return this.house.origin.replace('127.0.0.1', 'localhost');
  }

  /** Somebody at their desk with full access: their key is added once, however many stories they are in. */
  async atDesk(path: string, email: string): Promise<Page> {
    const known = this.#elevated.get(email);
    const visitor = known ?? elevatedLead(this.house, email).then(({ browser }) => browser);
    this.#elevated.set(email, visitor);
    return this.page(path, 'desk', await visitor);
  }

  /**
   * A browser of its own at an address. Its worker is kept out: it would go by the real clock.
   * @param visitor whose session it has; without one nobody has logged in
   */
  async page(path: string, size: PictureSize, visitor?: Visitor): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: SIZES[size],
      deviceScaleFactor: PIXELS,
      hasTouch: size !== 'desk',
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      colorScheme: 'light',
      permissions: ['notifications'],
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    context.setDefaultTimeout(30_000);
    await context.clock.install({ time: this.house.clock.now() });
    context.on('weberror', (fault) => this.complaints.push(fault.error().message));
    context.on('console', (message) => {
      if (/Content Security|Trusted/i.test(message.text())) this.complaints.push(message.text());
    });
    if (visitor) await lendSession(context, visitor, this.origin);
    const page = await context.newPage();
    await page.goto(this.origin + path);
    return page;
  }
}
