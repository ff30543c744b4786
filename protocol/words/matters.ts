import type { MatterDeed, MatterDetails, MatterKind } from '../pupil-matters';
import { dates } from './language';

/** What plans, agencies and schools are called. */
export const matterWords: Readonly<Record<MatterKind, string>> = {
  'child-protection': 'Child protection plan',
  'child-in-need': 'Child in need plan',
  'early-help': 'Early help',
  'looked-after': 'Looked after',
  'court-order': 'Court order',
  agency: 'Agency involved',
  school: 'Other school',
  link: 'Linked pupil',
};

const deeds: Readonly<Record<MatterDeed, string>> = {
  began: 'began',
  changed: 'changed',
  ended: 'ended',
  removed: 'was entered by mistake',
};

/** "Child protection plan began": what an entry of the chronology is called. */
export function matterTitle(kind: MatterKind | 'contact', deed: MatterDeed): string {
  if (kind === 'contact') return deed === 'began' ? 'Do not contact' : 'May be contacted again';
  return `${matterWords[kind]} ${deeds[deed]}`;
}

const long = dates({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "14 March 2018". @param day yyyy-mm-dd */
export function matterDay(day: string): string {
  return long(Date.parse(`${day}T00:00:00Z`));
}

/** What a plan, an agency or a school says of itself, part by part. */
export function matterLines({
  kind,
  name,
  start,
  review,
  end,
  authority,
  worker,
  phone,
}: MatterDetails): string[] {
  const days = (label: string, day: string | null) => (day === null ? '' : `${label} ${matterDay(day)}`);
  return [
    kind === 'link' ? '' : (name ?? ''),
    days('From', start),
    days('Review on', review),
    days('Until', end),
    authority ?? '',
    [worker ?? '', phone ?? ''].filter((part) => part !== '').join(', '),
  ].filter((part) => part !== '');
}

/** What was said of it, as the chronology and paper say it. */
export function matterText(details: MatterDetails): string {
  const lines = matterLines(details).join('. ');
  return [lines === '' ? '' : `${lines}.`, details.note ?? ''].filter((part) => part !== '').join('\n');
}
