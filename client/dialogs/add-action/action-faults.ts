import type { NewAction } from '../../../protocol/concern-actions';
import { action as words } from '../../strings/concern-actions';
import type { KeptAction } from './kept-text';

/** The fields of the dialog by their ids. */
export const fieldIds = {
  kind: 'action-kind',
  text: 'action-text',
  day: 'action-day',
  time: 'action-time',
  agency: 'action-agency',
  due: 'action-due',
  owner: 'action-owner',
} as const;
export type ActionField = keyof typeof fieldIds;
export type ActionFaults = Partial<Record<ActionField, string>>;

/** A referral always waits for an answer. */
export function waitsForSomething({ kind, isDue }: KeptAction): boolean {
  return kind === 'referral' || isDue;
}

/**
 * What is missing, by field, in the order of the dialog; empty: nothing.
 * @param now ms @param today yyyy-mm-dd on the school's wall, or empty while that is not known
 */
export function faultsOf(begun: KeptAction, now: number, today: string): ActionFaults {
  const faults: ActionFaults = {};
  if (begun.text.trim() === '') faults.text = words.empty;
  if ((begun.day === '') !== (begun.time === '')) faults.day = words.whenHalf;
  else if (begun.day !== '' && momentOf(begun) > now) faults.day = words.future;
  if (begun.kind === 'referral' && begun.agencyId === '') faults.agency = words.noAgency;
  if (waitsForSomething(begun)) {
    if (begun.dueDay === '') faults.due = begun.kind === 'referral' ? words.noAnswerBy : words.noDue;
    else if (begun.dueDay < today) faults.due = words.dayOver;
  }
  return faults;
}

/** What is sent. @param you whose it is where nobody else was chosen */
export function sentOf(begun: KeptAction, you: string): NewAction {
  const { actionId, kind, text, ownerId, alertStaff, alertGroups, files } = begun;
  return {
    actionId,
    kind,
    text,
    happenedAt: begun.day === '' ? null : new Date(momentOf(begun)).toISOString(),
    agencyId: kind === 'referral' ? begun.agencyId : null,
    due: waitsForSomething(begun) ? { day: begun.dueDay, ownerId: ownerId === '' ? you : ownerId } : null,
    alert: { staff: [...alertStaff], groups: [...alertGroups] },
    files: files.map(({ key, sha256, size, name }) => ({ key, sha256, size, name })),
  };
}

/** A day and a time as they were chosen, ms. */
export function momentOf({ day, time }: Pick<KeptAction, 'day' | 'time'>): number {
  return new Date(`${day}T${time}`).getTime();
}
