import { MAX_FILES } from '../../protocol/files/limits';
import { plural } from '../../protocol/words-cy/language';
import type * as english from '../strings/files';
import { files as filesCounted } from './nouns';

export { fileSize } from '../strings/files';

export const files = {
  title: 'Ffeiliau',
  hint: `Llythyr, llun, neges: hyd at ${String(MAX_FILES)} ffeil o 25 MB yr un. Mae ble a phryd y tynnwyd llun yn cael ei dynnu ar y ddyfais hon.`,
  noPhotos:
    'Dim ffotograffau o anafiadau. Marciwch nhw ar y map corff yn lle hynny, a dywedwch beth welsoch yn eich geiriau eich hun.',
  choose: 'Dewis ffeil',
  chooseMore: 'Dewis ffeil arall',
  list: 'Ffeiliau’r cofnod hwn',
  remove: (name) => `Tynnu ${name}`,
  removed: (name) => `Tynnwyd ${name}`,
  added: (name) => `Ychwanegwyd ${name}`,
  sealing: (name, part) => `Yn amgryptio ${name}, ${String(Math.round(part * 100))} %`,
  noName: 'ffeil',
  notHere:
    'Nid yw’r ffeil hon ar y ddyfais hon. Dewiswch hi eto, neu tynnwch hi: ni ellir ei hanfon o’r fan hon.',
  empty: (name) => `Nid oes dim yn ${name}. Dewiswch y ffeil eto.`,
  tooLarge: (name) =>
    `Mae ${name} yn fwy na 25 MB. Dewiswch un lai, neu rhowch hi i arweinydd diogelu â llaw.`,
  tooMany: `Mae cofnod yn derbyn ${String(MAX_FILES)} ffeil. Anfonwch hwn, a chofnodwch y lleill ar ei ôl.`,
  noRoom: (name) =>
    `Nid oes lle i ${name} ar y ddyfais hon. Mae eich geiriau wedi’u cadw. Anfonwch nhw nawr, a rhowch y ffeil i arweinydd diogelu â llaw.`,
  notCleaned: (name) =>
    `Gall ${name} ddweud ble a phryd y’i tynnwyd, ac ni all y porwr hwn dynnu hynny. Cadwch hi fel JPEG neu PNG a dewiswch hi eto.`,
  unreadable: (name) => `Nid oedd modd darllen ${name}. Dewiswch hi eto.`,
  notEnrolled: 'Mewngofnodwch ar y ddyfais hon unwaith. Yna gellir ychwanegu ffeiliau.',
  notKept:
    'Nid oedd modd cadw eich geiriau ar y ddyfais hon, felly ni ellir ychwanegu ffeil atynt. Copïwch nhw cyn gadael y dudalen hon.',
  notLoaded: 'Ni ellir ychwanegu ffeiliau ar hyn o bryd. Ceisiwch eto pan fydd y rhwydwaith yn ôl.',
} satisfies typeof english.files;

export const onlineFiles = {
  hint: `Llythyr, sgan, neges: hyd at ${String(MAX_FILES)} ffeil o 25 MB yr un. Mae ble a phryd y tynnwyd llun yn cael ei dynnu ar y ddyfais hon.`,
  tooMany: `Mae cam gweithredu’n derbyn ${String(MAX_FILES)} ffeil. Ychwanegwch hon, a’r lleill ar ei hôl.`,
  noRoom: (name) =>
    `Nid oes lle i ${name} ar y ddyfais hon. Ychwanegwch yr hyn a ysgrifennoch hebddi, ac ychwanegwch y ffeil ar ddyfais arall.`,
  sending: (part) => `Yn cael ei hanfon o’r ddyfais hon, ${String(Math.round(part * 100))} %`,
} satisfies typeof english.onlineFiles;

export const shownFiles = {
  title: 'Ffeiliau',
  coming: (count) => `${filesCounted(count)} ar y ffordd o hyd`,
  comingWhy:
    'Daw’r hyn sydd ar goll o’r ddyfais lle cofnodwyd hyn, cyn gynted ag y bydd ar agor ac â rhwydwaith.',
  states: {
    coming: 'Ar ei ffordd',
    here: '',
    damaged: 'Cyrhaeddodd wedi’i difrodi. Gofynnwch i’r sawl a’i cofnododd am y ffeil.',
  },
  notScanned: 'Heb ei sganio eto. Gellir ei hagor cyn gynted ag y bydd.',
  found: (what) => `Wedi’i dal yn ôl: daeth y sganiwr o hyd i ${what}`,
  save: 'Cadw',
  show: 'Dangos',
  hide: 'Cuddio',
  saveName: (name) => `Cadw ${name}`,
  showName: (name) => `Dangos ${name}`,
  hideName: (name) => `Cuddio ${name}`,
  loading: (name) => `Yn agor ${name}`,
  tooManyPixels: 'Mae’r llun hwn yn rhy fawr i’w ddangos yma. Cadwch ef.',
  notShown: 'Nid oedd modd dangos y llun hwn. Cadwch ef.',
  care: 'Mae’r hyn a gadwch ar eich dyfais. Dilëwch ef yno pan fyddwch wedi gorffen.',
} satisfies typeof english.shownFiles;

export function sentFiles(here: number, all: number): string {
  if (here < all)
    return `Ffeiliau: ${String(here)} o ${String(all)} gyda’r ysgol. Gadewch Heed ar agor ar y ddyfais hon nes eu bod i gyd.`;
  const every = `Mae pob un o’r ${filesCounted(all)} gyda’r ysgol`;
  return plural(all, {
    zero: every,
    one: 'Mae ei ffeil gyda’r ysgol',
    two: every,
    few: every,
    many: every,
    other: every,
  });
}
