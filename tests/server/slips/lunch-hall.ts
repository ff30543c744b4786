import type { SlipState } from '../../../protocol/slips';
import { oakfield, openOffice, JO, type Office } from '../oversight/office';
import type { PlannedStaffMember, SchoolPlan } from '../../../server/set-up/school-plan';
import { Tablet } from '../tablet';

const PAT = 'Pat Field';
const KIM = 'Kim Doyle';

/** Oakfield with two midday supervisors who have no e-mail address, and two tablets in the lunch hall. */
export interface LunchHall extends Office {
  readonly plan: SchoolPlan;
  readonly pat: string;
  readonly kim: string;
  readonly tablet: Tablet;
  readonly other: Tablet;
  /** Sue makes a slip for one person; its code. */
  slipFor(staffId: string): Promise<string>;
  /** How the slips of one person stand, newest first. */
  statesOf(staffId: string): Promise<SlipState[]>;
}

/** A midday supervisor without an e-mail address. */
function withoutAddress(name: string): PlannedStaffMember {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { firstName, lastName, jobTitle: 'Midday supervisor', userGroup: 'All staff', classes: [] };
}

/** Opens the lunch hall; `known` works on both tablets already. */
export async function openLunchHall(): Promise<LunchHall> {
  const base = oakfield();
  const plan: SchoolPlan = {
    ...base,
    staff: [...base.staff, withoutAddress(PAT), withoutAddress(KIM)],
    userGroups: base.userGroups.map((group) =>
      group.name === 'Administrators'
        ? { ...group, administration: [...group.administration, 'devices', 'audit'] }
        : group,
    ),
  };
  const office = await openOffice(plan);
  const { house, id, sue } = office;
  const known = await house.loggedIn(JO);
  return {
    ...office,
    plan,
    pat: id.staff(PAT),
    kim: id.staff(KIM),
    tablet: await Tablet.enrol(known, 'Lunch hall 1'),
    other: await Tablet.enrol(known, 'Lunch hall 2'),
    slipFor: async (staffId) => (await sue.must('makeSlips', { body: { to: [staffId] } })).slips[0]!.code,
    statesOf: async (staffId) =>
      (await sue.must('listSlips')).slips.filter((one) => one.staffId === staffId).map(({ state }) => state),
  };
}
