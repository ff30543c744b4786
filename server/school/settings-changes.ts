import type { ChangeOf } from '../../protocol/changes/change';
import { faultOfSetting, type Setting } from '../../protocol/settings';
import { schoolRefusals } from '../../protocol/words/refusals/school';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';
import type { ChangeAppliers, ChangeStep } from './apply-change';
import type { SchoolDetails } from './school';
import { readKept, type KeptSettings } from './settings';

/** Settings of the school. What was set is in the audit by its name; wording never is. */
export const settingsChanges = {
  'settings.set': async (step, { to }) => {
    const { trx, ground, schoolId } = step;
    const fault = faultOfSetting(to);
    if (fault !== null) throw problem('not-valid', { field: 'to.value', title: fault });
    const { kept, details } = await readKept(trx, ground, schoolId);
    await keep(step, withSetting(kept, to), withDetails(details, to));
    const facts = typeof to.value === 'number' ? { kind: to.setting, count: to.value } : { kind: to.setting };
    return { object: `school:${schoolId}`, facts };
  },

  'school.details': async (step, { set }) => {
    const { trx, ground, schoolId } = step;
    const { details } = await readKept(trx, ground, schoolId);
    const cells = cellsOf(ground.keys, schoolId, 'schools');
    const sealed = cells.seal(schoolId, { details: JSON.stringify(withSheet(details, set)) });
    const here = { id: schoolId };
    await trx('schools').where(here).update(sealed);
    if (set.name !== undefined)
      await trx('schools')
        .where(here)
        .update(cells.seal(schoolId, { name: set.name }));
    if (set.timeZone !== undefined) await trx('schools').where(here).update({ time_zone: set.timeZone });
    return { object: `school:${schoolId}`, facts: { set: Object.keys(set).sort() } };
  },
} satisfies Partial<ChangeAppliers>;

/** @throws problem 'not-valid' for a day that ends before it starts */
function withSheet(details: SchoolDetails, set: ChangeOf<'school.details'>['set']): SchoolDetails {
  const { mainContact, chair } = details;
  const dayStarts = set.dayStarts ?? details.dayStarts;
  const dayEnds = set.dayEnds ?? details.dayEnds;
  if (dayStarts !== null && dayEnds !== null && dayStarts >= dayEnds)
    throw problem('not-valid', { field: 'set.dayEnds', title: schoolRefusals.dayEnds });
  const named = chair !== null || set.chairName !== undefined || set.chairPhone !== undefined;
  return {
    dfeNumber: set.dfeNumber ?? details.dfeNumber,
    mainContact: {
      name: set.mainContactName ?? mainContact.name,
      email: set.mainContactEmail ?? mainContact.email,
    },
    chair: named
      ? { name: set.chairName ?? chair?.name ?? null, phone: set.chairPhone ?? chair?.phone ?? null }
      : null,
    childrensServicesPhone: set.childrensServicesPhone ?? details.childrensServicesPhone,
    childrensServicesOutOfHours: set.childrensServicesOutOfHours ?? details.childrensServicesOutOfHours,
    supportEmail: set.supportEmail ?? details.supportEmail,
    supportPhone: set.supportPhone ?? details.supportPhone,
    dayStarts,
    dayEnds,
    termDates: set.termDates ?? details.termDates,
  };
}

function withSetting(kept: KeptSettings, to: Setting): KeptSettings {
  switch (to.setting) {
    case 'danger':
    case 'afterSending':
    case 'quiet':
    case 'dailyAt':
      return { ...kept, [to.setting]: to.value };
    case 'hours':
      return { ...kept, lunchEnds: to.value.lunchEnds };
    case 'support':
      return { ...kept, supportHours: to.value.hours };
    case 'terms':
      return kept;
    default:
      return { ...kept, numbers: { ...kept.numbers, [to.setting]: to.value } };
  }
}

/** Hours, terms and support stand with what the spreadsheet says. */
function withDetails(details: SchoolDetails, to: Setting): SchoolDetails {
  if (to.setting === 'terms') return { ...details, termDates: to.value };
  if (to.setting === 'support')
    return { ...details, supportEmail: to.value.email, supportPhone: to.value.phone };
  if (to.setting !== 'hours') return details;
  return { ...details, dayStarts: to.value.dayStarts, dayEnds: to.value.dayEnds };
}

async function keep(
  { trx, ground, schoolId }: ChangeStep,
  settings: KeptSettings,
  details: SchoolDetails,
): Promise<void> {
  const texts = { settings: JSON.stringify(settings), details: JSON.stringify(details) };
  const sealed = cellsOf(ground.keys, schoolId, 'schools').seal(schoolId, texts);
  await trx('schools').where({ id: schoolId }).update(sealed);
}
