import { plural } from '../../protocol/words-cy/language';
import type * as english from '../strings/lock';
import { onThis, thisOne } from './device';
import { actions, drafts, records, seconds } from './nouns';

/** "Mae angen fersiwn newydd o Heed ar 2 ohonynt." */
const ofThem = (count: number, what: string): string => {
  const more = `Mae angen ${what} ar ${String(count)} ohonynt.`;
  const one = `Mae angen ${what} ar 1.`;
  return plural(count, { zero: more, one, two: more, few: more, many: more, other: more });
};

export const lock = {
  who: 'Pwy ydych chi?',
  forgotten: 'Wedi anghofio’r PIN',
  withoutUnlocking: 'Cofnodi heb ddatgloi',
  haveSlip: 'Mae gen i slip',
  waiting: (ofRecords, ofActions) => {
    const said = [
      ...(ofRecords > 0 ? [records(ofRecords)] : []),
      ...(ofActions > 0 ? [actions(ofActions)] : []),
    ];
    return `${said.join(' a ')} yn aros i gael ei anfon`;
  },
  sendThemselves:
    'Maent yn anfon eu hunain pan fydd Wi-Fi. I fod yn siŵr, agorwch Heed eto y tu mewn i’r adeilad.',
  keepOpen:
    'Cadwch Heed ar agor, neu agorwch ef eto y tu mewn: maent yn anfon pan fydd Wi-Fi. Nid oes rhaid datgloi.',
  needLogIn: (count) => `${ofThem(count, 'i rywun fewngofnodi yma unwaith')} Yna bydd yn anfon.`,
  needUpdate: (count) => ofThem(count, 'fersiwn newydd o Heed'),
  needAuthor: (count) =>
    `${ofThem(count, 'y person a’i hysgrifennodd')} Os mai chi sydd piau un, datglowch ac edrychwch.`,
  choosePerson: 'Tapiwch eich enw yn gyntaf',
  opening: 'Yn agor…',
  wrongPin: 'Nid yw’r PIN hwnnw’n gywir. Ceisiwch eto.',
  tooMany: 'Gormod o geisiadau anghywir. Nid oes dim ar goll.',
  tryAgainIn: 'Ceisiwch eto ymhen',
  seconds,
  minutes: (minutes, left) => `${String(minutes)} mun ${String(left)} eil`,
  cannotCheck: (device) =>
    `Ni ellir gwirio’r PIN ${onThis(device)} ar hyn o bryd. Caewch apiau eraill a cheisiwch eto, neu cofnodwch heb ddatgloi.`,
  gone: (device) => `Nid yw’r person hwnnw ${onThis(device)} mwyach.`,
  failed: 'Ni weithiodd hynny. Ceisiwch eto, neu cofnodwch heb ddatgloi.',
  nobody: (device) => `Nid oes neb wedi sefydlu Heed ${onThis(device)} eto.`,
  logIn: 'Mewngofnodi',
  addPerson: (device) => `Ychwanegu eich hun ${device === 'computer' ? 'yma' : `at ${thisOne[device]}`}`,
  unlocked: (name) => `Datglowyd ar gyfer ${name}`,
} satisfies typeof english.lock;

export const cover = {
  covered: 'Mae Heed wedi’i orchuddio',
  uncover: 'Tapiwch i ddod yn ôl',
  thenPin: 'Ar ôl 30 eiliad mae’n cloi.',
} satisfies typeof english.cover;

export const enrol = {
  title: (device) => `Sefydlu Heed ${onThis(device)}`,
  joinTitle: (device) => `Ychwanegu eich hun ${onThis(device)}`,
  why: (device) =>
    `Yna gallwch gofnodi ${onThis(device)} heb rwydwaith. Mae’r hyn a ysgrifennwch ar glo i chi yn unig.`,
  deviceName: (device) => `Beth mae pobl yn galw ${thisOne[device]}?`,
  deviceHint: 'Er enghraifft: Tabled yr iard 2',
  shared: (device) => `Oes rhywun arall yn defnyddio ${thisOne[device]}?`,
  sharedYes: 'Oes, mae’n cael ei rannu',
  sharedNo: 'Nac oes, dim ond fi',
  sharedWhy: 'Mae un a rennir yn cloi ar ôl 2 funud, ac ar ôl 10 eiliad o’r golwg.',
  done: (device) => `Sefydlu ${thisOne[device]}`,
  join: 'Cadw’r PIN',
  working: 'Yn sefydlu…',
  notHere: 'Nid ar y ddyfais hon',
  notHereHint:
    'Rydych yn dal wedi mewngofnodi ac yn gallu darllen rhybuddion. Ni allwch gofnodi heb rwydwaith.',
  alreadyHere: (name, device) => `${name}, rydych eisoes wedi’ch sefydlu ${onThis(device)}.`,
  unlock: 'Datgloi â’ch PIN',
  notProved:
    'Mae’r rhwydwaith hwn yn sefyll rhwng Heed a’ch ysgol, felly ni sefydlwyd dim. Rhowch gynnig ar Wi-Fi arall, neu gofynnwch i’r person sy’n rhedeg Heed.',
  failed: 'Ni sefydlwyd dim. Ceisiwch eto.',
  errors: {
    deviceName: (device) => `Ysgrifennwch beth mae pobl yn galw ${thisOne[device]}`,
    shared: 'Dywedwch a yw eraill yn ei ddefnyddio hefyd',
  },
} satisfies typeof english.enrol;

