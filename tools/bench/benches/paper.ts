import { hold, inSequence, timed, type Outcome, type Turn } from '../runner/contest';
import { nextLead, openDesk, type Desk } from '../school/desk';
import type { Stage } from '../stage';

/** Entries of the one pupil of whom most is written. */
const ENTRIES = 500;
/** Between two looks at whether the server still answers others, ms. */
const PULSE_MS = 50;

/** What is read or printed; one person may print 20 times a minute, so each turn is short. */
interface Paper {
  readonly name: string;
  readonly deed: string;
  /** @returns bytes */
  readonly ask: (desk: Desk) => Promise<number>;
}

const papers: readonly Paper[] = [
  { name: 'chronology', deed: 'the newest page of a chronology of 500 entries', ask: openChronology },
  { name: 'paper-concern', deed: 'one record as a PDF', ask: printConcern },
  { name: 'paper-chronology', deed: 'a chronology of 500 entries as a PDF', ask: printChronology },
];

/**
 * A pupil's chronology on the screen and on paper, in schools of three sizes; beside it the server's peak of memory and how
 * long another person waited in the meantime.
 */
export async function paper(stage: Stage): Promise<Outcome[]> {
  const small = await openDesk(stage, 1000, ENTRIES);
  const outcomes: Outcome[] = [];
  for (const concerns of stage.quick ? [1000] : [1000, 10_000, 100_000]) {
    const desk = concerns === 1000 ? small : await openDesk(stage, concerns, ENTRIES);
    for (const { name, deed, ask } of papers) {
      outcomes.push(
        await hold({
          name: `${name}-${concerns}`,
          deed: `${deed}, in a school with ${concerns.toLocaleString('en-GB')} concerns`,
          floorIs: 'the same in the same school with 1,000 concerns',
          by: 'median',
          rounds: 1,
          within: 60_000,
          heed: () => turn(desk, ask, stage.times(3, 1)),
          floor: () => turn(small, ask, stage.times(3, 1)),
        }),
      );
    }
  }
  return outcomes;
}

async function turn(desk: Desk, ask: Paper['ask'], times: number): Promise<Turn> {
  desk.server.forgetPeak();
  const others = watchOthers(desk);
  const samples: number[] = [];
  const cpuMs = desk.server.cpuMs() ?? 0;
  let bytes = 0;
  for (let done = 0; done < times; done += 1)
    samples.push(await timed(async () => void (bytes = await ask(desk))));
  const waited = await others.end();
  return inSequence(samples, {
    bytes,
    'CPU ms each': Math.round(((desk.server.cpuMs() ?? 0) - cpuMs) / times),
    'peak MB': desk.server.peakMb() ?? 0,
    'others waited, at most ms': waited,
  });
}

/** Somebody else's small question, again and again: a paper that is made must not hold up the school. */
function watchOthers({ server }: Desk): { end: () => Promise<number> } {
  let longest = 0;
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      longest = Math.max(longest, await timed(() => fetch(`${server.origin}/api/bundle`)));
      await new Promise((next) => setTimeout(next, PULSE_MS));
    }
  })();
  return {
    end: async () => {
      stop.abort();
      await running;
      return Math.round(longest);
    },
  };
}

async function openChronology(desk: Desk): Promise<number> {
  const params = { id: desk.school.pupilId };
  return sizeOf(await nextLead(desk).call('readChronology', { params }));
}

async function printConcern(desk: Desk): Promise<number> {
  return sizeOf(await nextLead(desk).call('printConcern', { params: { id: desk.school.concernId } }));
}

async function printChronology(desk: Desk): Promise<number> {
  return sizeOf(await nextLead(desk).call('printChronology', { params: { id: desk.school.pupilId } }));
}

function sizeOf({ status, bytes }: { status: number; bytes: Uint8Array }): number {
  if (status !== 200) throw new Error(`a paper was answered with ${status}`);
  return bytes.length;
}
