import { bodyMapOf } from '../../protocol/body-map/sealed-marks';
import type { ConcernBody, ConcernPupil } from '../../protocol/concern-body';
import type { DraftContent, DraftPupil } from '../../protocol/draft-content';
import { instant, isUuid } from '../../protocol/identifiers';
import { heedWrites } from '../../protocol/words/heed-writes';
import { MINUTE } from '../clock';
import { localTime, startOfDay } from '../school/local-time';

/** A day without a time stands at noon, "about". */
const NOON = '12:00';
const MOMENTS = ['before-school', 'break', 'lunch', 'afternoon', 'after-school'] as const;

/** When it was begun and left, by the device's clock; ISO. */
interface Times {
  readonly began_at: string;
  readonly touched_at: string;
}

/** A record as far as its author had come, for a lead to check. Whom to alert by hand is for the lead to decide. */
export function concernOfDraft(draft: DraftContent, times: Times, timeZone: string): ConcernBody {
  const pupils = draft.pupils.map(pupilOf);
  const nobody: ConcernPupil = { kind: 'name-unknown', description: heedWrites.notSaidYet };
  const others = draft.others;
  return {
    pupils: pupils.length > 0 || draft.about ? pupils : [nobody],
    ...aboutOf(draft),
    text: draft.text === '' ? heedWrites.nothingWritten : draft.text,
    when: whenOf(draft, times, timeZone),
    where: whereOf(draft),
    categories: draft.about ? [] : draft.categories.slice(0, 50),
    told: toldOf(draft),
    alert: { staff: [], groups: [] },
    agencies: draft.agencies.slice(0, 50),
    ...(others === '' ? {} : { others }),
    ...bodyMapOf(draft.marks, draft.pupils),
    startedAt: times.began_at,
    sentAt: times.touched_at,
  };
}

function pupilOf(pupil: DraftPupil): ConcernPupil {
  const role = pupil.role === undefined ? {} : { role: pupil.role };
  if (pupil.kind === 'listed')
    return { kind: 'listed', pupilId: pupil.pupil.id, shown: pupil.pupil.name, ...role };
  return { kind: pupil.kind, description: pupil.description || heedWrites.notSaidYet, ...role };
}

function aboutOf({ about }: DraftContent): Pick<ConcernBody, 'about'> {
  if (!about) return {};
  const staff = about.staff.slice(0, 20);
  const described = about.described || (staff.length === 0 ? heedWrites.notSaidYet : '');
  return { about: described === '' ? { staff } : { staff, described } };
}

function whereOf({ place, otherPlace }: DraftContent): ConcernBody['where'] {
  if (isUuid(place)) return { placeId: place };
  const other = otherPlace.trim().slice(0, 200);
  return other === '' ? {} : { other };
}

function toldOf({ told, toldWho }: DraftContent): ConcernBody['told'] {
  const who = toldWho.trim().slice(0, 200);
  return told === 'someone' && who !== '' ? { kind: told, who } : { kind: told };
}

/** By the school's clock; what was not said, or is impossible, is when the writing began. */
function whenOf({ when }: DraftContent, { began_at: began }: Times, timeZone: string): ConcernBody['when'] {
  const { day } = localTime(Date.parse(began), timeZone);
  const moment = MOMENTS.find((one) => one === when.moment);
  const said = when.kind === 'another-day' ? when.date : day;
  const at =
    when.kind === 'just-now'
      ? null
      : onDay(said, when.time || (when.kind === 'another-day' ? NOON : ''), timeZone);
  const about = when.about || at === null || when.time === '';
  return { kind: when.kind, at: at ?? began, about, ...(moment ? { moment } : {}) };
}

/** @returns ISO, or null for what is no day with a time */
function onDay(day: string, time: string, timeZone: string): string | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  return instant(startOfDay(day, timeZone) + (Number(hours) * 60 + Number(minutes)) * MINUTE);
}
