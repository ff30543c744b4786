import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { accepting } from './benches/accepting';
import { alerted } from './benches/alerted';
import { film } from './benches/film';
import { firstScreen } from './benches/first-screen';
import { paper } from './benches/paper';
import { reading } from './benches/reading';
import { searching } from './benches/searching';
import { submit } from './benches/submit';
import { suggestions } from './benches/suggestions';
import { thousand } from './benches/thousand';
import { unlock } from './benches/unlock';
import type { Outcome } from './runner/contest';
import { describeMachine } from './runner/machine';
import { tableOf, writeResults } from './runner/report';
import { Stage } from './stage';

const benches: Readonly<Record<string, (stage: Stage) => Promise<Outcome[]>>> = {
  submit,
  thousand,
  accepting,
  alerted,
  'first-screen': firstScreen,
  suggestions,
  unlock,
  reading,
  searching,
  paper,
  film,
};

/** Whatever hangs, nothing of this outlives it: a school of 100,000 concerns takes minutes to write. */
const LAST_RESORT_MS = 45 * 60_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(benches);
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  const stage = new Stage(values.quick === true);
  const outcomes: Outcome[] = [];
  try {
    for (const name of names) {
      for (const outcome of await benches[name]!(stage)) {
        outcomes.push(outcome);
        console.log(tableOf(outcome));
      }
    }
    const machine = describeMachine(await stage.browserVersion());
    const root = resolve(import.meta.dirname, '../..');
    console.log(`\n${JSON.stringify(machine)}\n${writeResults(root, machine, outcomes, stage.quick)}`);
  } finally {
    await stage.close();
  }
}

setTimeout(() => {
  console.error('the benches did not end in time');
  process.exit(1);
}, LAST_RESORT_MS).unref();

await main();
