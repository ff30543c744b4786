import type { StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import type { ClassRestrictions, ConcernFacts } from '../../access/concern';
import type { Place } from '../../access/reach';

/** Asks the real rule about a concern that nobody wrote. */
export type Ask = (category: ConcernFacts['categories'][number] | null, place: Place | null) => boolean;

/**
 * May this person read a concern of one category about one pupil of a class and year group, to whom they are not
 * connected and which nobody alerted them to? @param actor as whom `can` is asked
 */
export function askAs(actor: StaffActor, restrictions: ClassRestrictions): Ask {
  return (category, place) => {
    const concern: ConcernFacts = {
      kind: 'concern',
      schoolId: actor.schoolId,
      categories: category ? [category] : [],
      pupils: place ? [{ ...place, pupilId: '', connectedStaff: new Set() }] : [],
      aboutStaff: new Set(),
      keptBy: null,
      quarantined: false,
      alert: null,
    };
    return can(actor, 'concern.read', { kind: 'guarded-concern', concern, restrictions });
  };
}
