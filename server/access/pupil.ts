import { groupWorks, isLead, type Actor, type StaffActor } from './actor';
import { seesPupil, type ClassRestrictions, type ConcernPupilFacts } from './concern';

/** What the policy needs to know of a pupil whose page somebody opens. */
export interface PupilFacts extends ConcernPupilFacts {
  readonly schoolId: string;
}

/** Whether this person's group sees pupils at all: *View Pupils* for at least one category, and only while it works. */
export function seesPupils(actor: Actor): actor is StaffActor {
  if (actor.kind !== 'staff' || !groupWorks(actor)) return false;
  return [...actor.group.rights.values()].some(({ viewPupils }) => viewPupils);
}

/**
 * Whether this person may open the page of a pupil (access.md): *View Pupils*, the class restrictions, and never the
 * page of a child whom they are close to. Which records stand there is decided for each record by itself.
 */
export function maySeePupil(actor: Actor, pupil: PupilFacts, rules: ClassRestrictions): actor is StaffActor {
  if (!seesPupils(actor) || actor.schoolId !== pupil.schoolId) return false;
  if (pupil.connectedStaff.has(actor.staffId)) return false;
  return seesPupil(actor, pupil, rules);
}

/**
 * Whether this person keeps what stands on a pupil's page besides the records: plans, links, documents, who is not to be
 * contacted. A lead or deputy with full access who may open the page.
 */
export function mayKeepPupil(actor: Actor, pupil: PupilFacts, rules: ClassRestrictions): actor is StaffActor {
  return maySeePupil(actor, pupil, rules) && actor.elevated && isLead(actor);
}
