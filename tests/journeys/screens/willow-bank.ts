import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { newLineageId } from '../../../protocol/identifiers';
import { openHouse, type TestHouse } from '../../server/house';
import { elevatedLead, addKey, type Phone } from '../../server/security-keys/phone';
import { aConcern, Tablet, type SealOptions } from '../../server/tablet';
import type { Visitor } from '../../server/visitor';
import { workerReady } from '../browser';
import { enrolTablet, joinTablet } from '../deeds';
import { room } from '../../room';
import { sampleSchool } from '../sample-school';
import { Looker } from './looker';

const at = (name: string) => `${name}@willowbank.example`;

/** The school of the sample spreadsheet with its people at work, and whoever looks at their screens. */
export interface WillowBank {
  readonly house: TestHouse;
  /** a server that has no school yet; the same for all who ask */
  readonly empty: () => Promise<TestHouse>;
  readonly looker: Looker;
  /** a shared tablet with two people on it; the same for all who ask */
  readonly tablet: () => Promise<Page>;
  /** closes a page that one case needed, unless it is the shared tablet */
  readonly putAway: (page: Page) => Promise<void>;
  /** logged in, on no device yet */
  readonly newcomer: Visitor;
  /** elevated, with alerts to read */
  readonly lead: Visitor;
  /** has a key and alerts to read, and is not elevated */
  readonly deputy: Visitor;
  readonly deputysPhone: Phone;
  /** has alerts to read and no key yet */
  readonly head: Visitor;
  /** elevated, with nothing to read */
  readonly pastoralLead: Visitor;
}

/** A case: what the screen is called, and how a person comes to it. */
export interface ScreenCase {
  readonly name: string;
  readonly open: (school: WillowBank) => Promise<Page>;
}

/** @param whenDone takes what closes the house */
export async function openWillowBank(whenDone: (close: () => Promise<void>) => void): Promise<WillowBank> {
  const folder = mkdtempSync(join(room(), 'heed-supplier-'));
  whenDone(() => rm(folder, { recursive: true }));
  const trainingFile = join(folder, 'training.json');
  writeFileSync(trainingFile, '[]');
  const house = await openHouse({
    plan: sampleSchool(),
    client: 'dist/client',
    environment: { TRAINING_FILE: trainingFile },
    whenDone,
  });
  const looker = await Looker.open();
  whenDone(() => looker.close());
  const newcomer = await house.loggedIn(at('a.pollich'));
  await writeSomeConcerns(
    await Tablet.enrol(await house.loggedIn(at('m.davisrobel')), 'Classroom tablet RA'),
  );
  await house.settled();
  const lead = (await elevatedLead(house, at('m.bergstrom'))).browser;
  const deputy = await house.loggedIn(at('h.mills'));
  const deputysPhone = (await addKey(house, deputy)).phone;
  const head = await house.loggedIn(at('j.lindkuvalis'));
  const pastoralLead = (await elevatedLead(house, at('s.rohan'))).browser;
  const people = { newcomer, lead, deputy, deputysPhone, head, pastoralLead };
  return { house, looker, ...people, ...whatFewNeed(house, looker, whenDone) };
}

/** Made when somebody asks for it first: a tablet's enrolment takes longer than all other preparations together. */
function whatFewNeed(
  house: TestHouse,
  looker: Looker,
  whenDone: (close: () => Promise<void>) => void,
): Pick<WillowBank, 'empty' | 'tablet' | 'putAway'> {
  let empty: Promise<TestHouse> | undefined;
  let tablet: Promise<Page> | undefined;
  return {
    empty: () => (empty ??= openHouse({ plan: null, client: 'dist/client', whenDone })),
    tablet: () => (tablet ??= aSharedTablet(house, looker)),
    putAway: async (page) => {
      if (page !== (await tablet)) await page.context().close();
    },
  };
}

/** Enrolled by Megane Davis-Robel through its own screens; a colleague has joined. */
async function aSharedTablet(house: TestHouse, looker: Looker): Promise<Page> {
  const page = await looker.page({ visitor: await house.loggedIn(at('m.davisrobel')), touch: true });
  await enrolTablet(page, house);
  await workerReady(page);
  await house.loggedIn(at('m.kingernser'));
  await joinTablet(page, house, at('m.kingernser'));
  return page;
}

