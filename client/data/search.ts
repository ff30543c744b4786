import type { BodyOf, ReplyOf } from '../../protocol/endpoint';
import type { readSearchChoices, searchConcerns } from '../../protocol/search';
import { call } from './call';

/** Words, and what limits them. */
export type Search = Omit<BodyOf<typeof searchConcerns>, 'cursor'>;
export type FoundPage = ReplyOf<typeof searchConcerns>;
export type SearchChoices = ReplyOf<typeof readSearchChoices>;

/**
 * One page of what this person may read and is looking for, newest first; the school notes that they searched.
 * @param cursor of the page before; without one the newest
 * @throws CallFault
 */
export function searchSchool(search: Search, cursor?: string): Promise<FoundPage> {
  return call('searchConcerns', { body: cursor === undefined ? search : { ...search, cursor } });
}

/** What a search can be limited to. @throws CallFault */
export function readChoices(): Promise<SearchChoices> {
  return call('readSearchChoices');
}
