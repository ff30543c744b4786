import type { BrowserContext, Page } from 'playwright-core';
import { waitFor } from '../server/house';
import type { ServerProcess } from '../faults/server-process';
import type { Visitor } from '../server/visitor';

export const PASSWORD = 'three wet ducks in a row';
export const PIN = '271828';

/** First log-in as a person does it: "Forgotten your password…", the mailed link, a password, "Log in". */
export async function logInForTheFirstTime(page: Page, server: ServerProcess, email: string): Promise<void> {
  await page.goto(`${server.origin}/log-in`);
  await page.getByRole('link', { name: /using Heed for the first time/ }).click();
  // Until it is there, the field of the same name on the log-in page is.
  await page.getByRole('heading', { name: 'Reset Password' }).waitFor();
  await page.getByLabel('School e-mail address').fill(email);
  await page.getByRole('button', { name: 'Reset Password' }).click();
  await page.getByText('a mail is on its way').waitFor();
  await page.goto(await mailedLink(server, email));
  await page.getByLabel('Password', { exact: true }).first().fill(PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('Your password is saved').waitFor();
  await logIn(page, server, email);
}

/** Log-in with a password that is there already. */
export async function logIn(page: Page, server: Pick<ServerProcess, 'origin'>, email: string): Promise<void> {
  await page.goto(`${server.origin}/log-in`);
  await page.getByLabel('School e-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/log-in'));
}

/** The newest link that was mailed to an address. */
export async function mailedLink(server: ServerProcess, email: string): Promise<string> {
  const find = () =>
    server
      .mails()
      .filter((mail) => mail.includes(email))
      .map((mail) => /http\S+\/welcome#[\w-]{43}/.exec(mail)?.[0])
      .findLast((link) => link !== undefined);
  await waitFor(() => find() !== undefined);
  return find()!;
}

/** Sets Heed up on a tablet after a log-in, with a PIN; a shared one locks itself soon after each record. */
export async function enrolTablet(
  page: Page,
  server: Pick<ServerProcess, 'origin'>,
  { name = 'Playground tablet 2', shared = true } = {},
): Promise<void> {
  await page.goto(`${server.origin}/enrol`);
  await page.getByRole('radio', { name: shared ? 'Yes, it is shared' : 'No, only me' }).check();
  await page.getByLabel('What do people call this tablet?').fill(name);
  await choosePin(page);
  await page.getByRole('button', { name: 'Set up this tablet' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/enrol'));
}

/** A PIN, typed twice. */
export async function choosePin(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('Choose a PIN').fill(pin);
  await page.getByLabel('The same PIN again').fill(pin);
}

/** Unlocks on the lock screen by tile and keypad. */
export async function unlock(page: Page, firstName: string, pin = PIN): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(firstName) }).check();
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/lock'));
}

/** Adds a colleague to a tablet that others use already, from its lock screen, with a PIN of their own. */
export async function joinTablet(
  page: Page,
  server: Pick<ServerProcess, 'origin'>,
  email: string,
  pin = PIN,
): Promise<void> {
  await page.goto(`${server.origin}/lock`);
  await page.getByRole('button', { name: /Add yourself/ }).click();
  await page.getByLabel('School e-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await choosePin(page, pin);
  await page.getByRole('button', { name: 'Save PIN' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/enrol'));
}

/** What a story writes down; nobody was told in person yet. */
export interface WrittenConcern {
  /** typed into the picker, or as a description where nobody has unlocked */
  readonly pupil: string;
  readonly text: string;
}

/** Unlocks and fills in a new record, up to Send. The page stands on the lock screen. */
export async function writeConcern(page: Page, firstName: string, concern: WrittenConcern): Promise<void> {
  await unlock(page, firstName);
  await openRecord(page);
  await fillIn(page, concern);
}

/** Opens the record screen from home. */
export async function openRecord(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /Record a concern/ })
    .first()
    .click();
}

/** Fills in the open record screen of somebody who has unlocked, up to Send. */
export async function fillIn(page: Page, { pupil, text }: WrittenConcern): Promise<void> {
  await pickPupil(page, pupil);
  await page.getByLabel('What did you see or hear?').fill(text);
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByText(/Draft kept on this tablet/).waitFor();
}

/** Presses Send and waits until the screen says what has become of it. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/sent');
  await page.getByText(/^Thank you\./).waitFor();
}

/** Locks with the button on top. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.waitForURL('**/lock');
}

/** All that a person could read on the screen. */
export async function readable(page: Page): Promise<string> {
  return page.locator('body').innerText();
}

/** Finds one pupil in the picker by typing, and takes the first that is offered. */
export async function pickPupil(page: Page, typed: string): Promise<void> {
  // A role's select is a combobox as well.
  await page.locator('input[role=combobox]').first().fill(typed);
  await page.getByRole('listbox').getByRole('option').first().click();
}

/** The database of the running or stopped server, read over its own file. */
export async function howMany(server: ServerProcess, table: string, where: object = {}): Promise<number> {
  return server.look(async ({ database }) => (await database.read(table).where(where).select('*')).length);
}

/** Gives a real browser the session of somebody who logged in over HTTP, for stories that begin after the log-in. */
export async function lendSession(
  context: BrowserContext,
  visitor: Visitor,
  origin = visitor.origin,
): Promise<void> {
  const cookies = [...visitor.cookies].map(([name, value]) => ({
    name,
    value,
    url: origin,
    httpOnly: true,
  }));
  await context.addCookies(cookies);
}

/** Types six digits into the one code field that is shown. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('input[autocomplete="one-time-code"]').last().fill(code);
}
