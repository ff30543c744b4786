import { plural } from '../../../protocol/words/language';

export const automatic = {
  title: 'Automatic alerts',
  intro: 'A rule covers its sub-categories. Each person is alerted once, never the author.',
  unreached: (names: readonly string[]): string =>
    `No safeguarding lead is told of ${names.join(', ')}. Add a lead to a rule for ${plural(names.length, { one: 'it', other: 'each' })}.`,
  add: 'Add a rule',
  empty: 'No rules yet: every concern alerts the group that is told when nobody else is.',
  when: 'When a concern is in',
  andPupil: 'and its pupil is in',
  anyClass: 'any class',
  alert: 'alert',
  or: 'or',
  and: 'and',
  lately: (alerts: number, people: number): string =>
    alerts === 0
      ? 'No alerts in the last 30 days'
      : `${plural(alerts, { one: '1 alert', other: `${String(alerts)} alerts` })} in the last 30 days, to ${plural(
          people,
          { one: '1 person', other: `${String(people)} people` },
        )}`,
  reachesNobody: 'Reaches nobody. The group that is told when nobody else is gets these.',
  isOff: 'Off: it alerts nobody.',
  on: 'On',
  onLabel: (place: number): string => `Rule ${String(place)} is on`,
  change: 'Change',
  mend: 'Mend',
  changeLabel: (place: number, mend: boolean): string => `${mend ? 'Mend' : 'Change'} rule ${String(place)}`,
  up: (place: number): string => `Move rule ${String(place)} up`,
  down: (place: number): string => `Move rule ${String(place)} down`,
  done: 'Done',
  undo: 'Undo',
  remove: 'Remove this rule',
  willGo: 'Goes when you save.',
  notSaved: 'Not saved yet.',
  incomplete: 'Choose at least one category, and somebody to alert.',
  addCategory: 'Add a category',
  anyPlace: 'Any class. Add a class or year to limit it',
  group: 'Group',
  left: 'has left',
  addPlace: 'Add a class or year',
  addPerson: 'Add a group or person',
  takeOut: (name: string): string => `Take out ${name}`,
  daily: {
    short: 'Once a day',
    label: 'Once a day, in one summary for each person',
    hint: (time: string): string =>
      `For low levels. Notifications and e-mails go together at ${time} on school days; the inbox shows each at once.`,
    urgent: (names: string): string =>
      `Not possible: ${names} is urgent. Urgent concerns are always told at once.`,
  },
  preview: {
    title: 'Preview of this rule',
    counting: 'Counting',
    sent: (alerts: number): string =>
      `Would have sent ${plural(alerts, { one: '1 alert', other: `${String(alerts)} alerts` })} in the last 30 days`,
    named: 'Named here',
    leftOut: (name: string, count: number): string =>
      `${name} was left out of ${String(count)}: author, or connected to the pupil.`,
  },
  test: {
    title: 'Test without sending',
    hint: 'Who would be alerted to a concern, and why. Nobody is told.',
    category: 'Category',
    none: 'None ticked',
    pupil: 'Its pupil is in',
    anywhere: 'No class',
    classes: 'Classes',
    years: 'Year groups',
    go: 'Test',
    testing: 'Testing',
    result: (count: number): string =>
      plural(count, { one: '1 person would be alerted', other: `${String(count)} people would be alerted` }),
    nobody: 'Nobody would be alerted.',
    why: {
      rule: (category: string, group: string): string =>
        group === '' ? `Rule for ${category}` : `Rule for ${category}, in ${group}`,
      fallback: (group: string): string => `No rule speaks: in ${group}`,
      head: 'No rule speaks: head',
      chair: 'No rule speaks: chair',
    },
  },
};
