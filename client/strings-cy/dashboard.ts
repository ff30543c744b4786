import type * as english from '../strings/dashboard';
import { alerts, records, tablets } from './nouns';

export const silentTablets = {
  title: (count) => `Ni chlywyd gan ${tablets(count)} heddiw`,
  tablet: (name, when, waiting) =>
    `${name}${when === '' ? '' : `, ddiwethaf ${when}`}${
      waiting === 0 ? '' : `, â ${records(waiting)} yn aros arno`
    }.`,
  what: 'Dewch o hyd iddo, gwefrwch ef, ac agorwch Heed arno lle mae Wi-Fi: efallai fod cofnodion yn aros arno.',
} satisfies typeof english.silentTablets;

export const dashboard = {
  title: 'Dangosfwrdd',
  record: 'Cofnodi pryder',
  yourRecords: 'Eich cofnodion',
  noRecords: 'Nid ydych wedi cofnodi dim eto.',
  whoToTell: 'Wrth bwy i ddweud',
  roles: {
    lead: 'Arweinydd diogelu',
    deputy: 'Dirprwy arweinydd',
    head: 'Pennaeth',
    chair: 'Cadeirydd',
  },
  childrensServices: (number) => `Gwasanaethau plant ${number}`,
  outOfHours: (number) => `Y tu allan i oriau ${number}`,
  alertsWait: (count) => `${alerts(count)} yn aros`,
  elevateToRead: 'Codi mynediad i ddarllen',
  readAlerts: 'Eu darllen',
  alert: 'Rhybudd',
  ways: {
    alerts: { title: 'Rhybuddion', note: 'I’w darllen, eich rhai chi, a’r cyfan' },
    admin: { title: 'Gweinyddu', note: 'Pwy gaiff weld, gwneud a chlywed beth' },
    training: { title: 'Hyfforddiant', note: 'Sesiynau byw i chi' },
    sites: { title: 'Safleoedd', note: 'Ysgolion eich ymddiriedolaeth' },
  },
  addKey: 'Ychwanegu eich allwedd ddiogelwch',
  addKeyWhy: 'Mae angen ail allwedd, er enghraifft eich ffôn, i ddarllen rhybuddion a chofnodion.',
  addKeyButton: 'Ychwanegu dyfais newydd',
  waitingEarlier: (count) => `${String(count)} yn aros o’r blaen`,
  reference: (reference, when) => `Cyf ${reference}, ${when}`,
  offline: 'Rydych all-lein. Mae cofnodi’n gweithio fel bob amser.',
  asked: 'Mae ysgol arall yn gofyn i chi ymuno â hi.',
  lookAsked: 'Edrych arno',
  noNotifications: 'Nid yw rhybuddion yn cyrraedd y ddyfais hon eto.',
  turnOn: 'Troi hysbysiadau ymlaen',
  logInForAlerts: 'Mewngofnodwch i weld rhybuddion sydd i chi.',
  logIn: 'Mewngofnodi',
} satisfies typeof english.dashboard;

export const news = {
  title: 'Beth sy’n newydd yn Heed',
  lead: 'Mae Heed wedi newid ers i chi glywed ddiwethaf. Mae’n cymryd munud i’w ddarllen.',
  show: 'Beth sy’n newydd',
  notNow: 'Nid nawr',
  done: 'Gorffen',
  readers: { leads: 'I arweinwyr diogelu', administrators: 'I weinyddwyr' },
} satisfies typeof english.news;
