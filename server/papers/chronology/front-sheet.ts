import type { PupilPage } from '../../../protocol/chronology';
import { chronologyWords as words, pupilWords } from '../../../protocol/words/chronology';
import { dayWords } from '../moments';
import type { Press } from '../press';
import { types } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import { terms, type Term } from '../sheet/terms';
import { paperWords } from '../words';
import type { Gathered } from './gather';

const { chronology: own } = paperWords;

export interface FrontSheet {
  readonly pupil: PupilPage;
  readonly gathered: Gathered;
  readonly press: Press;
  /** The filter in words, in the order of the screen; empty: everything. */
  readonly filter: readonly string[];
  /** Other pupils stand as letters. */
  readonly letters: boolean;
}

/** Who and what it is about, who printed it when, what is in it and what is not. */
export async function frontSheet(flow: Flow, sheet: FrontSheet): Promise<void> {
  const { pupil, press } = sheet;
  await flow.text('P', press.school.name, { from: COLUMNS.left, type: types.text });
  flow.gap(14);
  flow.heading('H1', own.titleOf(pupil.name), { type: types.title });
  flow.gap(2);
  await flow.text('P', paperWords.confidential, { from: COLUMNS.left, type: types.strong });
  flow.gap(12);
  flow.rule(true);
  flow.gap(14);
  await terms(flow, [...ofPupil(pupil), ...ofPaper(sheet)]);
  flow.gap(10);
  flow.heading('H2', own.notIn);
  flow.gap(2);
  for (const said of leftOut(sheet)) await flow.text('P', said, { from: COLUMNS.left });
}

function ofPupil(pupil: PupilPage): Term[] {
  const { className, teacher, yearGroup, age, dateOfBirth, leftOn } = pupil;
  const born = dateOfBirth === null ? '' : dayWords(dateOfBirth);
  const all: Term[] = [
    [own.pupil, pupil.name],
    [own.born, [born, age === null ? '' : own.age(age)].filter(Boolean).join(', ')],
    [
      own.class,
      [className === null ? '' : pupilWords.classAndTeacher(className, teacher), yearGroup]
        .filter(Boolean)
        .join('. '),
    ],
    [own.left, leftOn === null ? '' : pupilWords.left(dayWords(leftOn))],
  ];
  return all.filter(([, said]) => said !== '');
}

function ofPaper({ gathered, press, filter, letters }: FrontSheet): Term[] {
  const { moments } = press;
  const { chosen, total, query } = gathered;
  const ends = [chosen.at(0), chosen.at(-1)].map((one) => one && moments.day(one.entry.at));
  const [first, last] = query.order === 'newest' ? ends.toReversed() : ends;
  return [
    [own.entries, words.entries(chosen.length, total)],
    [own.range, first && last ? own.rangeOf(first, last) : own.noRange],
    [own.filters, filter.length === 0 ? own.noFilter : filter.join('; ')],
    [own.order, query.order === 'newest' ? words.newest : words.oldest],
    ...(letters ? [[paperWords.names, paperWords.lettersWhat] as const] : []),
    [paperWords.printedBy, press.by],
    [paperWords.on, paperWords.schoolTime(moments.moment(press.at))],
    [paperWords.audit, `${paperWords.head(press.head)}. ${paperWords.auditWhat}`],
    [paperWords.signs, paperWords.letters],
  ];
}

function leftOut({ gathered: { chosen, total }, press }: FrontSheet): string[] {
  const left = total - chosen.length;
  return [own.notRead(press.by), ...(left === 0 ? [] : [own.filtered(left)])];
}
