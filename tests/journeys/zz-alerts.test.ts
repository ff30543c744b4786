import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { test } from 'vitest';
import { planSchool } from '../../server/set-up/plan-school';
import { readWorkbook } from '../../server/set-up/workbook/read-xlsx';
import { ServerProcess } from '../faults/server-process';
import { waitFor } from '../server/house';
import { aConcern, Tablet } from '../server/tablet';
import type { Visitor } from '../server/visitor';
import { firstPage, openBrowser } from './browser';

const OUT = '/tmp/heed/alerts';
const code = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: Date.now() + ahead * 30_000,
  });
async function cookies(context: BrowserContext, v: Visitor, origin: string) {
  await context.addCookies(
    [...v.cookies].map(([name, value]) => ({
      name,
      value,
      url: origin,
      httpOnly: true,
      sameSite: 'Strict' as const,
    })),
  );
}
async function judge(page: Page, name: string) {
  await page.waitForTimeout(350);
  await page.screenshot({ path: `${OUT}/${name}.png` });
  const found = (await new AxeBuilder({ page: page as never }).analyze()).violations;
  for (const one of found)
    console.log('AXE', name, one.id, one.nodes.map((n) => n.html.slice(0, 140)).slice(0, 3));
  const facts = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: [...document.querySelectorAll('main a, main button, main input, main label')]
      .filter((e) => {
        const r = e.getBoundingClientRect();
        return (
          r.width > 0 &&
          (r.height < 44 || r.width < 44) &&
          !e.closest('.segments') &&
          !(e instanceof HTMLInputElement)
        );
      })
      .map((e) => e.outerHTML.slice(0, 100)),
  }));
  if (facts.over > 0 || facts.small.length) console.log('FACTS', name, JSON.stringify(facts));
}
test('alerts walk', async () => {
  const plan = planSchool(
    readWorkbook(new Uint8Array(readFileSync('client/public/set-up/heed-set-up-sample.xlsx'))),
    '2026-11-23',
  ).plan!;
  const server = await ServerProcess.withSchool(plan);
  await server.start();
  const teacher = await server.loggedIn('m.davisrobel@willowbank.example');
  const tablet = await Tablet.enrol(teacher);
  const roll = await teacher.must('readRoll');
  const { board } = {
    board: await teacher.must('readBoard', { params: { id: tablet.deviceId } }),
  } as never as {
    board: { categories: { id: string; name: string }[]; places: { id: string; name: string }[] };
  };
  console.log(Object.keys(roll), Object.keys(board));
  const kinds = (board.categories ?? (roll as never as typeof board).categories) as {
    id: string;
    name: string;
  }[];
  const cat = (name: string) => {
    const c = kinds.find((k) => k.name === name);
    return c ? [c.id] : [];
  };
  const p = roll.pupils;
  const at = (min: number) => new Date(Date.now() - min * 60_000).toISOString();
  const send = async (given: Parameters<typeof aConcern>[0] & { who?: number[] }, options = {}) => {
    const { who = [0], ...body } = given;
    const when = (given.at as string) ?? at(1);
    const envelope = await tablet.seal(
      aConcern({
        at: when,
        pupils: who.map((i) => ({ kind: 'listed' as const, pupilId: p[i]!.id, shown: 'x' })),
        when: { kind: 'just-now', at: when, about: false },
        ...body,
      }),
      options,
    );
    const { status } = await tablet.deliver(envelope.bytes);
    if (status !== 200) console.log('deliver', status);
  };
  await send({
    who: [0],
    at: at(20),
    categories: cat('Physical injury'),
    text: 'Kaycee came to me by the climbing frame at the start of lunch. She had a bruise on her left forearm, about 3 cm, yellow-green. I said “That looks sore.” She said “Daddy got cross about my shoes.” I told her I would need to pass this on.',
    told: { kind: 'someone', who: 'Mr Pollich, in the corridor' },
    where: { other: 'Playground' },
  });
  await send({
    who: [1],
    at: at(9),
    categories: cat("I'm not sure"),
    text: 'At morning break Candido sat by the fence and did not want to come in.',
  });
  await send({
    who: [2, 3, 4],
    at: at(250),
    categories: cat('A child told me something'),
    text: 'Three girls showed me messages on a phone. “Don’t tell Miss,” one of them said.',
    others: 'An older cousin, not at this school',
    told: { kind: 'lead', who: 'Mrs Bergstrom' },
  });
  await send({
    who: [5],
    at: at(30),
    categories: cat('Neglect or care'),
    text: 'He came in without a coat again, and said he had not had breakfast. '.repeat(8),
  });
  await send({
    who: [6],
    at: at(40),
    categories: cat('Neglect or care'),
    text: 'Mum rang at 15:40. She said thank you for the coat.',
  });
  await send({
    who: [0],
    at: at(60),
    categories: cat('Neglect or care'),
    text: 'Second one about the same child.',
  });
  await send(
    {
      at: at(5),
      categories: cat('Neglect or care'),
      text: 'Somebody at a locked tablet wrote this.',
    } as never,
    { author: { unconfirmed: 'Jo from year 3' } as never },
  );
  await waitFor(
    async () =>
      (await server.look(async ({ database }) => (await database.read('alerts').select('id')).length)) >= 18,
  );
  const maria = await server.loggedIn('m.bergstrom@willowbank.example');
  const begun = await maria.must('beginKey', { body: {} });
  await maria.must('saveKey', {
    body: { pending: begun.pending, name: 'My phone', code: code(begun.secret) },
  });
  const horace = await server.loggedIn('h.mills@willowbank.example');
  await server.look(async ({ database }) => {
    const rows = await database.read('concerns').orderBy('received_at').select('id', 'received_at');
    const staff = (await database.read('alerts').select('staff_id')) as { staff_id: string }[];
    const me = (await maria.must('readSession')).session!.staffId;
    const other = staff.map((s) => s.staff_id).find((s) => s !== me)!;
    await database.write(async (trx) => {
      await trx('concerns')
        .where({ id: rows[3].id })
        .update({ taken_by: other, taken_at: at(10) });
      await trx('concerns')
        .where({ id: rows[4].id })
        .update({ taken_by: me, taken_at: at(10), received_at: at(3 * 1440) });
      await trx('alerts')
        .where({ concern_id: rows[4].id })
        .update({ created_at: at(3 * 1440) });
      await trx('alerts')
        .where({ concern_id: rows[0].id })
        .update({ created_at: at(14) });
      await trx('concerns')
        .where({ id: rows[0].id })
        .update({ received_at: at(14) });
      await trx('alerts')
        .where({ concern_id: rows[1].id })
        .update({ created_at: at(7) });
    });
  });
  const sizes = {
    tablet: { width: 820, height: 1180 },
    phone: { width: 390, height: 844 },
    desktop: { width: 1280, height: 800 },
    narrow: { width: 320, height: 640 },
  };
  const context = await openBrowser({ viewport: sizes.tablet });
  const { page, complaints } = await firstPage(context);
  try {
    await cookies(context, horace, server.origin);
    await page.goto(`${server.origin}/alerts`);
    await page.locator('a.alert-row').first().waitFor();
    await judge(page, '00-no-key');
    await context.clearCookies();
    await cookies(context, maria, server.origin);
    await page.goto(`${server.origin}/alerts`);
    await page.locator('a.alert-row').first().waitFor();
    await judge(page, '01-not-elevated');
    await page.locator('a.alert-row').first().click();
    await judge(page, '02-not-elevated-open');
    await page.locator('.desk-detail').getByRole('button', { name: 'Elevate to read' }).click();
    await page.locator('heed-dialog input').first().fill(code(begun.secret, 1));
    await page.locator('.concern-head').waitFor();
    console.log('TITLE', await page.title());
    const open = (name: RegExp) => page.locator('a.alert-row').filter({ hasText: name }).first();
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((t) => {
        localStorage.setItem('heed-theme', t);
        document.documentElement.dataset['theme'] = t;
      }, theme);
      for (const [name, size] of Object.entries(sizes)) {
        await page.setViewportSize(size);
        await page.goto(`${server.origin}/alerts`);
        await page.locator('a.alert-row').first().waitFor();
        await judge(page, `list-${name}-${theme}`);
        await open(/Kaycee/).click();
        await page.locator('.concern-head').waitFor();
        await judge(page, `detail-${name}-${theme}`);
        await page.mouse.move(size.width - 60, 300);
        await page.mouse.wheel(0, 2000);
        await judge(page, `detail-end-${name}-${theme}`);
      }
    }
    await page.evaluate(() => {
      localStorage.setItem('heed-theme', 'light');
      document.documentElement.dataset['theme'] = 'light';
    });
    await page.setViewportSize(sizes.desktop);
    await page.goto(`${server.origin}/alerts`);
    await open(/\+2/).click();
    await page.locator('.concern-head').waitFor();
    await judge(page, 'many-desktop');
    await open(/Alert /).click();
    await page.getByText('Being checked:').waitFor();
    await judge(page, 'checked-desktop');
    await page.getByRole('button', { name: 'I’ll take this' }).click();
    await page.getByText('locked tablet wrote this').first().waitFor();
    await judge(page, 'checked-taken-desktop');
    await open(/Candido/).click();
    await page.getByRole('heading', { name: /Candido/ }).waitFor();
    await page.keyboard.press('a');
    await page
      .getByLabel('What did you do or decide?')
      .fill('Spoke with Candido’s class teacher. Will ring home at 15:30.');
    await judge(page, 'action-desktop');
    await page.getByRole('button', { name: 'Add to the record' }).click();
    await page.getByText('Will ring home at 15:30').waitFor();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await page.mouse.move(1000, 400);
    await page.mouse.wheel(0, 3000);
    await judge(page, 'read-desktop');
    for (const name of ['tablet', 'phone', 'narrow'] as const) {
      await page.setViewportSize(sizes[name]);
      await judge(page, `read-${name}`);
    }
    await page.setViewportSize(sizes.desktop);
    await page.keyboard.press('?');
    await judge(page, 'shortcuts-desktop');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(600);
    console.log(
      'AFTER j j Enter',
      await page.locator('.concern-head h2').innerText(),
      '| focus',
      await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80)),
    );
    // elevation ends with a half-written action
    await page.keyboard.press('a');
    await page.getByLabel('What did you do or decide?').fill('Half written');
    await maria.must('endElevation');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.desk-detail').getByRole('button', { name: 'Elevate to read' }).waitFor();
    console.log(
      'DROPPED',
      /Kaycee|Candido|Half written/.test(await page.locator('body').innerText()),
      await page.locator('heed-add-action-dialog').count(),
    );
    await judge(page, 'ended-desktop');
    await context.setOffline(true);
    await page.locator('label').filter({ hasText: 'All' }).click();
    await page.waitForTimeout(800);
    await judge(page, 'offline-desktop');
    await context.setOffline(false);
    await page.waitForTimeout(1200);
    await judge(page, 'online-again-desktop');
  } finally {
    await page.screenshot({ path: `${OUT}/zz-end.png` });
    console.log('COMPLAINTS', complaints, server.said);
  }
}, 240_000);
