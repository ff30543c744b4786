import type { ReplyFacts } from '../../access/reply';
import type { Ground } from '../../ground';
import { knowConcerns, type KnownConcern } from '../../records/load-facts';
import type { Reader } from '../../storage/database';

/** What decides about replies to the authors of these concerns, by the concern's id. */
export async function readReplyFacts(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  concernIds: readonly string[],
): Promise<ReadonlyMap<string, ReplyFacts & { readonly row: KnownConcern['row'] }>> {
  // No reader in particular: nothing here turns on anybody's alert.
  const known = await knowConcerns(reader, ground, { schoolId, staffId: '' }, concernIds);
  const authors = [...known.values()].flatMap(({ row }) => row.author_id ?? []);
  const left = await reader('staff')
    .where({ school_id: schoolId })
    .whereIn('id', [...new Set(authors)])
    .whereNotNull('disabled_at')
    .pluck<string[]>('id');
  const gone = new Set(left);
  return new Map(
    [...known].map(([id, { row, facts }]) => {
      const authorId = row.author_id;
      const authorLeft = authorId !== null && gone.has(authorId);
      return [id, { kind: 'reply', concern: facts, authorId, authorLeft, row }];
    }),
  );
}
