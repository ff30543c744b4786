import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { setUnlocked } from '../../client/contexts/unlocked';
import { startRouter } from '../../client/router';
import type { HeedRecordScreen } from '../../client/screens/record/record-screen';
import '../../client/screens/record/record-screen';
import type { RecordContent } from '../../client/screens/record/record-content';
import type { HeedSentScreen } from '../../client/screens/sent/sent-screen';
import '../../client/screens/sent/sent-screen';
import { createDraft, listDrafts, saveOwnDraft } from '../../client/sealing/drafts';
import { saveOpenDrafts } from '../../client/sealing/open-drafts';
import { keepBoard } from '../../client/unlock/board';
import type { Unlocked } from '../../client/unlock/unlocked';
import { listOutbox } from '../../offline/outbox/store';
import { decodePayload } from '../../protocol/payload';
import { uuidv7 } from '../../protocol/identifiers';
import { aBoard, School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, flush } from '../offline/tablet';
import '../../client/styles/index.css';

let school: School;
let jo: Unlocked;
const home = location.href;
const injury = uuidv7(Date.now());
const board = {
  ...aBoard(),
  categories: [
    {
      id: injury,
      parentId: null,
      name: 'Physical injury',
      colour: '#a03614',
      urgent: true,
      bodyMap: false,
      onRecordScreen: true,
      guidance: null,
      goesTo: ['Pastoral team'],
      limited: [],
    },
  ],
};

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  await keepBoard(board);
  const joined = await aPersonOn(school, 'Jo Price');
  jo = { ...joined, roll: { ...joined.roll!, mayAdd: [injury] } };
  const nowhere = { path: '*', tag: 'div', load: async () => undefined, title: '', needs: 'anyone' as const };
  startRouter([nowhere], () => undefined);
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
  setUnlocked(jo);
});

afterEach(async () => {
  // A save that is still on its way would land in the next story's vault.
  await saveOpenDrafts();
  document.body.replaceChildren();
  history.replaceState(null, '', home);
});

async function open(address = '/record'): Promise<HeedRecordScreen> {
  history.replaceState(null, '', address);
  const screen = document.createElement('heed-record-screen');
  const draftId = /^\/record\/(\w[\w-]*)$/.exec(address)?.[1];
  screen.params = draftId === undefined ? {} : { draftId };
  document.body.append(screen);
  await expect.poll(() => screen.querySelector('#what')).not.toBeNull();
  return screen;
}

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
const bar = () => find('.send-bar').innerText;
const send = () => find('.send-bar .primary');
const account = () => document.querySelector<HTMLTextAreaElement>('#what')!;
const drafts = async () => (await listDrafts(jo)).drafts;
const texts = async () => (await drafts()).map(({ content }) => (content as RecordContent).text);

async function write(text: string): Promise<void> {
  await userEvent.fill(find('#what'), text);
}

/** Who, what and told: the least that can be sent. */
async function writeWhole(text: string): Promise<void> {
  await userEvent.fill(find('#who'), 'ame');
  await userEvent.keyboard('{Enter}');
  await write(text);
  find('#told input[value="not-yet"]').click();
}

async function sentRecord(): Promise<string> {
  await expect.poll(() => location.pathname).toMatch(/^\/record\/[^/]+\/sent$/);
  return location.pathname.split('/')[2]!;
}

async function readAtSchool(envelopeId: string) {
  await flush(school);
  return decodePayload('concern', (await school.read(envelopeId)).payload)!;
}

