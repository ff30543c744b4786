import type { PupilRole } from '../../protocol/concern-body';
import { locale } from '../../protocol/words-cy/language';
import { moments, roleWords } from '../../protocol/words-cy/roles';
import type * as english from '../strings/record';
import { onThis, thisOne } from './device';
import { colleagues, seconds } from './nouns';

export { moments, roleWords };

export const record = {
  title: 'Cofnodi pryder',
  inDanger: 'Plentyn mewn perygl nawr?',
  dangerFind: (lead) => `Dewch o hyd i ${lead} neu ffoniwch 999 yn gyntaf. Ysgrifennwch hwn wedyn.`,
  dangerCall: 'Ffoniwch 999 yn gyntaf. Ysgrifennwch hwn wedyn.',
  nearestPhone: 'Defnyddiwch y ffôn neu’r radio agosaf.',
  numbers: (day, night) =>
    `Gwasanaethau plant ${[day, night === null ? null : `y tu allan i oriau ${night}`].filter((part) => part !== null).join(', ')}`,
  call999: 'Ffonio 999',
  childrensServices: 'Gwasanaethau plant',
  outOfHours: 'Y tu allan i oriau',
  confirmCall: (number) => `Ffonio ${number} nawr?`,
  callWhat: 'Dywedwch ble rydych chi, a bod plentyn mewn perygl.',
  callNow: 'Ffonio nawr',
  doNotCall: 'Peidio â ffonio',

  who: 'Am bwy mae hyn?',
  what: 'Beth welsoch neu glywsoch chi?',
  whatHint:
    'Yn eich geiriau eich hun. Nid yw sillafu o bwys. Gallwch siarad: defnyddiwch y microffon ar y bysellfwrdd.',
  starters: 'Dechrau llinell â',
  theChild: 'Y plentyn',
  where: 'Ble?',
  choosePlace: 'Dewis lle',
  otherPlace: 'Rhywle arall',
  describePlace: 'Pa le?',
  noPlaces: 'Er enghraifft: wrth giât yr ysgol',

  told: 'Ydych chi wedi dweud wrth rywun wyneb yn wyneb?',
  toldLead: (lead) => `Ydw, ${lead === '' ? 'arweinydd diogelu' : lead}`,
  toldOther: 'Ydw, rhywun arall',
  toldYes: 'Ydw',
  toldNotYet: 'Ddim eto',
  toldWhom: 'Wrth bwy ddywedoch chi?',
  findNow: (lead) => `Dewch o hyd i ${lead === '' ? 'arweinydd diogelu' : lead} nawr`,

  othersInvolved: 'Eraill a oedd yn rhan o hyn',
  othersHint: 'Oedolion a phlant o’r tu allan i’r ysgol: pwy ydynt a beth oedd eu rhan yn hyn.',
  addFile: 'Ychwanegu ffeil',
  moreDetails: 'Mwy o fanylion',
  agencies: 'Asiantaethau sy’n rhan o hyn',
  agenciesHint: 'Dewiswch y rhai sydd eisoes yn adnabod y plentyn neu a gafodd eu galw.',
  alertSomeone: 'Rhybuddio rhywun',
  alertByHand: 'Rhybuddio rhywun hefyd',
  alertByHandHint: (goesTo) =>
    goesTo === ''
      ? 'Yn ychwanegol at y rhai y mae rheolau’r ysgol yn eu rhybuddio.'
      : `Mae rheolau’r ysgol eisoes yn rhybuddio ${goesTo}.`,
  alertGroups: 'Grwpiau',
  alertStaff: 'Cydweithiwr',
  alertStaffType: 'Teipiwch enw',
  alertStaffFound: (count) => `${colleagues(count)} wedi’i ganfod`,
  alertStaffNobody: 'Neb o’r enw hwnnw',

  bodyMap: (marks) => (marks === 0 ? 'Map corff' : `Map corff, ${String(marks)}`),
  noBodyMap:
    'Nid oedd modd llwytho’r map corff. Ceisiwch eto, neu ysgrifennwch ble mae yn eich geiriau eich hun.',
  bodyMapRow: 'Marciwch ble mae. Dim lluniau. Peidiwch â symud dillad.',

  send: 'Anfon',
  goesTo: 'Yn mynd at:',
  list: (names, more) => (more > 0 ? `${names.join(', ')} a ${String(more)} arall` : names.join(', ')),
  resume: 'Parhau',
  discard: 'Dileu’r drafft hwn',
  discardSure: 'Dileu’r drafft hwn? Nid yw wedi’i anfon. Ni fydd neb yn ei weld.',
  keepDraft: 'Ei gadw',
  notKeptYet: 'Heb ei anfon eto.',
  keptAsYouWrite: (device) => `Mae’r hyn a ysgrifennwch yn cael ei gadw ${onThis(device)}.`,
  notReadable: 'Pwyswch Anfon cyn ei roi i lawr: ni ellir ei agor eto.',
  copyText: 'Copïo’r testun',
  copied: 'Copïwyd',
  continued: (when) => `Dechreuoch hwn ${when}. Nid yw wedi’i anfon.`,
  startAnother: 'Dechrau un arall',
  secondDraft:
    'Newidiwyd y cofnod hwn mewn ffenestr arall hefyd. Mae’r ddau wedi’u cadw: ail ddrafft yw hwn nawr.',
  draftGone: 'Nid yw’r drafft hwnnw yma mwyach. Cafodd ei anfon neu ei ddileu.',
  opening: 'Yn agor eich drafft…',
  closesIn: (left) => `Mae hwn yn cau ymhen ${seconds(left)} ac ni ellir ei agor eto. Pwyswch Anfon.`,

  whoGets: 'Pwy fydd yn cael hwn',
  good: 'Cofnod da',
  goodPoints: [
    'Yn dweud beth ddigwyddodd, yn ei drefn',
    'Yn defnyddio union eiriau’r plentyn',
    'Yn disgrifio marc yn ôl lle, maint, siâp a lliw',
    'Yn dweud beth wnaethoch chi nesaf',
  ],
  promise: 'Dywedwch wrth y plentyn fod angen i chi drosglwyddo hyn. Peidiwch ag addo ei gadw’n gyfrinach.',
  onlyListen: 'Dim ond gwrando sydd angen. Os oes rhaid gofyn: Dywed wrthyf, Eglura, Disgrifia.',
  opinion: (word) => `Ysgrifennoch “${word}”. Allwch chi ddweud beth welsoch yn lle hynny?`,

  errors: {
    who: 'Dewiswch am bwy mae hyn',
    what: 'Ysgrifennwch beth welsoch neu glywsoch',
    future: 'Dewiswch amser nad yw yn y dyfodol',
    date: 'Dewiswch y diwrnod y digwyddodd',
    earlier: 'Dewiswch pryd heddiw y digwyddodd',
    told: 'Dywedwch a ydych wedi dweud wrth rywun wyneb yn wyneb',
    toldWhom: 'Ysgrifennwch wrth bwy ddywedoch chi',
    describe: 'Ysgrifennwch yr enw, neu sut mae’r plentyn yn edrych',
    name: 'Dewiswch neu deipiwch eich enw eich hun',
    tooLong: 'Mae hwn yn rhy hir i’w anfon ar un tro. Byrhewch ef, neu anfonwch y gweddill fel ail gofnod.',
    othersTooLong: (most) => `Eraill a oedd yn rhan o hyn: ${most.toLocaleString(locale)} nod ar y mwyaf`,
    notEnrolled:
      'Nid yw’r ddyfais hon wedi’i sefydlu ar gyfer eich ysgol. Copïwch y testun a dywedwch wrth arweinydd diogelu wyneb yn wyneb.',
    storage:
      'Nid oedd modd cadw hwn yma. Peidiwch â chau Heed. Dywedwch wrth arweinydd diogelu wyneb yn wyneb.',
  },
} satisfies typeof english.record;

