import type { AlertRow } from '../../../protocol/inbox';
import { inbox as words } from '../../strings/inbox';
import { dayHeading } from './ages';

/** Rows under one heading. */
export interface RowGroup {
  title: string;
  /** "Nobody has picked this up yet" */
  hot: boolean;
  rows: readonly AlertRow[];
}

/**
 * The one rule of "Nobody has picked this up yet" (ui.md, section 8): no lead has taken it and it is not closed,
 * whether it was read or not. A row that says nothing of its concern is never among them.
 */
export function isHot(row: AlertRow): boolean {
  return row.concern?.status === 'waiting' || row.concern?.status === 'being-checked';
}

/**
 * The rows as the list shows them: what nobody has picked up first (urgent before others, then whoever waits
 * longest), then day by day, newest first.
 * @param now school's clock, ms
 */
export function groupRows(rows: readonly AlertRow[], now: number): RowGroup[] {
  const hot = rows.filter(isHot).sort(byNeed);
  const groups: RowGroup[] = hot.length === 0 ? [] : [{ title: words.waiting, hot: true, rows: hot }];
  const days = new Map<string, AlertRow[]>();
  for (const row of rows.filter((one) => !isHot(one)).sort(newestFirst)) {
    const day = dayHeading(Date.parse(row.at), now);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  for (const [title, ofDay] of days) groups.push({ title, hot: false, rows: ofDay });
  return groups;
}

/** Rows in the order of the screen, for the keyboard. */
export function inOrder(groups: readonly RowGroup[]): AlertRow[] {
  return groups.flatMap((group) => group.rows);
}

function byNeed(one: AlertRow, other: AlertRow): number {
  if (one.urgent !== other.urgent) return one.urgent ? -1 : 1;
  return Date.parse(one.at) - Date.parse(other.at);
}

function newestFirst(one: AlertRow, other: AlertRow): number {
  return Date.parse(other.at) - Date.parse(one.at);
}