export const choosePin = {
  pin: 'Dewis PIN',
  hint: '6 digid neu fwy. Nid pen-blwydd, nid 123456.',
  again: 'Yr un PIN eto',
  errors: {
    short: 'Dewiswch PIN o 6 digid o leiaf',
    weak: 'Mae’r PIN hwnnw’n hawdd ei ddyfalu. Dewiswch un heb batrwm na dyddiad',
    differ: 'Nid yw’r ddau PIN yr un peth',
  },
} satisfies typeof english.choosePin;

export const forgottenPin = {
  title: 'Wedi anghofio’r PIN',
  text: 'Teipiwch eich cyfrinair. Yna dewiswch PIN newydd. Mae eich drafftiau’n agor fel o’r blaen.',
  offline: 'Mae angen cysylltiad ar gyfer hyn. Gallwch gofnodi heb ddatgloi.',
  button: 'Parhau',
  newPin: 'Dewis PIN newydd',
  save: 'Cadw’r PIN a datgloi',
  otherPerson: (name) => `Nid cyfrif ${name} yw hwnnw. Rydych wedi allgofnodi eto.`,
  back: 'Yn ôl',
  failed: 'Ni newidiwyd y PIN. Ceisiwch eto.',
} satisfies typeof english.forgottenPin;

export const removePerson = {
  title: (name) => `Tynnu ${name} oddi ar y ddyfais hon?`,
  sealedKept: 'Mae’r hyn sydd eisoes wedi’i selio yn aros yma ac yn cael ei anfon.',
  draftsLeft: (count) => `${drafts(count)} heb ei anfon yn mynd i’r ysgol. Mewngofnodwch unrhyw le i barhau.`,
  practiceLost: 'Mae’r hyn a ysgrifennwyd i ymarfer yn cael ei ddileu.',
  additionsLost:
    'Mae’r hyn y dechreuwyd ei ychwanegu at gofnod, ac na anfonwyd, yn cael ei ddileu. Ewch yn ôl a’i anfon yn gyntaf os yw’n bwysig.',
  noDrafts: 'Nid oes dim yn cael ei golli.',
  othersDrafts: (name) =>
    `Mae gan ${name} ddrafft yma na chafodd ei anfon. Dim ond ${name} all ei agor neu ei dynnu.`,
  removed: (name) => `Nid yw ${name} ar y ddyfais hon mwyach.`,
  button: 'Tynnu',
  keep: 'Cadw',
  failed: 'Ni thynnwyd neb. Ceisiwch eto.',
} satisfies typeof english.removePerson;

export const thisDevice = {
  title: (device) => thisOne[device].replace(/^y/, 'Y'),
  name: 'Enw',
  use: 'Defnyddir gan',
  shared: 'Sawl person',
  own: 'Un person',
  waiting: 'Yn aros i’w hanfon',
  nothingWaiting: 'Dim byd',
  count: records,
  storage: 'Storfa',
  persisted: 'Cedwir nes i chi ei dynnu',
  notPersisted: 'Gall y porwr ei glirio pan fydd lle’n brin',
  ask: 'Gofyn i’r porwr ei gadw',
  refused: 'Dywedodd y porwr na. Gosodwch Heed, neu ei ddefnyddio’n amlach yma, yna gofynnwch eto.',
  people: 'Pobl yma',
  you: 'chi',
  notSetUp: (device) => `Nid yw Heed wedi’i sefydlu ${onThis(device)}.`,
  setUp: 'Ei sefydlu',
} satisfies typeof english.thisDevice;

export const revoked = {
  heading: (device) => `Mae’r ysgol wedi tynnu ${thisOne[device]}`,
  text: 'Gallwch gofnodi yma o hyd, ac mae’r cyfan yn cael ei anfon. Mae arweinydd diogelu yn gwirio pob cofnod yn gyntaf. Mae’r rhestr o ddisgyblion wedi mynd o’r fan hon.',
  ask: (lead) => (lead === '' ? 'Gofynnwch i arweinydd diogelu pam.' : `Gofynnwch i ${lead} pam.`),
} satisfies typeof english.revoked;

export const logOut = {
  blocked: (count, device) =>
    `Mae ${records(count)} yn aros ${onThis(device)}. Clowch yn lle hynny: mae’n anfon ei hun.`,
  offline: 'Rydych all-lein. Ni fyddai ffordd yn ôl i mewn yma ar ôl allgofnodi. Clowch yn lle hynny.',
  lockInstead: 'Cloi yn lle hynny',
} satisfies typeof english.logOut;
