import { quietKinds } from '../../../protocol/concern-actions';
import type { Concern } from '../../../protocol/concerns';
import { actionKindWords, decidedWords, doneWords, levelWords } from '../../../protocol/words/actions';
import { concernWords as words } from '../../../protocol/words/concern';
import { dayWords, type Moments } from '../moments';
import { paperWords } from '../words';

type Entry = Concern['history'][number];

/** One line of what has happened to a concern. */
export interface Step {
  readonly words: string;
  /** ms */
  readonly at: number;
  readonly text: string;
  /** "Happened …", "To Children’s services", "To be done by …" */
  readonly facts: readonly string[];
}

/** What has happened, oldest first, as on the screen: the school's history, who was alerted, who has opened it. */
export function stepsOf(concern: Concern, moments: Moments): Step[] {
  // Under whom it stood before, and why something is covered, is for leads on the screen: a paper leaves the house.
  const said = concern.history.filter(({ kind }) => !quietKinds.some((one) => one === kind));
  const steps = said.map((one) => stepOf(one, moments));
  const told = concern.recipients.filter(({ away }) => away === null);
  const alerts = told.map((one) => Date.parse(one.alertedAt));
  if (alerts.length > 0)
    steps.push({ ...plain, words: words.history.alerted(alerts.length), at: Math.min(...alerts) });
  for (const { name, openedAt } of concern.recipients)
    if (openedAt !== null)
      steps.push({ ...plain, words: words.history.opened(name), at: Date.parse(openedAt) });
  return steps.sort((one, other) => one.at - other.at);
}

const plain = { text: '', facts: [] } as const;

function stepOf(one: Entry, moments: Moments): Step {
  const { happenedAt, agency, due, files } = one;
  const saidWhen = one.kind === 'addendum' ? doneWords.written : doneWords.happened;
  const facts = [
    happenedAt === undefined ? '' : saidWhen(moments.moment(happenedAt)),
    agency === undefined ? '' : doneWords.agency(agency),
    due === undefined ? '' : dueWords(one, due, moments),
    files === undefined ? '' : paperWords.concern.withFiles(files.map(({ name }) => name)),
  ];
  return {
    words: saidOf(one),
    at: Date.parse(one.at),
    text: one.text ?? '',
    facts: facts.filter((fact) => fact !== ''),
  };
}

function saidOf({ kind, by, to, level, marked, other }: Entry): string {
  const name = by ?? words.someone;
  switch (kind) {
    case 'received':
      return words.history.received;
    case 'alerted':
      return words.history.alerted(1);
    case 'opened':
      return words.history.opened(name);
    case 'taken':
      return words.history.taken(name);
    case 'given':
      return decidedWords.given(name, to ?? words.someone);
    case 'level':
      return decidedWords.level(name, levelWords[level ?? 'low']);
    case 'sorted':
      return decidedWords.sorted(name);
    case 'redated':
      return decidedWords.redated(name);
    case 'linked':
    case 'unlinked':
      return decidedWords[kind](name, other ?? '');
    case 'closed':
      return decidedWords.closed(name);
    case 'reopened':
      return decidedWords.reopened(name);
    case 'reply':
      return decidedWords.replied(name);
    case 'marked':
    case 'unmarked':
      return decidedWords[kind](name, marked ?? 'concern');
    case 'note':
    case 'addendum':
      return words.history[kind](name);
    case 'wrong-pupil':
    case 'matched':
    case 'covered':
      return '';
    default:
      return doneWords.by(actionKindWords[kind], name);
  }
}

function dueWords({ kind }: Entry, due: NonNullable<Entry['due']>, moments: Moments): string {
  const answer = kind === 'referral';
  if (due.done) {
    const said = answer ? doneWords.answeredBy : doneWords.doneBy;
    return said(due.done.by ?? words.someone, moments.moment(due.done.at));
  }
  const said = (answer ? doneWords.answer : doneWords.due)(dayWords(due.day), due.owner ?? words.someone);
  return due.late ? `${doneWords.late}. ${said}` : said;
}
