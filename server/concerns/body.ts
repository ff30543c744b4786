import * as v from 'valibot';
import { concernBodySchema, type ConcernBody } from '../../protocol/concern-body';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';

/** Opens what an author recorded; null for an envelope that could not be opened. */
export function openBody(
  ground: Ground,
  schoolId: string,
  id: string,
  cell: Buffer | null,
): ConcernBody | null {
  const text = cellsOf(ground.keys, schoolId, 'concerns').open(id, 'body', cell);
  return text === null ? null : v.parse(concernBodySchema, JSON.parse(text));
}

/** "Amira Khan" → "AK". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => /\p{L}/u.exec(word)![0].toUpperCase()).join('');
}