export const lineStarters = [
  { icon: 'quote', label: 'Geiriau’r plentyn', start: (name: string): string => `Dywedodd ${name}: “”` },
  { icon: 'users', label: 'Pwy oedd yno', start: (): string => 'Yno hefyd: ' },
  { icon: 'reply', label: 'Beth wnes i', start: (): string => 'Yna fe wnes i ' },
  {
    icon: 'eye',
    label: 'Sut roedd yn ymddangos',
    start: (): string => 'Roedd yn ymddangos … oherwydd i mi weld ',
  },
] as const;

export const roleOptions = (Object.keys(roleWords) as PupilRole[]).map((value) => ({
  value,
  label: roleWords[value],
}));

export const sent = {
  yourRecord: 'Eich cofnod',
  reference: (reference) => `Cyf ${reference}`,
  whoToFind: 'Pwy i ddod o hyd iddo wyneb yn wyneb',
  another: 'Cofnodi un arall',
  lockNow: 'Cloi nawr',
  locksIn: (left) => `Yn cloi ei hun ymhen ${seconds(left)}`,
  thanks: (lead) =>
    `Diolch. Os oedd hyn yn anodd ei glywed, gall ${lead === '' ? 'arweinydd diogelu' : lead} ei drafod gyda chi.`,
  ifNotThere: (reach, next) =>
    [reach === '' ? '' : `${reach}.`, next === '' ? '' : `Os na allwch ddod o hyd iddynt: ${next}.`]
      .filter(Boolean)
      .join(' '),
  checking: 'Yn chwilio am eich cofnod…',
  unknown: 'Nid oes dim yn hysbys am y cofnod hwn yma mwyach.',
  done: 'Gorffen',
  closesIn: (left) => `Yn cau ei hun ymhen ${seconds(left)}`,
  told: 'Rwyf wedi dweud wrthynt',
} satisfies typeof english.sent;

export const unlocked = {
  title: 'Cofnodi heb ddatgloi',
  yourName: 'Eich enw',
  yourNameHint: 'Dewiswch eich enw neu deipiwch ef.',
  describe: 'Enw a dosbarth, neu sut mae’n edrych.',
  noNameYet: 'dim enw eto',
  note: (device) =>
    `Mae’r hyn a anfonwch o ${thisOne[device]} dan glo yn cyrraedd fel “awdur heb ei gadarnhau”. Rhybuddir yr arweinwyr fel bob amser.`,
} satisfies typeof english.unlocked;
