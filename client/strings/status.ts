import type { HoldCode } from '../../offline/outbox/policy';
import { plural } from '../../protocol/words/language';
import { onThis, type DeviceKind } from './device';
import { draft, draftKept } from './draft';

/** Why a record needs its author: refused for a reason that no log-in and no newer Heed mends. */
export type NeedsYouCode = Exclude<HoldCode, 'unknown-device' | 'client-too-old'>;

/** One thing that has happened to a concern. Only such steps are ever drawn (product.md, section 3). */
export type LadderStep =
  | { kind: 'draft'; at: string }
  | { kind: 'waiting'; at: string; told?: string }
  | { kind: 'sign-in'; at: string }
  | { kind: 'needs-you'; at: string; why: NeedsYouCode }
  | { kind: 'update'; at: string }
  | { kind: 'received'; at: string; reference: string }
  | { kind: 'being-checked'; at: string }
  | { kind: 'added'; at: string }
  | { kind: 'alerted'; at: string; people: number }
  | { kind: 'opened'; at: string }
  | { kind: 'opened-by-named'; at: string }
  | { kind: 'taken'; at: string }
  | { kind: 'closed'; at: string };
export type LadderKind = LadderStep['kind'];

/** The words of one step: what happened, what must not be missed, and what it means. */
export interface StepWords {
  title: string;
  loud: string | null;
  note: string | null;
}

/**
 * Words one step for this device. `at` is a shown time ("12:43").
 * A waiting step always says who has not been told: that is the point of the ladder.
 */
export function stepWords(step: LadderStep, device: DeviceKind): StepWords {
  switch (step.kind) {
    case 'draft':
      return said(draftKept(device, step.at), null, draft.pressSend);
    case 'waiting':
      return said(waitingOn(device), step.told ? toldInPerson(step.told) : status.nobodyTold, status.sealed);
    case 'sign-in':
      return said('Not sent: sign in', status.nobodyTold, 'Log in and it sends.');
    case 'needs-you':
      return said('Not sent: needs you', status.nobodyTold, `${whyRefused[step.why]} ${status.copyThere}`);
    case 'update':
      return said('Not sent: update needed', status.nobodyTold, status.getUpdate);
    case 'received':
      return said(`Received ${step.at}, ref ${step.reference}`);
    case 'being-checked':
      return said('Being checked by a safeguarding lead');
    case 'alerted':
      return said(plural(step.people, { one: '1 person alerted', other: `${step.people} people alerted` }));
    case 'opened':
      return said('Opened by a safeguarding lead');
    case 'opened-by-named':
      return said('Opened by whom it goes to');
    case 'added':
      return said('It stands in the concern');
    case 'taken':
      return said('Being dealt with');
    case 'closed':
      return said('Closed');
  }
}

/** "Waiting on this tablet" */
export function waitingOn(device: DeviceKind): string {
  return `Waiting ${onThis(device)}`;
}

/** "Told in person: Mrs Shah. Nobody has been alerted yet." */
export function toldInPerson(who: string): string {
  return `Told in person: ${who}. Nobody has been alerted yet.`;
}

/** The reason, as far as it is known here. Nothing of it says that the record is lost: it is not. */
export const whyRefused: Record<NeedsYouCode, string> = {
  refused: 'Something between here and the school refused it. Try another Wi-Fi.',
  'wrong-school': 'It was sealed for another school.',
  'digest-conflict': 'The school holds another record under its number.',
  'too-large': 'It is larger than the school takes.',
  malformed: 'It was damaged here, so the school cannot read it.',
};

export const status = {
  nobodyTold: 'Nobody has been told yet.',
  sealed: 'It can no longer be read here.',
  copyThere: 'It is kept. “Your records” has a copy for a safeguarding lead.',
  getUpdate: 'Close Heed and open it again where there is Wi-Fi.',
  tryNow: 'Try now',
  sendsByItself: 'It sends by itself when there is Wi-Fi. To be sure, open Heed again inside.',
  /** Where the engine has no Background Sync (iPad, Firefox). */
  keepOpen: 'Keep Heed open, or open it again inside: it sends when there is Wi-Fi. You need not unlock.',
  longWait: 'Still waiting after 30 minutes. Take it to where there is Wi-Fi.',
  veryLongWait: 'Still waiting after 2 hours. Tell a safeguarding lead in person.',
  noSteps: 'Nothing has happened yet.',
};

function said(title: string, loud: string | null = null, note: string | null = null): StepWords {
  return { title, loud, note };
}
