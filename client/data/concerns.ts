import type { ActionChoices, Level, NewAction } from '../../protocol/concern-actions';
import type { Concern, ConcernNews } from '../../protocol/concerns';
import { call } from './call';
import { unreachable } from './call-fault';

/** One concern as this person may see it; the school notes that it was opened. @throws CallFault */
export function readConcern(id: string): Promise<Concern> {
  return call('readConcern', { params: { id } });
}

/** What has been done about an open concern, without the words; no opening. @throws CallFault */
export function readConcernNews(id: string): Promise<ConcernNews> {
  return call('readConcernNews', { params: { id } });
}

/** The bytes of a file of a concern; the school notes that it was opened. @throws CallFault */
export async function openFile(
  id: string,
  fileId: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const asking: Promise<unknown> = call('openFile', { params: { id, fileId }, signal });
  // Such a reply is handed over unread (data/call.ts).
  const answer = (await asking) as Response;
  try {
    return new Uint8Array(await answer.arrayBuffer());
  } catch {
    throw unreachable();
  }
}

/** "I'll take this". @throws CallFault `conflict` when somebody was first */
export function takeConcern(id: string): Promise<Concern> {
  return call('takeConcern', { params: { id } });
}

/** So long an action waits for its answer, ms: then it goes by the outbox, where it can. */
const ANSWER_MS = 20_000;

/** Adds an action. The same `actionId` sent twice adds it once. @throws CallFault */
export function addAction(id: string, action: NewAction): Promise<Concern> {
  return call('addAction', { params: { id }, body: action, signal: AbortSignal.timeout(ANSWER_MS) });
}

/** Whose an action may be, agencies, and whom nobody may contact. @throws CallFault */
export function readActionChoices(id: string): Promise<ActionChoices> {
  return call('readActionChoices', { params: { id } });
}

/** What was due is done, or answered. @throws CallFault */
export function finishAction(id: string, actionId: string): Promise<Concern> {
  return call('finishAction', { params: { id }, body: { actionId } });
}

export type Decision =
  | 'give'
  | 'level'
  | 'sort'
  | 'close'
  | 'reopen'
  | 'mark'
  | 'unmark'
  | 'reply'
  | 'pupil'
  | 'when'
  | 'link'
  | 'unlink'
  | 'cover';

/** What a dialog asks for; empty where its decision does not need it. */
export interface DecisionGiven {
  readonly actionId: string;
  readonly decisionId: string;
  readonly to: string;
  readonly level: Level | '';
  /** ids; null: nothing was ticked or unticked yet */
  readonly categories: readonly string[] | null;
  readonly decision: string;
  readonly reason: string;
  /** of a mark: what is marked */
  readonly entryId: string;
  /** of a child of the record: their place in it, and who they were when the page was read */
  readonly position: number;
  readonly was?: string | null;
}

/** Decides about a concern; the same id sent twice decides once. @throws CallFault */
export function decideConcern(kind: Decision, id: string, given: DecisionGiven): Promise<Concern> {
  const { actionId, decisionId, to, level, categories, decision, reason, entryId, position, was = null } = given;
  const params = { id };
  if (kind === 'mark' || kind === 'unmark')
    return call('markEntry', { params, body: { actionId, entryId, significant: kind === 'mark', reason } });
  if (kind === 'pupil')
    return call('correctPupil', { params, body: { actionId, position, was, pupilId: to, reason } });
  if (kind === 'give') return call('giveConcern', { params, body: { actionId, to, note: reason } });
  if (kind === 'reply') return call('sendReply', { params, body: { actionId, text: reason } });
  if (kind === 'reopen') return call('reopenConcern', { params, body: { actionId, reason } });
  if (kind === 'sort')
    return call('sortConcern', { params, body: { actionId, categories: [...(categories ?? [])], reason } });
  if (kind === 'level')
    return call('setLevel', { params, body: { actionId, level: level === '' ? 'low' : level, reason } });
  const decided = decision.trim() === '' ? null : { actionId: decisionId, text: decision };
  return call('closeConcern', { params, body: { actionId, reason, decision: decided } });
}
