import type * as english from '../strings/components';
import { onThis } from './device';
import { digits, pupils, seconds } from './nouns';

export const moreMenu = { more: 'Mwy' } satisfies typeof english.moreMenu;

export const topBar = {
  product: 'Heed',
  home: 'Heed, mynd i’r dangosfwrdd',
  offline: 'All-lein',
  elevate: 'Codi eich mynediad',
  endAccess: 'Dod â mynediad llawn i ben',
  cover: 'Gorchuddio',
  lock: 'Cloi',
  menuOf: (name) => `Dewislen ${name}`,
  account: 'Gosodiadau’r cyfrif',
  help: 'Cymorth',
  switchPerson: 'Newid person',
  logOut: 'Allgofnodi',
  fullAccess: (minutes) =>
    minutes < 1 ? 'Mynediad llawn, llai nag 1 mun' : `Mynediad llawn, ${String(minutes)} mun`,
  waiting: (count) => `${String(count)} yn aros`,
  fromEarlier: 'o’r blaen',
  offlineSaid: (waiting, offline) =>
    [offline ? 'All-lein' : '', waiting > 0 ? `${String(waiting)} yn aros i’w hanfon` : '']
      .filter(Boolean)
      .join(', '),
} satisfies typeof english.topBar;

export const errorSummary = {
  title: 'Mae problem',
  prefix: 'Gwall: ',
} satisfies typeof english.errorSummary;

export const code = {
  label: 'Cod 6 digid o’ch dilysydd',
  secondsLeft: (left) => `${seconds(left)} ar ôl`,
} satisfies typeof english.code;

export const keypad = {
  pinFor: (name) => `PIN ${name}`,
  delete: 'Dileu',
  unlock: 'Datgloi',
  keys: 'Bysellau rhif',
  typed: (count) => `Teipiwyd ${digits(count)}`,
} satisfies typeof english.keypad;

export const picker = {
  label: 'Am bwy mae hyn?',
  add: 'Teipiwch enw',
  addAnother: 'Ychwanegu disgybl arall',
  notOnList: 'Ddim ar y rhestr',
  notOnListNamed: (typed) => `Ddim ar y rhestr: “${typed}”`,
  unknownName: 'Dydw i ddim yn gwybod yr enw',
  describeNotOnList: 'Enw a dosbarth',
  describeUnknown: 'Sut mae’r plentyn yn edrych?',
  sameName: (count) => `Gwiriwch: ${String(count)} â’r enw hwn`,
  found: (count) => `${pupils(count)} wedi’i ganfod`,
  chosen: (name) => `Ychwanegwyd ${name}`,
  removed: (name) => `Tynnwyd ${name}`,
  remove: (name) => `Tynnu ${name}`,
  roleOf: (name) => `Sut roedd ${name} yn rhan o hyn`,
  noRole: 'Sut yn rhan o hyn?',
  siblings: 'Ychwanegu brawd neu chwaer',
  yourClass: 'Eich dosbarth',
  options: 'Disgyblion',
  listMissing: (device) =>
    `Nid oes rhestr disgyblion ${onThis(device)} eto. Teipiwch enw a dosbarth y plentyn.`,
} satisfies typeof english.picker;

export const kinds = {
  label: 'Pa fath o bryder?',
  hint: 'Dewiswch unrhyw rai. Mae ddim yn siŵr yn iawn.',
  notSure: 'Dydw i ddim yn siŵr',
  which: (parent) => `${parent}: pa un?`,
} satisfies typeof english.kinds;

export const when = {
  label: 'Pryd?',
  now: (time) => `Newydd ddigwydd, ${time}`,
  earlier: 'Yn gynharach heddiw',
  day: 'Diwrnod arall',
  moment: 'Tua phryd heddiw?',
  orTime: 'neu amser',
  time: 'Amser',
  date: 'Dyddiad',
  timeIfKnown: 'Amser, os ydych yn ei wybod',
  about: 'tua',
} satisfies typeof english.when;

export const dialog = { close: 'Cau' } satisfies typeof english.dialog;
export const people = { who: 'Pwy ydych chi?' } satisfies typeof english.people;

export const quietHours = {
  from: 'O',
  to: 'Hyd',
  weekends: 'Drwy ddydd Sadwrn a dydd Sul hefyd',
} satisfies typeof english.quietHours;
