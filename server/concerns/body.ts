import * as v from 'valibot';
import { concernBodySchema, type ConcernBody } from '../../protocol/concern-body';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { ConcernRow } from '../storage/rows/records';
import { mapTexts } from './body-texts';
import { coverText, readCovers } from './covers';
import { standingMoment } from './when/moments-said';

/** What an author recorded, with what leads have covered and put right; null for an envelope that could not be opened. */
export function openBody(
  ground: Ground,
  schoolId: string,
  row: Pick<ConcernRow, 'id' | 'body' | 'covers' | 'happened_at' | 'when_about'>,
): ConcernBody | null {
  const body = openWholeBody(ground, schoolId, row);
  const covers = readCovers(cellsOf(ground.keys, schoolId, 'concerns').open(row.id, 'covers', row.covers));
  return (
    body && {
      ...mapTexts(body, (part, text) => coverText(text, covers, part)),
      when: standingMoment(body.when, row),
    }
  );
}

/** The same as it was written, with every word of it: for leads who ask for that, and for nobody else. */
export function openWholeBody(
  ground: Ground,
  schoolId: string,
  { id, body }: Pick<ConcernRow, 'id' | 'body'>,
): ConcernBody | null {
  const text = cellsOf(ground.keys, schoolId, 'concerns').open(id, 'body', body);
  return text === null ? null : v.parse(concernBodySchema, JSON.parse(text));
}

/** The name that somebody typed who had not unlocked, with what leads have covered; null where nobody did. */
export function openTypedAuthor(
  ground: Ground,
  schoolId: string,
  row: Pick<ConcernRow, 'id' | 'author_typed' | 'covers'>,
): string | null {
  const cells = cellsOf(ground.keys, schoolId, 'concerns');
  const typed = cells.open(row.id, 'author_typed', row.author_typed);
  if (typed === null) return null;
  return coverText(typed, readCovers(cells.open(row.id, 'covers', row.covers)), 'author');
}
