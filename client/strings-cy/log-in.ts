import type * as english from '../strings/log-in';

export const logIn = {
  title: 'Mewngofnodi',
  email: 'Cyfeiriad e-bost yr ysgol',
  password: 'Cyfrinair',
  show: 'Dangos',
  hide: 'Cuddio',
  thePassword: 'y cyfrinair',
  button: 'Mewngofnodi',
  firstTime: 'Wedi anghofio eich cyfrinair, neu’n defnyddio Heed am y tro cyntaf?',
  wrong: 'Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir.',
  slow: (wait) => `Gormod o geisiadau. Ceisiwch eto ymhen ${wait}.`,
  offline: 'Mae angen cysylltiad i fewngofnodi. Gallwch gofnodi heb ddatgloi.',
  notSetUp:
    'Nid oes ysgol wedi’i sefydlu yma eto. Agorwch y ddolen sefydlu a argraffodd y gweinydd wrth gychwyn.',
  errors: { email: 'Ysgrifennwch gyfeiriad e-bost eich ysgol', password: 'Ysgrifennwch eich cyfrinair' },
} satisfies typeof english.logIn;

export const reset = {
  title: 'Ailosod cyfrinair',
  hint: 'Byddwn yn anfon dolen i gyfeiriad e-bost eich ysgol.',
  button: 'Ailosod cyfrinair',
  answer: 'Os yw’r cyfeiriad hwn ar restr eich ysgol, mae neges ar ei ffordd.',
  nothingYet:
    'Dim byd ymhen 5 munud? Edrychwch yn y ffolder sothach, yna gofynnwch i’r person sy’n rhedeg Heed yn eich ysgol.',
  back: 'Yn ôl i fewngofnodi',
  noMail:
    'Nid oes gan y gweinydd hwn weinydd post. Mae’r person sy’n ei redeg yn cael hyd i’r ddolen yn ei ffolder post.',
} satisfies typeof english.reset;

export const welcome = {
  title: 'Dewis cyfrinair',
  forWhom: (email) => `Ar gyfer ${email}`,
  hint: '8 nod neu fwy; mae 15 yn well. Mae tri gair ar hap yn hawdd eu cofio. Gallwch ludo.',
  button: 'Cadw’r cyfrinair',
  saved: 'Mae eich cyfrinair wedi’i gadw. Mewngofnodwch ag ef.',
  expired: 'Nid yw’r ddolen hon yn ddilys mwyach. Gofynnwch am un newydd.',
  newLink: 'Anfon dolen newydd',
  checking: 'Yn gwirio’r ddolen',
  logIn: 'Mewngofnodi',
  strength: ['Rhy fyr', 'Gwan', 'Gweddol', 'Da', 'Cryf'],
  errors: {
    short: 'Dewiswch o leiaf 8 nod',
    common: 'Mae’r cyfrinair hwn ar restri o gyfrineiriau wedi’u dwyn. Dewiswch un arall',
    differ: 'Nid yw’r ddau gyfrinair yr un peth',
  },
} satisfies typeof english.welcome;
