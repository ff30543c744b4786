import type { Concern } from '../../../protocol/concerns';
import { levelWords } from '../../../protocol/words/actions';
import { concernWords as words } from '../../../protocol/words/concern';
import { factsOf } from '../../../protocol/words/concern-facts';
import { linkWords } from '../../../protocol/words/links';
import { fromSideOf, pupilLine, pupilName } from '../../../protocol/words/concern-said';
import type { Press } from '../press';
import { types } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import { beside, terms, type Term } from '../sheet/terms';
import { paperWords } from '../words';
import { alerted } from './alerted';
import { bodyMap } from './body-map';
import { doubtOf, noText } from './facts';
import { stepsOf } from './steps';

const { concern: own } = paperWords;
const whole = { from: COLUMNS.left };

/**
 * One concern from top to bottom, in the words and the order of the screen.
 * @param given.pupilId from whose page it was opened, or for whom it is printed
 * @param given.letters other pupils stand as letters
 */
export async function writeConcern(
  flow: Flow,
  concern: Concern,
  press: Press,
  { pupilId, letters }: { pupilId: string | null; letters: boolean },
): Promise<void> {
  const { moments } = press;
  // Marks of a body map name a child by its place in the record, so they keep the record's own order.
  const ordered = { ...concern, pupils: fromSideOf(concern.pupils, pupilId) };
  flow.bookmark(own.titleOf(concern.reference));
  await front(flow, ordered, press, letters);
  await notices(flow, concern);
  flow.gap(16);
  flow.heading('H2', words.recorded(concern.author.name));
  flow.gap(3);
  await flow.text('P', concern.text ?? noText(concern), whole);
  flow.gap(8);
  await terms(flow, factsOf(ordered, moments));
  if (concern.written.clockOff) await flow.text('P', words.clockOff, whole);
  await bodyMap(flow, concern, moments);
  await files(flow, concern, letters);
  await pupils(flow, ordered);
  await links(flow, concern, press);
  alerted(flow, concern.recipients, moments);
  await soFar(flow, concern, press);
}

async function front(flow: Flow, concern: Concern, press: Press, letters: boolean): Promise<void> {
  await flow.text('P', press.school.name, whole);
  flow.gap(14);
  flow.heading('H1', own.titleOf(concern.reference), { type: types.title });
  flow.gap(2);
  await flow.text('P', paperWords.confidential, { ...whole, type: types.strong });
  flow.gap(12);
  flow.rule(true);
  flow.gap(14);
  const others: Term[] = letters ? [[paperWords.names, paperWords.lettersWhat]] : [];
  await terms(flow, [...ofConcern(concern), ...others, ...ofPress(press)]);
}

function ofConcern(concern: Concern): Term[] {
  const { about, level, urgent, categories } = concern;
  const all: Term[] = [
    [own.of, about ? about.map(({ name }) => name).join(', ') : concern.pupils.map(said).join('\n')],
    [own.status, [statusWords(concern), urgent ? own.urgent : ''].filter(Boolean).join('. ')],
    [own.level, level === undefined ? '' : levelWords[level]],
    [own.categories, categories.map(({ name }) => name).join(', ')],
  ];
  return all.filter(([, words]) => words !== '');
}

function said(pupil: Concern['pupils'][number]): string {
  return [pupilName(pupil), pupilLine(pupil)].filter(Boolean).join('. ');
}

function ofPress({ by, at, moments, head }: Press): Term[] {
  return [
    [paperWords.printedBy, by],
    [paperWords.on, paperWords.schoolTime(moments.moment(at))],
    [paperWords.audit, `${paperWords.head(head)}. ${paperWords.auditWhat}`],
    [paperWords.signs, paperWords.letters],
  ];
}

function statusWords({ status, takenBy }: Concern): string {
  if (status === 'closed') return own.closed;
  if (takenBy) return words.withWhom(takenBy.name);
  return status === 'being-checked' ? own.beingChecked : own.notTaken;
}

/** That it is about a member of staff, and why the school does not take it as it is. */
async function notices(flow: Flow, concern: Concern): Promise<void> {
  const doubt = doubtOf(concern);
  const all = [
    ...(concern.about ? [{ heading: words.ofStaff, what: words.ofStaffWhat }] : []),
    ...(doubt ? [doubt] : []),
  ];
  for (const { heading, what } of all) {
    flow.gap(14);
    flow.heading('H2', heading);
    await flow.text('P', what, whole);
  }
}

/** Which files belong to it, by name and size: what is in them is not printed. As a number it says its size itself. */
async function files(flow: Flow, { files: all = [] }: Concern, letters: boolean): Promise<void> {
  if (all.length === 0) return;
  flow.gap(16);
  flow.heading('H2', own.files);
  flow.gap(3);
  for (const { name, size } of all)
    await flow.text('P', letters ? name : `${name}, ${own.size(size)}`, whole);
  await flow.text('P', own.filesBeside, { ...whole, type: types.meta, grey: true });
}

/** Several children: one line each, as on the screen. */
async function pupils(flow: Flow, { pupils: all, about }: Concern): Promise<void> {
  if (all.length < (about ? 1 : 2)) return;
  flow.gap(16);
  flow.heading('H2', words.pupils);
  flow.gap(3);
  await terms(
    flow,
    all.map((pupil): Term => [pupilName(pupil), pupilLine(pupil)]),
  );
}

/** Other concerns that it is linked with, and why; of those that have ended the history says it. */
async function links(flow: Flow, { links: all = [] }: Concern, { moments }: Press): Promise<void> {
  const standing = all.filter(({ ended }) => ended === null);
  if (standing.length === 0) return;
  flow.gap(16);
  flow.heading('H2', linkWords.title);
  flow.gap(3);
  await terms(
    flow,
    standing.map(({ other, reason }): Term => {
      const when = moments.shortDay(other.at);
      return [linkWords.concern(other.reference), [linkWords.about(other), when, reason].join('\n')];
    }),
  );
}

async function soFar(flow: Flow, concern: Concern, { moments }: Press): Promise<void> {
  flow.gap(16);
  flow.heading('H2', words.soFar);
  flow.gap(3);
  flow.open('L');
  for (const step of stepsOf(concern, moments)) {
    const at = new Date(step.at).toISOString();
    const label = [
      { text: moments.shortDay(at), strong: true },
      { text: moments.time(at), strong: false },
    ];
    await beside(flow, label, async () => {
      await flow.text('P', step.words, { type: types.strong, after: step.text === '' ? 0 : 30 });
      if (step.text !== '') await flow.text('P', step.text);
      for (const fact of step.facts) await flow.text('P', fact);
    });
    flow.gap(6);
  }
  flow.close();
}
