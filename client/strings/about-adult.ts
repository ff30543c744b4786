/** About an adult who works here: the words of the record that goes its own way. */
export const adult = {
  link: 'About an adult who works here',
  tellNow: 'Speak to one of these people in person first:',
  aboutHead: 'If it is about the head, speak to the chair.',
  nobody: 'Speak to the head or the chair in person first.',
  thenWrite:
    'Then write it down here. It does not go to the safeguarding team, and the person it is about cannot find it.',
  write: 'Write it down',
  heading: 'About an adult who works here',
  goesOnlyTo: (names: readonly string[]): string =>
    names.length === 0
      ? 'It goes to the head, or to the chair if it is about the head, and to nobody else.'
      : `It goes to ${names.join(' and ')} and to nobody else.`,
  notThat: 'It is not about an adult here',
  which: 'Which adult?',
  isItOne: 'Is it one of these people?',
  described: 'Not found, or you do not know the name?',
  describedHint: 'Describe them: supply teacher, volunteer, driver, what they look like.',
  pupils: 'Which pupils, if any?',
  missing: 'Say which adult this is about',
};
