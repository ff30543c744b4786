import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { contract, type EndpointName } from '../../../protocol/contract';
import { openHouse, type TestHouse } from '../house';
import { aPupil, aSchool, aSupervisor } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

/**
 * Somebody who is not to know of a thing gets the same answer as for a thing that never was: body, status, headers, size
 * (access.md, "ids of others" and "errors, ETag, 304"). How long each took is printed and not judged: this machine is
 * shared, and a shared machine says nothing by one number.
 */
const RUNS = 200;
const PARENT = 'ruth.grey@oakfield.example';

let house: TestHouse;
let parent: Visitor;
let teacher: Visitor;
let hidden: { readonly concern: string; readonly alert: string };
const closings: (() => Promise<void>)[] = [];

beforeAll(async () => {
  house = await openHouse({
    plan: aSchool({
      staff: [...aSchool().staff, aSupervisor({ email: 'sam.lee@oakfield.example' })],
      pupils: [aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [PARENT] })],
    }),
    whenDone: (close) => closings.push(close),
  });
  parent = (await elevatedLead(house, PARENT)).browser;
  teacher = await house.loggedIn('sam.lee@oakfield.example');
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();
  const alert = await house.ground.database.read('alerts').first<{ id: string; concern_id: string }>();
  hidden = { concern: alert.concern_id, alert: alert.id };
}, 60_000);

afterAll(async () => {
  for (const close of closings) await close();
});

interface Asked {
  readonly who: () => Visitor;
  readonly what: EndpointName;
  readonly id: () => string;
  readonly body?: unknown;
}

test.each<[string, Asked]>([
  [
    'a lead asks for a record about her own child',
    { who: () => parent, what: 'readConcern', id: () => hidden.concern },
  ],
  ['and for its news', { who: () => parent, what: 'readConcernNews', id: () => hidden.concern }],
  [
    'and adds a note to it',
    {
      who: () => parent,
      what: 'addAction',
      id: () => hidden.concern,
      body: { actionId: uuidv7(1), text: 'Rang home.' },
    },
  ],
  [
    'a supervisor asks for a record that nobody alerted him to',
    { who: () => teacher, what: 'readConcern', id: () => hidden.concern },
  ],
  [
    'and marks the alert of somebody else as read',
    { who: () => teacher, what: 'markRead', id: () => hidden.alert },
  ],
])(
  '%s: hidden and absent are one answer, 200 times each',
  async (story, asked) => {
    const [took, answers] = [{ hidden: [] as number[], absent: [] as number[] }, new Set<string>()];
    for (let run = 0; run < RUNS; run += 1) {
      // Limits per minute are not what is tested here; full access is kept alive by the calls.
      if (run % 25 === 0) house.clock.skip(30_000);
      const absent = uuidv7(house.clock.now());
      // Which comes first alternates, so that neither is the one that finds everything warm.
      const pair = [['hidden', asked.id()] as const, ['absent', absent] as const];
      for (const [kind, id] of run % 2 === 0 ? pair : pair.reverse()) {
        const before = performance.now();
        const answered = await asked.who().call(asked.what, {
          params: { id } as never,
          ...(contract[asked.what].bodyType === 'none' ? {} : { body: asked.body }),
        });
        took[kind].push(performance.now() - before);
        answers.add(wholeAnswer(answered, id));
      }
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toMatch(/^404 /);
    process.stdout.write(
      `${story} (${asked.what}): ${figures(took.hidden)} hidden, ${figures(took.absent)} absent\n`,
    );
  },
  120_000,
);

/** Everything of an answer that its caller can see, without the moment at which it was given. */
function wholeAnswer(
  { status, headers, bytes }: { status: number; headers: Headers; bytes: Uint8Array },
  id: string,
): string {
  const shown = [...headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  const body = Buffer.from(bytes).toString().replaceAll(id, 'ID');
  return [`${status} ${bytes.length} bytes`, ...shown.sort(), body].join('\n');
}

/** "1.9 ms (p95 3.0)" */
function figures(samples: readonly number[]): string {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1);
  return `${at(0.5)} ms (p95 ${at(0.95)})`;
}
