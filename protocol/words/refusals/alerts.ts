/** Why a change of who is alerted is refused, and what to do instead. */
export const alertRefusals = {
  emptyGroup: 'Nobody is in this group. Add somebody first.',
  namedByRule: 'An automatic alert names this group. Take it out of there first.',
  leaverInList: 'Somebody in this list has left. Leave them out.',
  onlyFallback:
    'This is the only group that is told when nobody else is. Make another group with members the fallback first.',
  reachesNobody: 'This would alert nobody. Add a person, or a group with somebody in it who has not left.',
  mergedCategory: 'One of these categories was merged into another one. Choose that one instead.',
  urgentInSummary: 'One of these categories is urgent. Its alerts cannot wait for the daily summary.',
};

/** Why an absence is refused. */
export const absenceRefusals = {
  notHere: 'Choose a colleague who works here.',
  endsBeforeItBegins: 'The last day is before the first one.',
  over: 'The last day is over already.',
};
