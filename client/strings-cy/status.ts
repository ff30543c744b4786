import type { DeviceKind } from '../strings/device';
import type * as english from '../strings/status';
import type { LadderStep, NeedsYouCode, StepWords } from '../strings/status';
import { onThis } from './device';
import { draft, draftKept } from './draft';
import { people } from './nouns';

export function stepWords(step: LadderStep, device: DeviceKind): StepWords {
  switch (step.kind) {
    case 'draft':
      return said(draftKept(device, step.at), null, draft.pressSend);
    case 'waiting':
      return said(waitingOn(device), step.told ? toldInPerson(step.told) : status.nobodyTold, status.sealed);
    case 'sign-in':
      return said('Heb ei anfon: mewngofnodwch', status.nobodyTold, 'Mewngofnodwch ac mae’n anfon.');
    case 'needs-you':
      return said(
        'Heb ei anfon: mae eich angen chi',
        status.nobodyTold,
        `${whyRefused[step.why]} ${status.copyThere}`,
      );
    case 'update':
      return said('Heb ei anfon: angen diweddariad', status.nobodyTold, status.getUpdate);
    case 'received':
      return said(`Derbyniwyd ${step.at}, cyf ${step.reference}`);
    case 'being-checked':
      return said('Yn cael ei wirio gan arweinydd diogelu');
    case 'alerted':
      return said(`Rhybuddiwyd ${people(step.people)}`);
    case 'opened':
      return said('Agorwyd gan arweinydd diogelu');
    case 'opened-by-named':
      return said('Agorwyd gan y sawl y mae’n mynd ato');
    case 'added':
      return said('Mae yn y pryder');
    case 'taken':
      return said('Mae rhywun yn delio ag ef');
    case 'closed':
      return said('Wedi cau');
  }
}

export function waitingOn(device: DeviceKind): string {
  return `Yn aros ${onThis(device)}`;
}

export function toldInPerson(who: string): string {
  return `Dywedwyd wyneb yn wyneb wrth: ${who}. Nid oes neb wedi’i rybuddio eto.`;
}

export const whyRefused: Record<NeedsYouCode, string> = {
  refused: 'Gwrthododd rhywbeth rhwng fan hyn a’r ysgol ef. Rhowch gynnig ar Wi-Fi arall.',
  'wrong-school': 'Cafodd ei selio ar gyfer ysgol arall.',
  'digest-conflict': 'Mae gan yr ysgol gofnod arall dan ei rif.',
  'too-large': 'Mae’n fwy nag y mae’r ysgol yn ei dderbyn.',
  malformed: 'Cafodd ei ddifrodi yma, felly ni all yr ysgol ei ddarllen.',
};

export const status = {
  nobodyTold: 'Nid oes neb wedi cael gwybod eto.',
  sealed: 'Ni ellir ei ddarllen yma mwyach.',
  copyThere: 'Mae wedi’i gadw. Mae copi i arweinydd diogelu yn “Eich cofnodion”.',
  getUpdate: 'Caewch Heed a’i agor eto lle mae Wi-Fi.',
  tryNow: 'Ceisio nawr',
  sendsByItself: 'Mae’n anfon ei hun pan fydd Wi-Fi. I fod yn siŵr, agorwch Heed eto y tu mewn.',
  keepOpen:
    'Cadwch Heed ar agor, neu agorwch ef eto y tu mewn: mae’n anfon pan fydd Wi-Fi. Nid oes rhaid datgloi.',
  longWait: 'Yn dal i aros ar ôl 30 munud. Ewch ag ef lle mae Wi-Fi.',
  veryLongWait: 'Yn dal i aros ar ôl 2 awr. Dywedwch wrth arweinydd diogelu wyneb yn wyneb.',
  noSteps: 'Nid oes dim wedi digwydd eto.',
} satisfies typeof english.status;

function said(title: string, loud: string | null = null, note: string | null = null): StepWords {
  return { title, loud, note };
}
