import { hold, inSequence, timed, type Outcome, type Turn } from '../runner/contest';
import { nextLead, openDesk, type Desk } from '../school/desk';
import type { Stage } from '../stage';

/** What leads look for: a word of every record, a stem with a name, a phrase, the beginning of a rare word, and nothing. */
const looked = ['quietly', 'falling arm', '"arm still hurt"', 'bakelim', 'xylophone'];

interface Opened {
  readonly desk: Desk;
  readonly facts: Record<string, number>;
}

/** One person may search 60 times a minute, so each turn is short. The first results of a search, in schools of three sizes; beside them what making the index took, and its memory. */
export async function searching(stage: Stage): Promise<Outcome[]> {
  const small = await open(stage, 1000);
  const outcomes: Outcome[] = [];
  for (const concerns of stage.quick ? [1000, 10_000] : [1000, 10_000, 100_000]) {
    const opened = concerns === 1000 ? small : await open(stage, concerns);
    outcomes.push(
      await hold({
        name: `search-${concerns}`,
        deed: `the first results among ${concerns.toLocaleString('en-GB')} concerns`,
        floorIs: 'the same in the same school with 1,000 concerns',
        by: 'median',
        rounds: 1,
        within: 60_000,
        heed: () => search(opened, stage.times(2, 1)),
        floor: () => search(small, stage.times(2, 1)),
      }),
    );
  }
  return outcomes;
}

/** The first search makes the index. */
async function open(stage: Stage, concerns: number): Promise<Opened> {
  const desk = await openDesk(stage, concerns);
  const before = desk.server.residentMb() ?? 0;
  const buildMs = await timed(() => ask(desk, 'hurt'));
  const megabytes = (desk.server.residentMb() ?? 0) - before;
  return { desk, facts: { buildMs: Math.round(buildMs), megabytes, 'peak MB': desk.server.peakMb() ?? 0 } };
}

async function search({ desk, facts }: Opened, times: number): Promise<Turn> {
  const samples: number[] = [];
  for (let done = 0; done < times; done += 1)
    for (const words of looked) samples.push(await timed(() => ask(desk, words)));
  return inSequence(samples, facts);
}

function ask(desk: Desk, words: string): Promise<unknown> {
  return nextLead(desk).must('searchConcerns', { body: { words } });
}
