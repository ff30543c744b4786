import type { Concern, CorrectedMoment } from '../../../protocol/concerns';
import { concernWords as words } from '../../../protocol/words/concern';
import { rolesOf, toldWords } from '../../../protocol/words/concern-said';
import { moments as parts } from '../../../protocol/words/roles';
import { quarantineWhat } from '../../../protocol/words/quarantine';
import type { Moments } from '../moments';
import type { Term } from '../sheet/terms';

/** Received this much after it was written, the school's time is said too, ms; as on the screen. */
const SAME_TIME = 2 * 60_000;

/** Why the school does not take it as it is; null where it does. */
export function doubtOf({ quarantine }: Concern): { heading: string; what: string } | null {
  if (quarantine === null) return null;
  return { heading: words.checking(words.quarantine[quarantine]), what: quarantineWhat[quarantine] };
}

/** What stands in the place of a text that is not shown. */
export function noText({ takenBy }: Concern): string {
  return takenBy ? words.textShut : words.textWaits;
}

/** The answers beside the account, in the order of the screen. */
export function factsOf(concern: Concern, moments: Moments): Term[] {
  const { written, text, pupils } = concern;
  const facts: [string, string | null][] =
    text === null
      ? []
      : [
          [words.ticked, words.tickedAs(concern.ticked)],
          [words.told, toldWords(concern.told)],
          [words.happened, happenedWords(concern, moments)],
          ...correctedWords(concern, moments),
          [words.involved, rolesOf(pupils)],
          [words.others, concern.others],
          [words.agencies, concern.agencies.join(', ')],
        ];
  facts.push([words.written, [moments.moment(written.at), written.device].filter(Boolean).join(', ')]);
  if (Math.abs(Date.parse(written.receivedAt) - Date.parse(written.at)) > SAME_TIME)
    facts.push([words.received, moments.moment(written.receivedAt)]);
  facts.push([words.referenceTerm, concern.reference]);
  return facts.flatMap(([term, said]): Term[] => (said === null || said === '' ? [] : [[term, said]]));
}

function happenedWords({ happened, place }: Concern, moments: Moments): string {
  return [saidMoment(happened, moments), place].filter(Boolean).join(', ');
}

/** "Monday 23 November 2026, about 12:10, lunch" */
export function saidMoment({ at, about, moment }: CorrectedMoment['was'], moments: Moments): string {
  const guessed = `${moments.day(at)}, ${words.about(moments.time(at))}`;
  const part = parts.find(({ value }) => value === moment)?.label.toLocaleLowerCase('en-GB');
  return [about ? guessed : moments.moment(at), part].filter(Boolean).join(', ');
}

/** Every version of when it happened, before it was put right. */
function correctedWords({ happened }: Concern, moments: Moments): [string, string][] {
  return (happened.corrected ?? []).map(({ was, by, at, reason }) => [
    words.corrected,
    words.correctedFrom(saidMoment(was, moments), by ?? words.someone, moments.moment(at), reason),
  ]);
}
