import type { ConcernBody } from '../../../protocol/concern-body';
import { aConcern } from '../../../tests/server/tablet';
import type { BenchSchool } from './bench-school';

/** A concern of 1,024 characters about one of this school's pupils, in one of its categories. */
export function writtenConcern(school: BenchSchool): ConcernBody {
  const text = 'She said quietly that her arm still hurt where she had fallen. '.repeat(17).slice(0, 1024);
  const at = new Date().toISOString();
  return aConcern({ pupilId: school.pupilId, at, text, categories: [school.categoryId] });
}
