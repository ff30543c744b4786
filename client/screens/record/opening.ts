import { currentUnlocked } from '../../contexts/unlocked';
import { readKeptBoard } from '../../unlock/board';
import { peopleHere } from '../../unlock/unlocked';
import { listPeopleRows } from '../../../offline/vault/people';
import type { DeviceBoard } from '../../../protocol/devices';
import type { RareThing } from './form-view';
import { emptyContent, noAdult, type RecordContent } from './record-content';
import { openFor, type Opened } from './writing';

/** What is known of the place in which the form is opened. */
export interface Visit {
  /** opened by somebody who has not unlocked: no lists of people, no reading back */
  withoutUnlocking: boolean;
  /** null before the device was ever online */
  board: DeviceBoard | null;
  /** names of the people enrolled here; without unlocking only */
  namesHere: readonly string[];
}

/** Before anything of it was read. */
export const unread: Visit = { withoutUnlocking: false, board: null, namesHere: [] };

/** Whether an address means the form without unlocking; once somebody has unlocked, none does. */
export function isWithoutUnlocking(asked: URLSearchParams): boolean {
  return asked.get('unlocked') === 'no' && currentUnlocked() === null;
}

/** What the form opens with, and where. */
export interface Opening {
  visit: Visit;
  opened: Opened;
}

/**
 * Reads what an address means out of what the device keeps. Null: somebody has to unlock first.
 * @param draftId the draft that the path names, or null
 */
export async function openForm(asked: URLSearchParams, draftId: string | null): Promise<Opening | null> {
  const withoutUnlocking = isWithoutUnlocking(asked);
  const board = await readKeptBoard();
  const people = withoutUnlocking ? await peopleHere(await listPeopleRows()) : [];
  const visit = { withoutUnlocking, board, namesHere: people.map(({ name }) => name) };
  const unlocked = currentUnlocked();
  if (!unlocked) return withoutUnlocking ? { visit, opened: nothingKept } : null;
  const wanted = asked.has('new') ? 'new' : draftId;
  const opened = await openFor(unlocked, wanted, Date.now());
  return { visit, opened: asked.get('about') === 'adult' ? aboutAdult(opened) : opened };
}

const nothingKept: Opened = { draft: null, content: emptyContent, notice: null };

/** Begun from "About an adult who works here". */
function aboutAdult(opened: Opened): Opened {
  const { content } = opened;
  return { ...opened, content: { ...content, about: content.about ?? noAdult } };
}

/** What somebody has written under the rare things stands open. */
export function openedBy(content: RecordContent): ReadonlySet<RareThing> {
  const open = new Set<RareThing>();
  if (content.files.length > 0) open.add('files');
  if (content.others !== '') open.add('others');
  if (content.alertStaff.length + content.alertGroups.length > 0) open.add('alert');
  if (content.agencies.length > 0) open.add('details');
  return open;
}
