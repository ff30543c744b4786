import type * as english from '../strings/mine';
import { onThis } from './device';

export const mine = {
  title: 'Eich cofnodion',
  all: 'Eich holl gofnodion',
  none: 'Nid ydych wedi cofnodi dim yma eto.',
  noContent: (device) =>
    `Pa mor bell mae pob un wedi mynd. Ni ellir darllen yr hyn a ysgrifennoch ${onThis(device)} ar ôl Anfon.`,
  locked: 'Datglowch â’ch PIN i weld pa mor bell mae eich cofnodion wedi mynd.',
  unlock: 'Datgloi',
  written: (when) => `Ysgrifennwyd ${when}`,
  stillHere: 'Heb ei anfon o hyd ar ôl 30 munud.',
  stillHereLong: 'Heb ei anfon o hyd ar ôl 2 awr. Dywedwch wrth arweinydd diogelu wyneb yn wyneb.',
  tryNow: 'Ceisio nawr',
  trying: 'Yn ceisio…',
  tryingAt: (time) => `Yn ceisio eto am ${time}`,
  logIn: 'Mewngofnodi',
  save: 'Cadw copi i arweinydd diogelu',
  saveWhy:
    'Mae’r copi wedi’i selio: dim ond eich ysgol all ei agor. Rhowch ef i arweinydd diogelu, a dywedwch wrtho wyneb yn wyneb.',
  saved: (file) => `Cadwyd fel ${file}`,
  notSaved: 'Nid oes copi i’w gadw yma mwyach.',
  failed: 'Nid oedd modd darllen eich cofnodion nawr. Nid ydynt ar goll.',
  tryAgain: 'Ceisio eto',
} satisfies typeof english.mine;
