import type { Concern } from '../../protocol/concerns';
import { whyAlerted } from '../../protocol/words/why-alerted';
import { longDay } from '../alerts/absence/long-day';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readMessagesOf } from '../messages/held';
import type { StaffNames } from '../school/names';
import { readNamed } from '../school/names';
import type { AlertRow } from '../storage/rows/records';

type Recipient = Concern['recipients'][number];

interface Reason {
  readonly code: string;
  readonly groupId?: string;
  readonly categoryId?: string;
  readonly inPlaceOf?: string;
  readonly awayUntil?: string | null;
}

const reasonsOf = ({ reasons }: AlertRow) => JSON.parse(reasons) as Reason[];

/** Who was alerted to a concern, why, by which channels it reached them, waits or failed, and whether they opened it. */
export async function showRecipients(
  ground: Ground,
  given: {
    schoolId: string;
    concernId: string;
    viewerId: string;
    staff: ReadonlyMap<string, StaffNames>;
    /** This person decides about it, and learns whose alert was taken back. */
    leads: boolean;
  },
): Promise<Recipient[]> {
  const { schoolId, concernId, viewerId, staff } = given;
  const { read } = ground.database;
  const nameOf = ({ staff_id }: AlertRow) => staff.get(staff_id)?.name ?? '';
  // Ordered here: asked to order, SQLite walks through every alert of the school. Who was told at once stands by name.
  const here = { school_id: schoolId, concern_id: concernId };
  const alerted = await read('alerts').where(here);
  const withdrawn = given.leads ? await read('withdrawn_alerts').where(here) : [];
  const rows: (AlertRow & { withdrawn_at?: string })[] = [...alerted, ...withdrawn].sort(
    (a, b) => a.created_at.localeCompare(b.created_at) || nameOf(a).localeCompare(nameOf(b)),
  );
  const messagesOf = await readMessagesOf(read, schoolId, rows);
  const groups = await readNamed(read, ground, schoolId, 'alert_groups');
  const categories = await readNamed(read, ground, schoolId, 'categories');
  return rows.map((row) => ({
    name: nameOf(row),
    you: row.staff_id === viewerId,
    why: reasonsOf(row).map((reason) => `${inPlace(reason, staff)}${sentenceOf(reason, groups, categories)}`),
    alertedAt: row.created_at,
    delivered: [
      { channel: 'inbox' as const, state: 'sent' as const, at: row.created_at },
      ...messagesOf(row).map(({ channel, state, sent_at }) => ({ channel, state, at: sent_at })),
    ],
    waits: waitsStill(row, timeStamp(ground.clock)),
    openedAt: row.opened_at,
    ...(row.withdrawn_at ? { withdrawnAt: row.withdrawn_at } : {}),
    ...insteadOf(
      row,
      standIns(rows, row.staff_id).map((id) => staff.get(id)?.name ?? ''),
    ),
  }));
}

/** Until when push and e-mail wait, where they do. */
function waitsStill({ held_for, held_until }: AlertRow, now: string): Recipient['waits'] {
  if (held_for === null || held_until === null || held_until <= now) return null;
  return { for: held_for, until: held_until };
}

/** Who was told instead: each time, or when they were alerted again. */
function insteadOf({ away }: AlertRow, told: string[]): Pick<Recipient, 'away' | 'onceAway'> {
  if (away === 1) return { away: { told } };
  return told.length === 0 ? { away: null } : { away: null, onceAway: told };
}

/** Who was told in the place of somebody who was away. */
function standIns(rows: readonly AlertRow[], staffId: string): string[] {
  return rows
    .filter((row) => reasonsOf(row).some(({ inPlaceOf }) => inPlaceOf === staffId))
    .map((row) => row.staff_id);
}

/** Whom they were told in place of, before the reason why that person would be told. */
function inPlace({ inPlaceOf, awayUntil }: Reason, staff: ReadonlyMap<string, StaffNames>): string {
  if (inPlaceOf === undefined) return '';
  return whyAlerted.inPlaceOf(staff.get(inPlaceOf)?.name, awayUntil ? longDay(awayUntil) : null);
}

/** A kept reason as a sentence for a lead: "Pastoral team, by rule: Neglect". */
function sentenceOf(
  reason: Reason,
  groups: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string>,
): string {
  const group = groups.get(reason.groupId ?? '');
  if (reason.code === 'group-by-hand') return whyAlerted.groupByHand(group);
  if (reason.code === 'rule') return whyAlerted.rule(group, categories.get(reason.categoryId ?? ''));
  return whyAlerted.plain(reason.code);
}
