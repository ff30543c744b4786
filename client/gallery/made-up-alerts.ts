import type { Concern } from '../../protocol/concerns';
import type { AlertRow } from '../../protocol/inbox';
import { account } from './made-up';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The made-up school's clock stands still, as in the design's pictures. */
export const NOW = new Date(2026, 10, 23, 13, 5).getTime();

const ago = (ms: number) => new Date(NOW - ms).toISOString();

/** A row by the child, the kind of concern and its first words. */
function row(
  [name, initials, className]: readonly [string, string, string],
  [kind, colour]: readonly [string, string],
  preview: string,
  given: Partial<AlertRow>,
  content: Partial<NonNullable<AlertRow['concern']>> = {},
): AlertRow {
  const at = given.at ?? ago(0);
  return {
    alertId: initials,
    concernId: initials,
    reference: '4F2K',
    urgent: false,
    at,
    writtenAt: null,
    openedAt: at,
    readAt: null,
    undo: false,
    concern: {
      pupils: [{ name, initials, className }],
      about: null,
      preview,
      categories: [{ name: kind, colour }],
      takenBy: null,
      status: 'waiting',
      earlier: 0,
      marker: null,
      ...content,
    },
    ...given,
  };
}

const other = (name: string) => ({ name, initials: '', className: null });

/** The list of the design's pictures, with one name that is too long. */
export const rows: readonly AlertRow[] = [
  row(
    ['Amira Khan', 'AK', '4B'],
    ['Physical injury', '#B3261E'],
    'Amira came to me by the climbing frame at the start',
    { at: ago(14 * MINUTE) },
    { earlier: 2, level: 'high', marker: { concerns: 3, days: 14 } },
  ),
  row(
    ['Leo O’Brien', 'LO', '6A'],
    ['Mood or wellbeing', '#7A3E8E'],
    'At morning break Leo sat by the fence',
    { at: ago(7 * MINUTE), openedAt: null },
  ),
  row(
    ['Sofia Marsh', 'SM', ''],
    ['Online', '#2A5DB8'],
    'Three girls showed me messages on a phone',
    { at: ago(0), openedAt: null, writtenAt: ago(4 * HOUR) },
    { pupils: [{ name: 'Sofia Marsh', initials: 'SM', className: null }, other('Ada'), other('Mia')] },
  ),
  row(
    ['Daniel Wright', 'DW', '2C'],
    ['Neglect or care', '#C2690F'],
    'Daniel came in without a coat again',
    { at: ago(4 * HOUR) },
    { status: 'taken', takenBy: { name: 'Tom', you: false } },
  ),
  row(
    ['Alexandra Featherstonehaugh-Montgomery', 'AF', '5A'],
    ['Contact home', '#1B7A52'],
    'Mum rang at 15:40. She said thank you',
    { at: ago(69 * HOUR) },
    { status: 'closed' },
  ),
];

const alertedAt = ago(14 * MINUTE);
const sent = (channel: 'push' | 'email') => ({ channel, state: 'sent' as const, at: alertedAt });

/** What Jo Price recorded about Amira, as Nadia Shah reads it. */
export const concernRead: Concern = {
  id: 'AK',
  reference: '4F2K',
  urgent: false,
  status: 'waiting',
  quarantine: null,
  text: account,
  author: { name: 'Jo Price', confirmed: true },
  pupils: [
    {
      pupilId: 'pupil-0',
      name: 'Amira Khan',
      initials: 'AK',
      className: '4B',
      age: 8,
      role: null,
      siblings: ['Yusuf Khan, 1A'],
      unmatched: false,
      opens: true,
      hidden: false,
    },
  ],
  categories: [
    { id: 'injury', name: 'Physical injury', colour: '#B3261E' },
    { id: 'told', name: 'A child told me something', colour: '#7A3E8E' },
  ],
  told: { kind: 'not-yet', who: null },
  about: null,
  happened: { at: ago(55 * MINUTE), about: false, kind: 'earlier-today', moment: null },
  place: 'Playground',
  agencies: [],
  others: null,
  bodyMap: null,
  written: { at: ago(22 * MINUTE), device: 'Playground tablet 2', receivedAt: alertedAt, clockOff: false },
  takenBy: null,
  recipients: [
    {
      name: 'Nadia Shah',
      you: true,
      why: ['Safeguarding team, by rule: Child protection'],
      alertedAt,
      delivered: [sent('push'), sent('email')],
      waits: null,
      away: null,
      openedAt: ago(3 * MINUTE),
    },
    {
      name: 'Grace Obi',
      you: false,
      why: ['Named by the person who recorded it'],
      alertedAt,
      delivered: [sent('email')],
      waits: null,
      away: null,
      openedAt: null,
    },
  ],
  history: [{ id: 'AK', kind: 'received', by: null, at: alertedAt, text: null }],
  because: 'alerted',
  alert: { id: 'AK', readAt: null, undo: false },
  may: { act: true, take: true, markRead: true, lead: true, noReply: null },
};
