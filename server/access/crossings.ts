import { seesPupil } from './concern';
import {
  coveredBy,
  reachOf,
  toldByRule,
  type Gain,
  type Place,
  type Reach,
  type SchoolAccess,
} from './reach';
import { standsBefore } from './staff-path';

/** Writes down that somebody gains something. */
export type Note = (gain: Pick<Gain, 'code' | 'target'>, staffId: string) => void;

interface Schools {
  readonly before: SchoolAccess;
  readonly after: SchoolAccess;
}
type Person = SchoolAccess['staff'][number];

/**
 * Notes what people gain by crossing from one standing to another, which no list of what they may read can show:
 * somebody comes back, works without elevation, has another address, is no longer connected, or a pupil moves to them.
 */
export function noteCrossings(
  schools: Schools,
  note: Note,
  readsEverything: (staffId: string) => boolean,
): void {
  const { before, after } = schools;
  const people = new Map(before.staff.map((person) => [person.id, person]));
  for (const person of after.staff.filter(({ disabled }) => !disabled)) {
    const was = people.get(person.id);
    if (was) noteOfPerson(schools, was, person, note);
  }
  for (const pair of before.connected) if (!after.connected.has(pair)) noteFreed(pair, note);
  noteMovedPupils(schools, note, readsEverything);
  noteStaffPath(schools, note);
}

function noteOfPerson({ before, after }: Schools, was: Person, is: Person, note: Note): void {
  if (was.disabled) {
    // Alerts of old open their concerns again.
    if (before.alerted.has(is.id)) note({ code: 'back', target: null }, is.id);
    return;
  }
  const higher = (school: SchoolAccess, { groupId }: Person) =>
    school.groups.get(groupId)?.higherLevel === true;
  if (higher(before, was) && !higher(after, is)) note({ code: 'after-log-in', target: null }, is.id);
  const readable = higher(after, is) || after.alerted.has(is.id) || isTold(after, is.id);
  if (is.address !== null && is.address !== was.address && readable)
    note({ code: 'address', target: null }, is.id);
}

/** Is, or may be, alerted by the school's rules: whoever holds the address then opens what they are told. */
function isTold(school: SchoolAccess, staffId: string): boolean {
  return (
    [...school.alertGroups.values()].some(({ members }) => members.includes(staffId)) ||
    school.rules.some((rule) => rule.staff.includes(staffId)) ||
    school.duty.some((duty) => duty.staffId === staffId)
  );
}

/**
 * Somebody who is connected no longer may find that pupil again. Leavers too: whoever brings them back is shown what they
 * may read by then, and not what had kept them from it before.
 */
function noteFreed(pair: string, note: Note): void {
  const [pupilId = '', staffId = ''] = pair.split(' ');
  note({ code: 'no-longer-connected', target: pupilId }, staffId);
}

/** Concerns about staff come to whoever is next on their way once somebody before them is off the duty list. */
function noteStaffPath({ before, after }: Schools, note: Note): void {
  const stood = standsBefore(before.duty);
  for (const [staffId, still] of standsBefore(after.duty)) {
    const had = stood.get(staffId);
    if (had && [...had].some((id) => !still.has(id))) note({ code: 'duty', target: 'named' }, staffId);
  }
}

/** Allow-lists and rules by class and year group open the whole chronology of a pupil who moves there. */
function noteMovedPupils(
  { before, after }: Schools,
  note: Note,
  readsEverything: (staffId: string) => boolean,
): void {
  const places = new Map(before.pupils.map((pupil) => [pupil.id, pupil]));
  const moves = new Map<string, { from: Place; to: Place; pupils: string[] }>();
  for (const to of after.pupils) {
    const from = places.get(to.id);
    if (!from || (from.classId === to.classId && from.yearGroupId === to.yearGroupId)) continue;
    const key = [from.classId, from.yearGroupId, to.classId, to.yearGroupId].join(' ');
    const move = moves.get(key) ?? { from, to, pupils: [] };
    move.pupils.push(to.id);
    moves.set(key, move);
  }
  if (moves.size === 0) return;
  const reach = { before: reachOf(before), after: reachOf(after) };
  for (const { from, to, pupils } of moves.values()) {
    const [had, has] = [atPlace(before, reach.before, from), atPlace(after, reach.after, to)];
    for (const [staffId, gains] of has) {
      const known = had.get(staffId);
      if (![...gains].some((gain) => !known?.has(gain) && !(gain !== 'sees' && readsEverything(staffId))))
        continue;
      for (const pupilId of pupils) note({ code: 'pupil', target: pupilId }, staffId);
    }
  }
}

/** Who sees the pupils of one place, and who is told of them in which categories; by staff id. */
function atPlace(school: SchoolAccess, reach: Reach, place: Place): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  const add = (staffId: string, what: string) => all.set(staffId, (all.get(staffId) ?? new Set()).add(what));
  for (const { id, groupId } of school.staff) {
    const unrestricted = school.groups.get(groupId)?.unrestricted === true;
    const viewer = { staffId: id, group: { id: groupId, unrestricted } };
    const reads = [...(reach.get(id)?.values() ?? [])].some(({ code }) => READING.has(code));
    if (reads && seesPupil(viewer, place, school.restrictions)) add(id, 'sees');
  }
  for (const rule of school.rules) {
    const open = rule.classes.size + rule.years.size === 0;
    if (!open && !rule.classes.has(place.classId) && !rule.years.has(place.yearGroupId)) continue;
    for (const staffId of toldByRule(school, rule)) {
      if (!reach.has(staffId)) continue;
      for (const categoryId of coveredBy(school, rule)) add(staffId, categoryId);
    }
  }
  return all;
}

const READING: ReadonlySet<string> = new Set(['view-concerns', 'view-pupils', 'lead']);
