import { faultOfSetting, type Setting } from '../../protocol/settings';
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
    await keep(step, withSetting(kept, to), withHours(details, to));
    const facts = typeof to.value === 'number' ? { kind: to.setting, count: to.value } : { kind: to.setting };
    return { object: `school:${schoolId}`, facts };
  },
} satisfies Partial<ChangeAppliers>;

function withSetting(kept: KeptSettings, to: Setting): KeptSettings {
  switch (to.setting) {
    case 'danger':
    case 'afterSending':
    case 'quiet':
    case 'dailyAt':
      return { ...kept, [to.setting]: to.value };
    case 'hours':
      return { ...kept, lunchEnds: to.value.lunchEnds };
    case 'terms':
      return kept;
    default:
      return { ...kept, numbers: { ...kept.numbers, [to.setting]: to.value } };
  }
}

function withHours(details: SchoolDetails, to: Setting): SchoolDetails {
  if (to.setting === 'terms') return { ...details, termDates: to.value };
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
