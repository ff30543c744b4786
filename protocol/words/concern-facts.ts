import type { Concern, CorrectedMoment } from '../concerns';
import { concernWords as words } from './concern';
import { rolesOf, toldWords } from './concern-said';
import { locale } from './language';
import { moments } from './roles';

/** How an instant (ISO 8601) is said: "today, 12:43" on a screen, whole days by the school's clock on paper. */
export interface SaidTimes {
  moment(at: string): string;
  day(at: string): string;
  time(at: string): string;
}

/** Received this much after it was written, the school's time is said too, ms. */
const SAME_TIME = 2 * 60_000;

/** The answers beside the account, as term and words. A concern whose text is not shown says only when it was written. */
export function factsOf(concern: Concern, times: SaidTimes): [string, string][] {
  const { happened, place, written, text } = concern;
  const facts: [string, string | null][] =
    text === null
      ? []
      : [
          [words.ticked, words.tickedAs(concern.ticked)],
          [words.told, toldWords(concern.told)],
          [words.happened, [saidMoment(happened, times), place].filter(Boolean).join(', ')],
          ...correctedWords(concern, times),
          [words.involved, rolesOf(concern.pupils)],
          [words.others, concern.others],
          [words.agencies, concern.agencies.join(', ')],
        ];
  facts.push([words.written, [times.moment(written.at), written.device].filter(Boolean).join(', ')]);
  if (Math.abs(Date.parse(written.receivedAt) - Date.parse(written.at)) > SAME_TIME)
    facts.push([words.received, times.moment(written.receivedAt)]);
  facts.push([words.referenceTerm, concern.reference]);
  return facts.flatMap(([term, said]): [string, string][] =>
    said === null || said === '' ? [] : [[term, said]],
  );
}

/** "Monday 23 November 2026, about 12:10, lunch" */
export function saidMoment({ at, about, moment }: CorrectedMoment['was'], times: SaidTimes): string {
  const guessed = `${times.day(at)}, ${words.about(times.time(at))}`;
  const part = moments.find(({ value }) => value === moment)?.label.toLocaleLowerCase(locale);
  return [about ? guessed : times.moment(at), part].filter(Boolean).join(', ');
}

/** Every version of when it happened, before it was put right. */
function correctedWords({ happened }: Concern, times: SaidTimes): [string, string][] {
  return (happened.corrected ?? []).map(({ was, by, at, reason }) => [
    words.corrected,
    words.correctedFrom(saidMoment(was, times), by ?? words.someone, times.moment(at), reason),
  ]);
}
