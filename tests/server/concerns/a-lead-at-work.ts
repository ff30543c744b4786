import { uuidv7 } from '../../../protocol/identifiers';
import type { SchoolPlan } from '../../../server/set-up/school-plan';
import { openHouse, type TestHouse, type TestHouseOptions } from '../house';
import { aPupil, aSafeguardingLead, aSchool, aSupervisor, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

export const NADIA = 'nadia.shah@oakfield.example';
export const TOM = 'tom.lowe@oakfield.example';
export const RUTH = 'ruth.grey@oakfield.example';
export const JO = 'jo.price@oakfield.example';
export const SAM = 'sam.lee@oakfield.example';

/** Nadia leads and Tom is her deputy; Ruth is head, and Amira's aunt; Sam supervises the playground; Jo teaches. */
export function aSchoolAtWork(given: Partial<SchoolPlan> = {}): SchoolPlan {
  const school = aSchool({
    staff: [
      aSafeguardingLead({ email: NADIA, lastName: 'Shah' }),
      aSafeguardingLead({ email: TOM, firstName: 'Tom', lastName: 'Lowe' }),
      aSafeguardingLead({ email: RUTH, firstName: 'Ruth', lastName: 'Grey' }),
      aTeacher({ email: JO, lastName: 'Price' }),
      aSupervisor({ email: SAM, lastName: 'Lee' }),
    ],
    pupils: [aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [RUTH] })],
    alertGroups: [{ name: 'Safeguarding team', members: [NADIA, SAM] }],
    ...given,
  });
  return { ...school, school: { ...school.school, deputyEmails: [TOM] } };
}

/** One concern that Jo recorded about Amira, and Nadia with full access. It is Monday 23 November, noon. */
export async function aConcernAtWork(
  given: Partial<SchoolPlan> = {},
  options: Omit<TestHouseOptions, 'plan'> = {},
): Promise<{ house: TestHouse; id: string; nadia: Visitor; tablet: Tablet; envelopeId: string }> {
  const house = await openHouse({ ...options, plan: aSchoolAtWork(given) });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  const sealed = await tablet.seal(aConcern({ pupilId }));
  await tablet.deliver(sealed.bytes);
  await house.settled();
  const { id } = (await house.ground.database.read('concerns').first('id'))!;
  const { browser: nadia } = await elevatedLead(house, NADIA);
  return { house, id, nadia, tablet, envelopeId: sealed.id };
}

/** An action as a page makes it; a note unless said otherwise. */
export function anAction(house: TestHouse, given: object = {}) {
  return { actionId: uuidv7(house.clock.now()), text: 'Rang home at 15:40.', ...given };
}

export async function staffIdOf(visitor: Visitor): Promise<string> {
  return (await visitor.must('readSession')).session!.staffId;
}
