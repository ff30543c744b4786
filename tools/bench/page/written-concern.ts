import type { Pupil } from '../../../client/unlock/roll';
import type { ConcernBody } from '../../../protocol/payload';

const WORDS =
  'she came in from the playground and said quietly that her arm still hurt where she had fallen on it at home';

/** English prose of exactly so many characters, all of them ASCII. */
function textOf(characters: number): string {
  return `${WORDS}. `.repeat(Math.ceil(characters / (WORDS.length + 2))).slice(0, characters);
}

/** A concern as people write it most: one listed pupil, just now, one category, told to the lead. */
export function aConcernOf(characters: number, about: { pupil: Pupil; categoryId: string }): ConcernBody {
  const now = new Date().toISOString();
  const { id, first, last, className } = about.pupil;
  const shown = `${first} ${last} (${className ?? ''})`;
  return {
    pupils: [{ kind: 'listed', pupilId: id, shown, role: 'was-hurt' }],
    text: textOf(characters),
    when: { kind: 'just-now', at: now, about: false },
    where: {},
    categories: [about.categoryId],
    told: { kind: 'lead' },
    alert: { staff: [], groups: [] },
    agencies: [],
    startedAt: now,
    sentAt: now,
  };
}
