import type { TestHouse } from '../house';
import type { Visitor } from '../visitor';
import { JO, NADIA, RUTH, SAM, TOM } from './a-lead-at-work';

/** Ids of people by their addresses, and the one alert group. */
export async function idsOf(house: TestHouse) {
  const rows = await house.ground.database.read('alert_groups').select('id');
  const of = async (email: string) => {
    const index = house.ground.keys.blindIndex('accounts', 'email', email);
    const account = await house.ground.database.read('accounts').where({ email_index: index }).first('id');
    const row = await house.ground.database.read('staff').where({ account_id: account!.id }).first('id');
    return row!.id;
  };
  return {
    team: rows[0]!.id,
    jo: await of(JO),
    nadia: await of(NADIA),
    ruth: await of(RUTH),
    sam: await of(SAM),
    tom: await of(TOM),
  };
}

/** Somebody is away from today on, and says who is alerted instead. */
export async function goesAway(house: TestHouse, email: string, coverId: string): Promise<Visitor> {
  const browser = await house.loggedIn(email);
  await browser.must('setAbsence', { body: { coverId, from: '2026-11-23', until: '2026-11-27' } });
  await house.settled();
  return browser;
}

/** Who is mailed by a deed. */
export async function mailedBy(house: TestHouse, deed: () => Promise<unknown>): Promise<string[]> {
  const before = house.mails.length;
  await deed();
  await house.settled();
  return house.mails.slice(before).map(({ to }) => to);
}

/** What the page says of who was told of a concern. */
export async function saidOf(reader: Visitor, id: string) {
  const { recipients } = await reader.must('readConcern', { params: { id } });
  return new Map(
    recipients.map(({ name, why, away, onceAway }) => [
      name,
      { why, away, ...(onceAway ? { onceAway } : {}) },
    ]),
  );
}

export const NAMED = 'Named with an action that a lead added';