describe('before Send', () => {
  it('nothing looks sent or kept until it is on the disk', async () => {
    await open();
    expect(bar()).toContain('Not sent yet.');
    expect(bar()).not.toContain('Draft kept');
    await write('Bruise on left arm');
    await expect.poll(bar).toMatch(/Not sent yet\. Draft kept on this \w+, \d\d:\d\d/);
    expect(await texts()).toEqual(['Bruise on left arm']);
    expect(find('.send-bar .round-icon').className).toContain('warn');
    expect(send().innerText.trim()).toBe('Send');
  });

  it('the page goes on with the same draft after a reload, and with the newest one by the button', async () => {
    await open();
    await write('Bruise on left arm');
    await expect.poll(() => location.pathname).toMatch(/^\/record\/./);
    const address = location.pathname;
    document.body.replaceChildren();
    await open(address);
    expect(account().value).toBe('Bruise on left arm');
    document.body.replaceChildren();
    await open('/record');
    expect(account().value).toBe('Bruise on left arm');
    document.body.replaceChildren();
    await open('/record?new');
    expect(account().value).toBe('');
  });

  it('the last words are saved when the screen is left', async () => {
    await open();
    await write('Bruise on left arm');
    document.body.replaceChildren();
    await expect.poll(texts).toEqual(['Bruise on left arm']);
  });

  it('a draft that another tab has changed becomes a second draft, and the person is told', async () => {
    const draft = await createDraft(jo, { text: 'mine', startedAt: Date.now() });
    await open(`/record/${draft.draftId}`);
    await saveOwnDraft(jo, draft, { text: 'from the other tab' });
    await write('mine, longer');
    await expect.poll(() => document.body.innerText).toContain('now a second draft');
    expect((await texts()).sort()).toEqual(['from the other tab', 'mine, longer']);
  });

  it('a save that fails is said in red, with the text to copy, and is tried again', async () => {
    await open();
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await write('Bruise on left arm');
      await expect.poll(bar).toContain('This could not be kept here');
      expect(find('.send-bar .round-icon').className).toContain('danger');
      expect(bar()).toContain('Copy text');
    } finally {
      Object.defineProperty(IDBObjectStore.prototype, 'put', put);
    }
    await expect.poll(bar, { timeout: 10_000 }).toContain('Draft kept');
    expect(await texts()).toEqual(['Bruise on left arm']);
  });

  it('says by the school’s rules where it goes', async () => {
    await open();
    expect(bar()).toContain('Goes to: Safeguarding team');
    find('heed-category-tiles input').click();
    await expect.poll(bar).toContain('Goes to: Pastoral team');
  });

  it('a helper chip starts a line with the child’s name and leaves the caret between the marks', async () => {
    await open();
    await userEvent.fill(find('#who'), 'ame');
    await userEvent.keyboard('{Enter}');
    find('.starters button').click();
    await userEvent.keyboard('ouch');
    expect(account().value).toBe('Amélie said: “ouch”');
  });

  it('locking takes every word out of the page', async () => {
    await open();
    await writeWhole('Bruise on left arm');
    await expect.poll(bar).toContain('Draft kept');
    setUnlocked(null);
    await expect.poll(() => location.pathname).toBe('/lock');
    expect(document.body.innerHTML).not.toMatch(/Bruise|Am/);
    expect(find('#what')).toBeNull();
  });
});

