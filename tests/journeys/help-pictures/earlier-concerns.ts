import { uuidv7 } from '../../../protocol/identifiers';
import { DAY, MINUTE } from '../../../server/clock';
import type { TestHouse } from '../../server/house';
import { addKey } from '../../server/security-keys/phone';
import { aConcern, Tablet } from '../../server/tablet';
import type { Visitor } from '../../server/visitor';

/** What was written before the pictures begin: about whom, how long before, what, and how it ended. */
const WRITTEN = [
  {
    first: 'Joany',
    before: 41 * DAY,
    category: 'Attendance',
    text: 'Late for the third time this week. She said that nobody had woken her.',
    decision: 'Spoke with her mother. She is on time now.',
  },
  {
    first: 'Joany',
    before: 12 * DAY,
    category: 'Neglect or care',
    text: 'Her shoes are much too small. She said that they hurt when she runs.',
    decision: 'New shoes by Friday, her mother says.',
  },
  {
    first: 'Candido',
    before: 52 * MINUTE,
    category: 'Neglect or care',
    text: 'Candido came in without a coat again. He said that he had not had breakfast.',
    decision: null,
  },
  {
    first: 'Joany',
    before: 18 * MINUTE,
    category: 'Physical injury',
    text: 'At break Joany had a bruise on her left forearm, about 3 cm, yellow-green. I said “That looks sore.” She said “Daddy got cross about my shoes.”',
    decision: null,
  },
] as const;

/** So long before a day its school has to open; milliseconds. */
export const earliest = 41 * DAY + 60 * MINUTE;

/**
 * Lets the school live until a moment: a teacher writes, and a lead has closed what lies longer back.
 * @param moment milliseconds since 1970
 * @returns the lead's browser, with full access
 */
export async function liveUntil(
  house: TestHouse,
  moment: number,
  { author, lead }: { author: string; lead: string },
): Promise<Visitor> {
  const tablet = await Tablet.enrol(await house.loggedIn(author), 'Classroom tablet RA');
  const { pupils } = await tablet.visitor.must('readRoll');
  const { categories, places } = await tablet.visitor.must('readBoard', { params: { id: tablet.deviceId } });
  const { phone } = await addKey(house, await house.loggedIn(lead));
  const leadHere = async () => {
    const browser = await house.loggedIn(lead);
    await browser.must('elevate', { body: { code: phone.nextCode() } });
    return browser;
  };
  for (const { first, before, category, text, decision } of WRITTEN) {
    house.clock.skip(moment - before - house.clock.now());
    const { id, last } = pupils.find((one) => one.first === first)!;
    const body = aConcern({
      at: new Date(house.clock.now()).toISOString(),
      pupils: [{ kind: 'listed', pupilId: id, shown: `${first} ${last}` }],
      categories: categories.filter((one) => one.name === category).map((one) => one.id),
      where: places[0] ? { placeId: places[0].id } : {},
      told: { kind: 'someone', who: 'Mr Pollich, in the corridor' },
      text,
    });
    await tablet.deliver((await tablet.seal(body)).bytes);
    await house.settled();
    if (decision !== null) await dealtWith(house, await leadHere(), decision);
  }
  house.clock.skip(moment - house.clock.now());
  await house.settled();
  return leadHere();
}

/** The lead takes what came last, and closes it. */
async function dealtWith(house: TestHouse, lead: Visitor, decision: string): Promise<void> {
  const { id } = await house.ground.database
    .read('concerns')
    .orderBy('received_at', 'desc')
    .first<{ id: string }>('id');
  await lead.must('takeConcern', { params: { id } });
  const actionId = () => uuidv7(house.clock.now());
  await lead.must('closeConcern', {
    params: { id },
    body: {
      actionId: actionId(),
      reason: 'Nothing more to do.',
      decision: { actionId: actionId(), text: decision },
    },
  });
}
