import type { ChosenPupil } from '../../components/pupil-picker/chosen-pupil';
import { bodyMapOf } from '../../../protocol/body-map/sealed-marks';
import type { ConcernBody, ConcernPupil } from '../../../protocol/concern-body';
import { instant } from '../../../protocol/identifiers';
import { OTHER_PLACE, type RecordContent } from './record-content';
import { buildWhen } from './when';

/** What the envelope says beside the form's own answers. */
export interface BodyFacts {
  /** when Send was pressed, device clock, ms */
  now: number;
  /** the safeguarding lead as the form named them, for "Yes, Mrs Shah"; empty: none is known here */
  lead: string;
}

/** The concern as it is sealed, from a form that {@link checkRecord} has found complete. */
export function buildBody(content: RecordContent, facts: BodyFacts): ConcernBody {
  const { now } = facts;
  const startedAt = content.startedAt === 0 ? now : content.startedAt;
  const others = content.others.trim();
  const pupils = content.pupils.filter((one) => !isBlank(one));
  return {
    pupils: pupils.map(pupilOf),
    ...aboutOf(content),
    text: content.text.trim(),
    when: buildWhen(content.when, startedAt, now),
    where: whereOf(content),
    categories: content.about ? [] : [...content.categories],
    told: toldOf(content, facts.lead),
    // What is about an adult here goes its own way, whatever was ticked before that was chosen.
    alert: content.about
      ? { staff: [], groups: [] }
      : { staff: [...content.alertStaff], groups: [...content.alertGroups] },
    agencies: [...content.agencies],
    ...(others === '' ? {} : { others }),
    ...bodyMapOf(content.marks, pupils),
    startedAt: instant(startedAt),
    sentAt: instant(now),
  };
}

/** Beside an adult a child need not be named: an emptied box is none. */
function isBlank(chosen: ChosenPupil): boolean {
  return chosen.kind !== 'listed' && chosen.description.trim() === '';
}

function aboutOf({ about }: RecordContent): Pick<ConcernBody, 'about'> {
  if (!about) return {};
  const described = about.described.trim();
  const staff = about.staff.map(({ id }) => id);
  return { about: described === '' ? { staff } : { staff, described } };
}

function pupilOf(chosen: ChosenPupil): ConcernPupil {
  const role = chosen.role === '' ? {} : { role: chosen.role };
  if (chosen.kind !== 'listed') {
    return { kind: chosen.kind, description: chosen.description.trim(), ...role };
  }
  const { id, name, className } = chosen.pupil;
  const shown = className === '' ? name : `${name}, ${className}`;
  return { kind: 'listed', pupilId: id, shown: shown.slice(0, 200), ...role };
}

function whereOf(content: RecordContent): ConcernBody['where'] {
  const other = content.otherPlace.trim();
  if (content.place === OTHER_PLACE) return other === '' ? {} : { other };
  return content.place === '' ? {} : { placeId: content.place };
}

function toldOf(content: RecordContent, lead: string): ConcernBody['told'] {
  if (content.told === 'someone') return { kind: 'someone', who: content.toldWho.trim() };
  if (content.told === 'lead') return lead === '' ? { kind: 'lead' } : { kind: 'lead', who: lead };
  return { kind: 'not-yet' };
}
