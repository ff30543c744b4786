import type { ActionKind } from '../../../protocol/concern-actions';
import type { ShownFile } from '../../../protocol/concern-files';
import type { Concern } from '../../../protocol/concerns';
import { factsOf as saidFacts } from '../../../protocol/words/concern-facts';
import { locale } from '../../../protocol/words/language';
import type { IconName } from '../../components/icon-names';
import { action, decidedWords, done, levelWords } from '../../strings/concern-actions';
import { concern as words } from '../../strings/inbox';
import { reply } from '../../strings/reply';
import { clockTime, longDay } from '../../strings/times';
import { dayHeading, moment } from './ages';

type Entry = Concern['history'][number];

/** One line of "What has happened so far". */
export interface Step {
  /** of the action in the concern's history; empty where a step is worked out */
  id: string;
  icon: IconName;
  words: string;
  /** ms */
  at: number;
  text: string;
  /** "Happened today 10:40", "To Children’s services" */
  facts: readonly string[];
  files: readonly ShownFile[];
  due: StepDue | null;
}

/** What is, or was, still to be done. */
export interface StepDue {
  words: string;
  late: boolean;
  /** the button with which this person says that it is done; empty: not theirs to say, or said */
  finish: string;
}

/** The facts beside the account, as term and words. @param now school's clock, ms */
export function factsOf(concern: Concern, now: number): [string, string][] {
  return saidFacts(concern, {
    moment: (at) => moment(Date.parse(at), now),
    day: (at) => dayHeading(Date.parse(at), now),
    time: (at) => clockTime(Date.parse(at)),
  });
}

/** What has happened, oldest first: the school's history, who was alerted, who has opened it. */
export function stepsOf(concern: Concern, now: number): Step[] {
  const steps = concern.history.map((one) => stepOf(one, now));
  const told = concern.recipients.filter(({ away }) => away === null);
  const alerts = told.map((one) => Date.parse(one.alertedAt));
  if (alerts.length > 0) {
    const said = words.history.alerted(alerts.length);
    steps.push({ ...plain, icon: 'bell', words: said, at: Math.min(...alerts) });
  }
  for (const { name, openedAt } of concern.recipients) {
    if (openedAt === null) continue;
    const said = words.history.opened(name);
    steps.push({ ...plain, icon: 'eye', words: said, at: Date.parse(openedAt) });
  }
  return steps.sort((one, other) => one.at - other.at);
}

/** A step that is worked out from elsewhere. */
const plain = { id: '', text: '', facts: [], files: [], due: null } as const;

function stepOf(one: Entry, now: number): Step {
  const [icon, said] = signOf(one);
  const added = one.kind === 'addendum';
  const facts = [
    one.happenedAt === undefined || added ? '' : done.happened(moment(Date.parse(one.happenedAt), now)),
    one.agency === undefined ? '' : done.agency(one.agency),
    one.readAt === undefined ? '' : readWords(one.readAt, now),
  ].filter(Boolean);
  const due = one.due ? dueWords(one, one.due, now) : null;
  return {
    id: one.id,
    icon,
    words: said,
    at: Date.parse(one.at),
    // What its author added stands below what they recorded.
    text: added ? '' : (one.text ?? ''),
    facts,
    files: one.files ?? [],
    due,
  };
}

/** When whoever recorded it has read a reply. */
function readWords(readAt: string | null, now: number): string {
  return readAt === null ? reply.unread : reply.read(moment(Date.parse(readAt), now));
}

const actionIcons: Record<ActionKind, IconName> = {
  note: 'message-square-text',
  call: 'phone',
  meeting: 'users-round',
  home: 'house',
  referral: 'send',
  advice: 'quote',
  decision: 'circle-check',
  other: 'message-square-text',
};

function signOf({ kind, by, to, level, marked, match, other }: Entry): readonly [IconName, string] {
  const name = by ?? words.someone;
  switch (kind) {
    case 'received':
      return ['check', words.history.received];
    case 'alerted':
      return ['bell', words.history.alerted(1)];
    case 'opened':
      return ['eye', words.history.opened(name)];
    case 'taken':
      return ['user-check', words.history.taken(name)];
    case 'given':
      return ['user-plus', decidedWords.given(name, to ?? words.someone)];
    case 'level':
      return ['tag', decidedWords.level(name, levelWords[level ?? 'low'])];
    case 'sorted':
      return ['tag', decidedWords.sorted(name)];
    case 'redated':
      return ['clock', decidedWords.redated(name)];
    case 'linked':
    case 'unlinked':
      return ['link', decidedWords[kind](name, other ?? '')];
    case 'closed':
      return ['check-check', decidedWords.closed(name)];
    case 'reopened':
      return ['refresh-cw', decidedWords.reopened(name)];
    case 'marked':
    case 'unmarked':
      return ['tag', decidedWords[kind](name, marked ?? 'concern')];
    case 'covered':
      return ['eye-off', decidedWords.covered(name)];
    case 'wrong-pupil':
    case 'matched':
      return [
        'user-cog',
        decidedWords[kind](
          name,
          match?.was ?? words.anotherPupil.toLocaleLowerCase(locale),
          match?.now ?? words.anotherPupil.toLocaleLowerCase(locale),
        ),
      ];
    case 'reply':
      return ['reply', decidedWords.replied(name)];
    case 'note':
    case 'addendum':
      return [actionIcons.note, words.history[kind](name)];
    default:
      return [actionIcons[kind], done.by(action.kinds[kind], name)];
  }
}

function dueWords({ kind }: Entry, due: NonNullable<Entry['due']>, now: number): StepDue {
  const answer = kind === 'referral';
  const { late } = due;
  if (due.done) {
    const when = moment(Date.parse(due.done.at), now);
    const said = answer ? done.answeredBy : done.doneBy;
    return { words: said(due.done.by ?? words.someone, when), late, finish: '' };
  }
  const owner = due.you ? done.yours : (due.owner ?? words.someone);
  const said = (answer ? done.answer : done.due)(longDay(Date.parse(`${due.day}T12:00`)), owner);
  const finish = answer ? done.finishAnswer : done.finish;
  return { words: said, late, finish: due.finish ? finish : '' };
}

/** What its author wrote after sending it, oldest first. */
export interface WrittenMore {
  readonly id: string;
  /** "Sam Lee wrote more, after sending it, today 14:05. Written today 12:50" */
  readonly when: string;
  readonly text: string;
}

/** Empty where nothing was, or where the words of the record wait for a lead. */
export function writtenMore({ history }: Concern, now: number): WrittenMore[] {
  return history.flatMap(({ id, kind, by, at, happenedAt, text }) => {
    if (kind !== 'addendum' || text === null) return [];
    const written = happenedAt === undefined ? '' : `. ${done.written(moment(Date.parse(happenedAt), now))}`;
    const who = words.history.addendum(by ?? words.someone);
    return [{ id, when: `${who}, ${moment(Date.parse(at), now)}${written}`, text }];
  });
}
