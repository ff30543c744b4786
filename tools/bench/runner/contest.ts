import { median, percentile, rounded } from './figures';

/** One turn of a variant: several of the same deed. */
export interface Turn {
  /** milliseconds of each deed */
  readonly samples: readonly number[];
  /** milliseconds of all deeds together, where they overlap */
  readonly took: number;
  /** counts beside the times, such as bytes; the last turn's are reported */
  readonly facts?: Readonly<Record<string, number>>;
}

/** Heed beside the least that the same machine does for the same thing. */
export interface Contest {
  readonly name: string;
  /** what one deed is */
  readonly deed: string;
  readonly floorIs: string;
  /** what the ratio compares: the median deed, or deeds per second */
  readonly by: 'median' | 'rate';
  readonly heed: () => Promise<Turn>;
  readonly floor: () => Promise<Turn>;
  /** Waits until nothing of the last turn is still on its way. */
  readonly settle?: () => Promise<void>;
  readonly rounds: number;
  /** No further round begins after this, ms. */
  readonly within: number;
}

/** All turns of one variant, as one line of the table. */
export interface Line {
  readonly deeds: number;
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  readonly facts: Readonly<Record<string, number>>;
}

/** What a contest came to. */
export interface Outcome {
  readonly name: string;
  readonly deed: string;
  readonly floorIs: string;
  readonly by: 'median' | 'rate';
  readonly heed: Line;
  readonly floor: Line;
  /** Heed ÷ floor of each round: above 1 is slower for a median, faster for a rate. */
  readonly ratios: readonly number[];
  readonly ratio: number;
}

/**
 * Lets both run in turn, A B B A in each round, so that a machine that grows slower or faster favours neither; the
 * ratio is taken round by round. The first round always ends.
 */
export async function hold(contest: Contest): Promise<Outcome> {
  const begun = performance.now();
  const heed: Turn[] = [];
  const floor: Turn[] = [];
  const ratios: number[] = [];
  const take = async (run: () => Promise<Turn>, into: Turn[]) => {
    const turn = await run();
    into.push(turn);
    await contest.settle?.();
    return valueOf(turn, contest.by);
  };
  for (let round = 0; round < contest.rounds; round++) {
    if (round > 0 && performance.now() - begun > contest.within) break;
    const first = await take(contest.heed, heed);
    const second = await take(contest.floor, floor);
    const third = await take(contest.floor, floor);
    const fourth = await take(contest.heed, heed);
    ratios.push((first + fourth) / (second + third));
  }
  return outcomeOf(contest, heed, floor, ratios);
}

function outcomeOf(
  { name, deed, floorIs, by }: Omit<Contest, 'rounds' | 'within'>,
  heed: Turn[],
  floor: Turn[],
  ratios: number[],
): Outcome {
  const rounds = ratios.map(rounded);
  const ratio = rounded(median(ratios));
  return { name, deed, floorIs, by, heed: lineOf(heed), floor: lineOf(floor), ratios: rounds, ratio };
}

/** One turn of each, for what takes minutes. */
export async function holdOnce(contest: Omit<Contest, 'rounds' | 'within'>): Promise<Outcome> {
  const heed = await contest.heed();
  await contest.settle?.();
  const floor = await contest.floor();
  return outcomeOf(contest, [heed], [floor], [valueOf(heed, contest.by) / valueOf(floor, contest.by)]);
}

/** A turn of deeds that are done one after another. */
export async function oneByOne(count: number, deed: () => Promise<number>): Promise<Turn> {
  const samples: number[] = [];
  for (let done = 0; done < count; done++) samples.push(await deed());
  return inSequence(samples);
}

/** A turn whose deeds followed each other. */
export function inSequence(samples: readonly number[], facts: Record<string, number> = {}): Turn {
  return { samples, facts, took: samples.reduce((sum, ms) => sum + ms, 0) };
}

/** Milliseconds that a piece of work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function valueOf(turn: Turn, by: Contest['by']): number {
  return by === 'median' ? percentile(turn.samples, 0.5) : turn.samples.length / turn.took;
}

function lineOf(turns: readonly Turn[]): Line {
  const samples = turns.flatMap((turn) => turn.samples);
  const took = turns.reduce((sum, turn) => sum + turn.took, 0);
  return {
    deeds: samples.length,
    p50: rounded(percentile(samples, 0.5)),
    p95: rounded(percentile(samples, 0.95)),
    perSecond: rounded((samples.length / took) * 1000),
    facts: turns.at(-1)?.facts ?? {},
  };
}
