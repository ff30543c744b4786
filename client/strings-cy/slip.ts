import type * as english from '../strings/slip';
import { onThis } from './device';
import { minutes } from './nouns';

export const slip = {
  title: 'Mae gen i slip',
  why: (device) =>
    `Gydag ef rydych yn cofnodi ${onThis(device)} dan eich enw eich hun, heb Wi-Fi hefyd. Mae angen Wi-Fi y tro hwn yn unig.`,
  forgotten:
    'Ymunoch â slip, felly nid oes cyfrinair. Gofynnwch i swyddfa’r ysgol am slip newydd a’i ddefnyddio yma. Mae drafftiau na wnaethoch eu hanfon yn aros dan eich hen PIN.',
  code: 'Cod ar y slip',
  codeHint: '12 llythyren. Nid yw llythrennau bach na bylchau o bwys.',
  codeWrong: 'Teipiwch y 12 llythyren sydd ar y slip',
  join: 'Defnyddio’r slip hwn',
  working: 'Un eiliad…',
  back: 'Yn ôl',
  offline:
    'Nid oes cysylltiad yma. Ewch lle mae Wi-Fi a rhowch gynnig arall arni: mae eich slip yn dal yn dda. Tan hynny gallwch gofnodi heb ddatgloi.',
  noAnswer: 'Nid atebodd yr ysgol. Ceisiwch eto mewn munud: mae eich slip yn dal yn dda.',
  tooMany: (wait) => `Gormod o geisiadau. Ceisiwch eto ymhen ${minutes(wait)}. Gallwch gofnodi heb ddatgloi.`,
  earlier: (name) => `${name}, hen PIN`,
} satisfies typeof english.slip;
