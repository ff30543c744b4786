import {
  faultOfSetting,
  LONGEST_WORDING,
  numberBounds,
  type NumberSetting,
  type SchoolHours,
  type SchoolSettings,
  type Setting,
} from '../../../../protocol/settings';
import { LONGEST_SUPPORT, type Support } from '../../../../protocol/support';
import { settings as words } from '../../../strings/admin/settings';

/** What was made of a field: nothing new, something to save, or a fault in words. */
export type Drafted = { readonly to: Setting | null } | { readonly fault: string };

/** @param typed as it stands in the field */
export function draftNumber(name: NumberSetting, typed: string, now: number): Drafted {
  const { least, most } = numberBounds[name];
  const value = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    return { fault: words.outside(least, most) };
  return { to: value === now ? null : { setting: name, value } };
}

/** An empty field is Heed's own words. */
export function draftWording(name: 'danger' | 'afterSending', typed: string, now: string | null): Drafted {
  const value = typed.trim() === '' ? null : typed.trim();
  const most = LONGEST_WORDING[name];
  if ((value?.length ?? 0) > most) return { fault: words.tooLong(most) };
  return { to: value === now ? null : { setting: name, value } };
}

/** All three times together, since they must be in order. */
export function draftHours(value: SchoolHours, now: SchoolHours): Drafted {
  if (Object.values(value).includes('')) return { fault: words.timeNeeded };
  return whole({ setting: 'hours', value }, now);
}

export function draftQuiet(value: SchoolSettings['quiet'], now: SchoolSettings['quiet']): Drafted {
  if (value && (value.from === '' || value.to === '')) return { fault: words.timeNeeded };
  return whole({ setting: 'quiet', value }, now);
}

/** @param value hh:mm, or empty */
export function draftDailyAt(value: string, now: string): Drafted {
  return value === '' ? { fault: words.timeNeeded } : whole({ setting: 'dailyAt', value }, now);
}

/** All terms together. */
export function draftTerms(value: SchoolSettings['terms'], now: SchoolSettings['terms']): Drafted {
  if (value.some(({ from, to }) => from === '' || to === '')) return { fault: words.dayNeeded };
  return whole({ setting: 'terms', value }, now);
}

/** Empty fields are not given. @param typed as it stands in the three fields */
export function draftSupport(typed: Record<keyof Support, string>, now: Support): Drafted {
  const part = (name: keyof Support) => typed[name].trim() || null;
  const value = { email: part('email'), phone: part('phone'), hours: part('hours') };
  if (value.email !== null && !/^\S+@\S+\.\S+$/.test(value.email)) return { fault: words.supportAddress };
  for (const name of ['phone', 'hours'] as const)
    if ((value[name]?.length ?? 0) > LONGEST_SUPPORT[name])
      return { fault: words.tooLong(LONGEST_SUPPORT[name]) };
  return { to: JSON.stringify(value) === JSON.stringify(now) ? null : { setting: 'support', value } };
}

function whole(
  to: Extract<Setting, { setting: 'hours' | 'terms' | 'quiet' | 'dailyAt' }>,
  now: unknown,
): Drafted {
  const fault = faultOfSetting(to);
  if (fault !== null) return { fault };
  return { to: JSON.stringify(to.value) === JSON.stringify(now) ? null : to };
}