describe('Send', () => {
  it('says what is missing, leads there, and seals nothing', async () => {
    await open();
    send().click();
    await expect.poll(() => document.activeElement?.className).toBe('error-summary');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.error-summary a')];
    expect(links.map((link) => link.innerText)).toEqual([
      'Choose who this is about',
      'Write what you saw or heard',
      'Say whether you have told someone in person',
    ]);
    links[1]!.click();
    expect(document.activeElement?.id).toBe('what');
    await write('Bruise');
    await expect.poll(() => document.querySelector('#what-error')).toBeNull();
    expect(await listOutbox()).toEqual([]);
  });

  it('seals the record in the place of its draft, and the school reads what was written', async () => {
    await open();
    await writeWhole('Bruise on left arm');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const id = await sentRecord();
    expect(await drafts()).toEqual([]);
    const { author, body } = await readAtSchool(id);
    expect(author).toEqual({ staffId: jo.person.staffId });
    expect(body).toMatchObject({
      pupils: [{ kind: 'listed', pupilId: jo.roll!.pupils[0]!.id, shown: 'Amélie O’Brien, 4B' }],
      text: 'Bruise on left arm',
      told: { kind: 'not-yet' },
      when: { kind: 'just-now', at: body.startedAt },
    });
  });

  it('pressed twice sends once', async () => {
    await open();
    await writeWhole('Bruise on left arm');
    send().click();
    send().click();
    await sentRecord();
    expect(await listOutbox()).toHaveLength(1);
  });

  it('without unlocking takes a typed name and a described child, shows no list, and keeps nothing to read', async () => {
    setUnlocked(null);
    await open('/record?unlocked=no');
    expect(document.querySelector('heed-pupil-picker')).toBeNull();
    expect(document.body.innerText).not.toContain('Amélie');
    await userEvent.fill(find('#your-name'), 'Sam Supply');
    await userEvent.fill(find('#who'), 'Boy in 2C, red coat');
    await write('He fell off the wall');
    find('#told input[value="lead"]').click();
    expect(bar()).toContain('cannot be opened again');
    send().click();
    const { author, body } = await readAtSchool(await sentRecord());
    expect(author).toEqual({ unconfirmed: 'Sam Supply' });
    expect(body.pupils).toEqual([{ kind: 'not-on-list', description: 'Boy in 2C, red coat' }]);
    expect(body.told).toEqual({ kind: 'lead', who: 'Mrs Shah' });
  });
});

describe('after Send', () => {
  async function sendAndShow(
    act: () => void = () => undefined,
  ): Promise<{ id: string; screen: HeedSentScreen }> {
    await open();
    await writeWhole('Bruise on left arm');
    act();
    send().click();
    const id = await sentRecord();
    document.body.replaceChildren();
    const screen = document.createElement('heed-sent-screen');
    screen.params = { id };
    document.body.append(screen);
    await expect.poll(() => document.querySelector('.ladder')).not.toBeNull();
    return { id, screen };
  }
  const ladder = () =>
    [...document.querySelectorAll<HTMLElement>('.ladder .title')].map((step) => step.innerText);

  it('nobody has been told yet, who to find stands there, and no step is drawn without the school’s word', async () => {
    await sendAndShow();
    expect(find('h1').innerText).toMatch(/^Waiting on this/);
    expect(find('.sent-head p').innerText).toBe('Nobody has been told yet.');
    expect(document.body.innerText).toContain('Office, ext. 12');
    expect(ladder()).toHaveLength(1);
    expect(document.body.innerHTML).not.toMatch(/Bruise|Amélie/);
  });

  it('the steps come in as the school gives them', async () => {
    const { id } = await sendAndShow();
    await flush(school);
    await expect.poll(() => ladder().at(-1)).toMatch(/^Received \d\d:\d\d, ref REF0$/);
    expect(ladder()[0]).toMatch(/^Waiting/);
    expect(school.held.has(id)).toBe(true);
    expect(document.body.innerText).not.toContain('Nobody has been told yet');
  });

  it('somebody told in person is named, and that nobody has been alerted', async () => {
    await sendAndShow(() => find('#told input[value="lead"]').click());
    expect(find('.sent-head p').innerText).toBe('Told in person: Mrs Shah. Nobody has been alerted yet.');
  });

  it('something urgent that nobody was told leads with whom to find', async () => {
    await sendAndShow(() => find('heed-category-tiles input').click());
    expect(find('h1').innerText).toBe('Find Mrs Shah now');
    expect(find('.find-now').innerText).toContain('Office, ext. 12');
  });

  it('a shared tablet says when it locks itself', async () => {
    await sendAndShow();
    await expect
      .poll(() => document.querySelector<HTMLElement>('.self-lock')?.innerText)
      .toMatch(/^Locks itself in \d+ seconds$/);
    expect(find('.button-pair .primary').innerText.trim()).toBe('Lock now');
  });
});
