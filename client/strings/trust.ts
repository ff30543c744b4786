/** Sites of a trust. */
export const trust = {
  title: 'Sites',
  intro:
    'Each site is one school with an address, people and records of its own. You set them up and read nothing of them.',
  back: 'Dashboard',
  sites: 'Sites of this server',
  begun: 'In use',
  notBegun: 'Set up; no lead has logged in yet',
  since: (day: string): string => `Set up ${day}`,
  waiting: 'Links on their way',
  noneWaiting: 'Nobody has a link to set a site up.',
  sent: (who: string, email: string, day: string): string => `To ${who}, ${email}. Works until ${day}.`,
  withdraw: 'Withdraw',
  withdrawOne: (site: string): string => `Withdraw the link for ${site}`,
  withdrawn: (site: string): string => `The link for ${site} opens nothing any more.`,
  sure: {
    heading: (site: string): string => `Withdraw the link for ${site}?`,
    text: 'The link in the mail stops working at once. The name is free again.',
    yes: 'Withdraw the link',
    no: 'Keep it',
  },
  add: 'Set up a further site',
  addWhy:
    'The main contact gets a link by mail, uploads the school’s spreadsheet, and is the only one who is mailed.',
  site: 'Name in the address',
  siteHint: (behind: string): string =>
    `Small letters, digits and hyphens. It stands before ${behind} and never changes.`,
  contact: 'Main contact',
  email: 'E-mail of the main contact',
  send: 'Send the link',
  sending: 'Sending…',
  sentTo: (email: string): string => `The link was sent to ${email}.`,
  errors: {
    site: 'Write the name that stands in the address.',
    contact: 'Write who will set the school up.',
    email: 'Write the whole e-mail address, for example k.hill@riverside.example.',
  },
};
