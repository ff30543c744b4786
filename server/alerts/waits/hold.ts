import type { QuietHours } from '../../../protocol/quiet-hours';
import type { Waits } from '../../../protocol/waits';
import { endOfQuiet } from '../../school/quiet-hours';
import type { Reason } from '../rules';
import { nextSummary } from './daily';
import type { WaitRules } from './load-waits';

/**
 * Until when push and e-mail of an alert that is not urgent wait for one person; null: they go at `at`. Pure. It waits
 * for the daily summary where nothing but daily rules brings this person in, and for the end of quiet hours. Quiet
 * hours that never end together are the school's alone.
 * @param at when it would go, ms since 1970 @param own the person's own quiet hours
 */
export function holdOf(
  at: number,
  reasons: readonly Reason[],
  own: QuietHours | null,
  rules: WaitRules,
): Waits | null {
  const summary = isDaily(reasons, rules) ? nextSummary(at, rules.dailyAt, rules.times) : null;
  const goes = quietEnd(summary ?? at, own, rules);
  if (goes === at) return null;
  return { for: summary === null ? 'quiet' : 'daily', until: new Date(goes).toISOString() };
}

/** Every reason is a rule that is told once a day, for this person or for somebody for whom they stand in. */
export function isDaily(reasons: readonly Reason[], { daily }: Pick<WaitRules, 'daily'>): boolean {
  return reasons.length > 0 && reasons.every(({ ruleId }) => ruleId !== undefined && daily.has(ruleId));
}

function quietEnd(at: number, own: QuietHours | null, { quiet, times }: WaitRules): number {
  const school = quiet ? [quiet] : [];
  const both = endOfQuiet(at, own ? [...school, own] : school, times.timeZone);
  return both ?? endOfQuiet(at, school, times.timeZone) ?? at;
}
