import type { Concern, ConcernNews } from '../../protocol/concerns';
import { call } from './call';

/** One concern as this person may see it; the school notes that it was opened. @throws CallFault */
export function readConcern(id: string): Promise<Concern> {
  return call('readConcern', { params: { id } });
}

/** What has been done about an open concern, without the words; no opening. @throws CallFault */
export function readConcernNews(id: string): Promise<ConcernNews> {
  return call('readConcernNews', { params: { id } });
}

/** "I'll take this". @throws CallFault `conflict` when somebody was first */
export function takeConcern(id: string): Promise<Concern> {
  return call('takeConcern', { params: { id } });
}

/** Adds a note. The same `actionId` sent twice adds it once. @throws CallFault */
export function addAction(id: string, note: { actionId: string; text: string }): Promise<Concern> {
  return call('addAction', { params: { id }, body: note });
}
