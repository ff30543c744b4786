import { emptyContent, type RecordContent } from '../../../client/screens/record/record-content';
import { HOUR } from '../../../server/clock';
import type { TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import type { LeftDraft, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

export const JO = 'jo.price@oakfield.example';
export const NADIA = 'nadia.shah@oakfield.example';
export const WORDS = 'She said that she does not want to go home.';

/** What stands in the form when its author is called away. */
export function halfWritten(given: Partial<RecordContent> & { pupilId?: string } = {}): RecordContent {
  const { pupilId, ...answers } = given;
  const pupil = { id: pupilId ?? '', name: 'Amira Khan', className: '4B', teacher: '', sameName: 1 };
  return {
    ...emptyContent,
    text: WORDS,
    pupils: pupilId ? [{ kind: 'listed', pupil, role: '' }] : [],
    startedAt: Date.parse('2026-11-23T12:43:00.000Z'),
    ...answers,
  };
}

/** The author leaves a draft: envelope and ciphertext come to the school, the envelope first. */
export async function leave(
  house: TestHouse,
  tablet: Tablet,
  content: object,
  options: Parameters<Tablet['beginDraft']>[1] = {},
): Promise<LeftDraft> {
  const draft = await tablet.beginDraft(content, options);
  await tablet.deliver(draft.envelope.bytes);
  await house.settled();
  await tablet.park(draft);
  await house.settled();
  return draft;
}

export const own = async (who: Visitor) => (await who.must('listOwnParked')).drafts;
export const unfinished = async (who: Visitor) => (await who.must('listUnfinished')).drafts;

/** A day later at the same hour; whoever was logged in logs in anew. */
export async function theNextDay(house: TestHouse): Promise<void> {
  house.clock.skip(24 * HOUR);
  await house.settled();
}

/** Mails that tell an author of something left unsent. */
export const mailsOf = (house: TestHouse, to: string) =>
  house.mails.filter((mail) => mail.to === to && mail.subject.includes('was not sent'));

export const audited = async (house: TestHouse): Promise<string[]> =>
  house.ground.database.read('audit').where('what', 'like', 'parked.%').orderBy('seq').pluck('what');

/** Elevated once more, also where their key is known already. */
export async function asLead(house: TestHouse, email: string): Promise<Visitor> {
  return (await elevatedLead(house, email)).browser;
}