/** A drawing that has arrived, and a letter that is still on its way. */
async function someFiles(tablet: Tablet): Promise<SealOptions> {
  const lineageId = newLineageId();
  const icon = readFileSync('client/public/icons/heed-192.png');
  const drawing = await tablet.sealFile(lineageId, icon, { name: 'What Joany drew at lunch.png' });
  const letter = await tablet.sealFile(lineageId, Buffer.from('Dear Mrs Bergstrom'), {
    name: 'Letter from home, found in the book bag.txt',
  });
  for (const { bytes } of drawing.envelopes) await tablet.deliver(bytes);
  return { lineageId, attachments: [drawing.attachment, letter.attachment] };
}

/** Short and long, one child and three, told and not told, and one by somebody who had not unlocked. */
async function writeSomeConcerns(tablet: Tablet): Promise<void> {
  const { visitor, deviceId } = tablet;
  const { pupils } = await visitor.must('readRoll');
  const { categories, places } = await visitor.must('readBoard', { params: { id: deviceId } });
  const kind = (name: string) => categories.filter((one) => one.name === name).map(({ id }) => id);
  const about = (...names: string[]) =>
    names.map((name) => {
      const { id, first, last } = pupils.find((one) => one.first === name)!;
      return { kind: 'listed' as const, pupilId: id, shown: `${first} ${last}` };
    });
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const write = async (ago: number, given: Parameters<typeof aConcern>[0], options: SealOptions = {}) => {
    const body = aConcern({ at: minutesAgo(ago), ...given });
    const lineageId = options.lineageId ?? newLineageId();
    const { id, bytes } = await tablet.seal(body, { ...options, lineageId });
    await tablet.deliver(bytes);
    return { id, lineageId };
  };
  const withFiles = await someFiles(tablet);
  const joanys: Parameters<typeof aConcern>[0] = {
    pupils: about('Joany'),
    categories: kind('Physical injury'),
    where: places[0] ? { placeId: places[0].id } : {},
    told: { kind: 'someone', who: 'Mr Pollich, in the corridor' },
    text: 'Joany came to me by the climbing frame at the start of lunch. She had a bruise on her left forearm, about 3 cm, yellow-green. I said “That looks sore.” She said “Daddy got cross about my shoes.” I told her I would need to pass this on.',
    bodyMap: {
      marks: [
        {
          view: 'child-front',
          x: 317,
          y: 364,
          part: 'left-forearm',
          size: '3-cm',
          shape: 'oval',
          colours: ['yellow', 'green'],
          skinBroken: 'no',
          swelling: 'cannot-tell',
          pupil: 0,
        },
        {
          view: 'head-left',
          x: 150,
          y: 290,
          part: 'left-cheek',
          size: 'coin',
          colours: ['red'],
          note: 'Looks like a graze. She says that it stings.',
          pupil: 0,
        },
      ],
    },
  };
  await write(25, joanys, withFiles);
  const candido = await write(9, {
    pupils: about('Candido'),
    categories: kind('I’m not sure'),
    text: 'At morning break Candido sat by the fence and did not want to come in.',
  });
  const more = 'He asked me twice who would collect him today.';
  await tablet.deliver((await tablet.sealAddition(candido, more, { at: minutesAgo(2) })).bytes);
  await write(250, {
    pupils: about('Sabina', 'Alba', 'Jessy'),
    categories: kind('A child told me something'),
    others: 'An older cousin, not at this school',
    told: { kind: 'lead', who: 'Mrs Bergstrom' },
    text: 'Three girls showed me messages on a phone. “Don’t tell Miss,” one of them said.',
  });
  await write(30, {
    pupils: about('Mario'),
    categories: kind('Neglect or care'),
    text: 'He came in without a coat again, and said he had not had breakfast. '.repeat(8),
  });
  await write(
    5,
    { text: 'A boy in Year 2 was crying behind the bins.' },
    { author: { unconfirmed: 'Supply, Year 3' } },
  );
}
