import type * as english from '../strings/faults';
import { minutes } from './nouns';

export const faults = {
  unreachable: 'Ni ellir cyrraedd Heed. Gwiriwch y Wi-Fi, yna rhowch gynnig arall arni.',
  otherPerson:
    'Roedd rhywun arall wedi mewngofnodi yma. Mae wedi allgofnodi nawr; mewngofnodwch fel chi eich hun.',
  page: 'Aeth rhywbeth o’i le ar y dudalen hon. Llwythwch hi eto.',
  wait: (seconds) => (seconds < 90 ? `${String(seconds)} eiliad` : minutes(Math.ceil(seconds / 60))),
} satisfies typeof english.faults;
