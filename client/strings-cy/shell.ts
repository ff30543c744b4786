import type * as english from '../strings/shell';
import { onThis } from './device';

export const shell = {
  skip: 'Neidio i’r cynnwys',
  windowTitle: (title) => `${title} · Heed`,
  offlineFirst: 'Mae angen cysylltiad ar y dudalen hon. Nid oes dim a gofnodoch ar goll.',
  tryAgain: 'Ceisio eto',
  logOut: 'Allgofnodi',
  stay: 'Aros wedi mewngofnodi',
  screenMissing:
    'Nid oedd modd llwytho’r rhan hon o Heed. Gwiriwch y cysylltiad, yna rhowch gynnig arall arni.',
} satisfies typeof english.shell;

export const notices = {
  locksSoon: (seconds) => `Yn cloi ymhen ${String(seconds)} eil. Mae’r hyn a ysgrifennoch wedi’i gadw.`,
  stay: 'Aros',
  accessEndsSoon: 'Daw mynediad llawn i ben ymhen 60 eiliad.',
  accessEnded: 'Daeth mynediad llawn i ben. Mae’r hyn a ysgrifennoch wedi’i gadw.',
  update: 'Mae fersiwn newydd o Heed yn barod. Mae eich drafftiau’n ddiogel.',
  updateNow: 'Diweddaru nawr',
  updateLater: 'Wedyn',
  updateNotSaved:
    'Nid oedd modd cadw drafft, felly ni ddiweddarwyd Heed. Copïwch yr hyn a ysgrifennoch, yna ceisiwch eto.',
} satisfies typeof english.notices;

export const titles = {
  logIn: 'Mewngofnodi',
  forgot: 'Ailosod cyfrinair',
  welcome: 'Dewis cyfrinair',
  setUp: 'Sefydlu eich ysgol',
  dashboard: 'Dangosfwrdd',
  record: 'Cofnodi pryder',
  practice: 'Ymarfer',
  sent: 'Eich cofnod',
  mine: 'Eich cofnodion',
  lock: 'Pwy ydych chi?',
  enrol: (device) => `Sefydlu Heed ${onThis(device)}`,
  alerts: 'Rhybuddion',
  actions: 'Camau gweithredu',
  search: 'Chwilio',
  counts: 'Cyfrifon',
  account: 'Gosodiadau’r cyfrif',
  join: 'Ymuno â’r ysgol hon',
  switching: 'Eich ysgolion',
  admin: 'Gweinyddu',
  trust: 'Safleoedd',
  permissions: 'Caniatâd',
  userGroups: 'Grwpiau defnyddwyr',
  deviceList: 'Dyfeisiau',
  staff: 'Staff',
  newStaff: 'Ychwanegu person',
  duty: 'Rhestr ddyletswydd',
  share: 'Rhannu â staff',
  audit: 'Archwiliad',
  quarantine: 'Cwarantin',
  deliveryLog: 'Cofnod danfon',
  settings: 'Gosodiadau',
  pupils: 'Disgyblion',
  pupil: 'Disgybl',
  watched: 'Disgyblion dan sylw',
  classes: 'Dosbarthiadau',
  yearEnd: 'Symud pob dosbarth i fyny',
  pupilUpload: 'Lanlwytho allforiad',
  importAgain: 'Mewnforio’r daenlen eto',
  addPupil: 'Ychwanegu disgybl',
  joinPupils: 'Uno dau gofnod disgybl',
  categories: 'Categorïau',
  classRestrictions: 'Cyfyngiadau dosbarth',
  alertGroups: 'Grwpiau rhybuddio',
  automaticAlerts: 'Rhybuddion awtomatig',
  seeAs: 'Gweld fel …',
  agencies: 'Lleoedd ac asiantaethau',
  help: 'Cymorth',
  support: 'Cael cymorth',
  training: 'Hyfforddiant',
  notFound: 'Ddim yma',
} satisfies typeof english.titles;

export const notFound = {
  title: 'Nid yw’r dudalen hon yma',
  text: 'Efallai bod y cyfeiriad yn anghywir, neu nad yw’r hyn oedd yma i chi ei weld mwyach.',
  home: 'Mynd i’r dangosfwrdd',
} satisfies typeof english.notFound;
