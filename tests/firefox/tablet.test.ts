import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuthor } from '../../protocol/envelope/open';
import { uuidv7 } from '../../protocol/identifiers';
import { decodePayload, type ConcernBody } from '../../protocol/payload';
import { findFirefox } from '../../tools/browsers.mjs';
import { School } from '../offline/school';
import type { FirefoxTablet } from './page';
import { servePage } from './served-page';

let school: School;
let browser: Browser;
let page: Page;
let stop: () => void;

beforeAll(async () => {
  school = await School.open();
  const served = await servePage(school);
  stop = served.stop;
  const executablePath = findFirefox();
  if (executablePath === undefined)
    throw new Error('no Firefox here: apt-get install firefox-esr, or HEED_FIREFOX');
  browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  page = await browser.newPage();
  await page.goto(served.url);
});

afterAll(async () => {
  await browser.close();
  stop();
});

type Step = keyof FirefoxTablet;

/** One step of the tablet's story, in Firefox. */
async function tablet<S extends Step>(
  step: S,
  ...given: Parameters<FirefoxTablet[S]>
): Promise<Awaited<ReturnType<FirefoxTablet[S]>>> {
  const answer: unknown = await page.evaluate(
    (name, args) => {
      const { tablet: here } = globalThis as unknown as {
        tablet: Record<string, (...args: unknown[]) => Promise<unknown>>;
      };
      return here[name]!(...args);
    },
    step,
    given,
  );
  return answer as Awaited<ReturnType<FirefoxTablet[S]>>;
}

function aConcern(): ConcernBody {
  const now = new Date().toISOString();
  return {
    pupils: [{ kind: 'not-on-list', description: 'A boy in Year 2' }],
    text: 'replaced by each draft',
    when: { kind: 'just-now', at: now, about: false },
    where: {},
    categories: [],
    told: { kind: 'not-yet' },
    alert: { staff: [], groups: [] },
    agencies: [],
    startedAt: now,
    sentAt: now,
  };
}

describe('a tablet with Firefox, under the product’s security headers', () => {
  const staffId = uuidv7(Date.now());

  it('is set up, with a PIN stretched by Argon2id', async () => {
    expect(await tablet('setUp', staffId)).toEqual({ derivation: 'argon2id' });
  });

  it('keeps what two tabs wrote into one draft', async () => {
    expect(await tablet('writeInTwoTabs')).toEqual(['first tab', 'second tab']);
  });

  it('locks, reloads, refuses a wrong PIN and opens its drafts with the right one', async () => {
    expect(await tablet('lock')).toBe(true);
    await page.reload();
    expect(await tablet('unlock', '999999')).toBe('wrong');
    expect(await tablet('unlock', '482915')).toBe('unlocked');
  });

  it('seals both, loses its database connection, and delivers both in one request', async () => {
    expect(await tablet('sendAllDrafts', aConcern())).toEqual(['sent', 'sent']);
    await tablet('loseConnection');
    expect(await tablet('deliver')).toEqual({ requests: 1, received: 2, unsent: 0 });
    expect(await tablet('deliver')).toMatchObject({ requests: 0 });
  });

  it('has sent what the school can open, signed by its author', async () => {
    const texts: string[] = [];
    for (const envelopeId of school.envelopes.keys()) {
      const opened = await school.read(envelopeId);
      const payload = decodePayload('concern', opened.payload);
      expect(payload?.author).toEqual({ staffId });
      expect(await verifyAuthor(opened, school.authorKeys.get(payload!.authorKeyId!)!)).toBe(true);
      texts.push(payload!.body.text);
    }
    expect(texts.sort()).toEqual(['first tab', 'second tab']);
  });

  it('shows its author how far both have come', async () => {
    school.progress = [...school.held.values()].map(({ envelopeId, reference }) => ({
      envelopeId,
      reference,
      steps: [{ step: 'received', at: '2026-11-23T12:51:00.000Z' }],
    }));
    const records = await tablet('progress');
    expect(records.map(({ reference }) => reference).sort()).toEqual(['REF0', 'REF1']);
    expect(records.every(({ steps }) => steps.join() === 'received')).toBe(true);
  });
});
