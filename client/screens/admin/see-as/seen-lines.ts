import type { Seen } from '../../../../protocol/see-as';
import { untilDay } from '../../../strings/absence';
import { seeAs as words } from '../../../strings/admin/see-as';
import { categoriesHidden, categoriesSeen } from './category-lines';
import type { SeenLine } from './line';
import { pupilLines } from './pupil-lines';

/** Everything that one person can see, most important first. */
export function canSee(seen: Seen): SeenLine[] {
  const { records, administration } = seen;
  const lines = [
    ...pupilLines(seen, true),
    ...categoriesSeen(seen),
    ...recordLines(records),
    ...(administration.length > 0
      ? [line('yes', words.administration(administration), words.administrationWhy)]
      : []),
  ];
  return lines.length > 0 ? lines : [line('no', words.nothingSeen, words.nothingSeenWhy)];
}

/** Everything that is kept from that person, and what is kept from everybody in their place. */
export function cannotSee(seen: Seen): SeenLine[] {
  const { person, works, connected } = seen;
  const blocked = !works && !person.left && person.logsIn;
  return [
    ...(blocked ? [line('no', words.needsFull, words.needsFullWhy)] : []),
    ...pupilLines(seen, false),
    ...categoriesHidden(seen),
    ...connected.map(({ name, className }) =>
      line('no', words.connectedTo(name, className), words.connectedWhy),
    ),
    line('no', words.aboutSelf, words.aboutSelfWhy),
  ];
}

/** What somebody is told of by the rules, by hand, and when nobody else is. */
export function willBeTold({ person, told, staffConcerns, away, standsInFor }: Seen): SeenLine[] {
  const rules = told.map((one) =>
    one.code === 'rule'
      ? line('told', words.rule(one), words.ruleWhy(one.groups))
      : line('told', words.last[one.code], words.lastWhy[one.code](one.groups)),
  );
  const staffPath = staffConcerns ? [line('told', words.aboutStaff, words.aboutStaffWhy)] : [];
  const byHand = person.left ? [] : [line('told', words.byHand, words.byHandWhy)];
  const cover = standsInFor.map(({ name, until }) =>
    line('told', words.standsIn(name, untilDay(until)), words.standsInWhy),
  );
  const notNow = away ? [line('no', words.away(away.cover, untilDay(away.until)), words.awayWhy)] : [];
  return [
    ...notNow,
    ...rules,
    ...staffPath,
    ...cover,
    ...byHand,
    line('no', words.nothingElse, words.nothingElseWhy),
  ];
}

function recordLines({ byGroup, kept, alerted, waiting, named }: Seen['records']): SeenLine[] {
  const refs = named.map(({ reference }) => reference);
  const also = (why: string, because: 'group' | 'alerted', total: number) => {
    const own = named.filter((one) => one.because === because).map(({ reference }) => reference);
    if (own.length === 0 || refs.length === 0) return why;
    return `${why}. ${words.refs(own.slice(0, 4), total > own.slice(0, 4).length)}`;
  };
  return [
    ...(byGroup > 0 ? [line('yes', words.records(byGroup), also(words.recordsWhy, 'group', byGroup))] : []),
    ...(kept > 0 ? [line('yes', words.kept(kept), words.keptWhy)] : []),
    ...(alerted > 0 ? [line('yes', words.alerted(alerted), also(words.alertedWhy, 'alerted', alerted))] : []),
    ...(waiting > 0 ? [line('yes', words.waiting(waiting), words.waitingWhy)] : []),
  ];
}

function line(sign: SeenLine['sign'], title: string, why: string): SeenLine {
  return { sign, title, why };
}
