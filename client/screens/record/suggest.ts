import type { Suggestion } from '../../components/pupil-picker/chosen-pupil';
import type { Roll } from '../../../protocol/devices';
import { findPupils, fold, ownPupils, siblingsOf, type Pupil, type PupilIndex } from '../../unlock/roll';

/** How many pupils of one's own class stand under the box: a row or two, not a register. */
const MOST_QUICK = 6;

/** What the pupil picker asks the roll. */
export interface PupilOffers {
  search: (typed: string) => readonly Suggestion[];
  siblingsOf: (pupilId: string) => readonly Suggestion[];
  quick: readonly Suggestion[];
}

/** The picker's questions, answered from the roll in memory. Made once per unlock; it counts names that are alike. */
export function pupilOffers(pupils: PupilIndex): PupilOffers {
  const alike = countAlike([...pupils.byId.values()]);
  const suggest = (pupil: Pupil): Suggestion => ({
    id: pupil.id,
    name: shownName(pupil),
    className: pupil.className ?? '',
    teacher: pupil.teacher ?? '',
    sameName: alike.get(likeness(pupil)) ?? 1,
  });
  return {
    search: (typed) => findPupils(pupils, typed).map(suggest),
    siblingsOf: (pupilId) => siblingsOf(pupils, pupilId).map(suggest),
    quick: ownPupils(pupils).slice(0, MOST_QUICK).map(suggest),
  };
}

/** "Amira Khan": as the child is called. */
export function shownName(pupil: Pick<Pupil, 'first' | 'last' | 'preferred'>): string {
  return `${pupil.preferred ?? pupil.first} ${pupil.last}`;
}

/** Colleagues whose name has a word that begins with each word typed. */
export function findStaff(staff: Roll['staff'], typed: string, most = 6): Roll['staff'] {
  const asked = fold(typed).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const fits = (name: string): boolean => {
    const words = fold(name).split(/[\s-]+/);
    return asked.every((part) => words.some((word) => word.startsWith(part)));
  };
  return staff.filter(({ name }) => fits(name)).slice(0, most);
}

function countAlike(pupils: readonly Pupil[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pupil of pupils) counts.set(likeness(pupil), (counts.get(likeness(pupil)) ?? 0) + 1);
  return counts;
}

/** The same for names that one mixes up: Amira and Amirah, Siân and Sian, Jon and John, Khan and Kahn. */
function likeness(pupil: Pupil): string {
  return fold(shownName(pupil))
    .replace(/[^a-z ]/g, '')
    .replace(/h/g, '')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}
