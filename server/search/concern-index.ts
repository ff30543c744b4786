import { setImmediate } from 'node:timers/promises';
import { readAuditHead } from '../audit/append';
import type { Ground } from '../ground';
import type { ConcernRow } from '../storage/rows/records';
import { readNews, type News } from './news';
import { readSearched } from './read-searched';
import { readSchoolNames, type SchoolNames } from './school-names';
import { CONCERN_BYTES, newestFirst, type SearchedConcern } from './searched-concern';
import { Vocabulary } from './vocabulary';

/** Concerns that are opened before other requests have their turn. */
const AT_ONCE = 100;

/** What a search looks through: does not change while it does. */
export interface SearchedSchool {
  readonly vocabulary: Vocabulary;
  readonly names: SchoolNames;
  /** Newest first. */
  readonly concerns: readonly SearchedConcern[];
  /** About as much memory as it takes, in bytes. */
  readonly bytes: number;
}

interface State extends SearchedSchool {
  readonly seq: number;
}

/** The words of one school's concerns, in memory only. Made when first asked for, then kept up from the audit. */
export class ConcernIndex {
  readonly #ground: Ground;
  readonly #schoolId: string;
  #state: State | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<SearchedSchool> | null = null;

  constructor(ground: Ground, schoolId: string) {
    this.#ground = ground;
    this.#schoolId = schoolId;
  }

  /** Everything that was committed before this call. Whoever asks while one is being looked after shares the next turn. */
  upToDate(): Promise<SearchedSchool> {
    if (this.#next) return this.#next;
    const turn = this.#running
      .catch(() => null)
      .then(() => {
        this.#next = null;
        return this.#lookAfter();
      });
    this.#next = turn;
    this.#running = turn;
    return turn;
  }

  async #lookAfter(): Promise<State> {
    const before = this.#state;
    // Whatever goes wrong below: the next turn begins anew.
    this.#state = null;
    const news = before && (await readNews(this.#ground, this.#schoolId, before.seq));
    this.#state = before && news ? await this.#follow(before, news) : await this.#build();
    return this.#state;
  }

  async #build(): Promise<State> {
    // Before anything is read: what comes meanwhile is read again with the next news.
    const { seq } = await readAuditHead(this.#ground.database.read, this.#schoolId);
    const vocabulary = new Vocabulary();
    const names = await readSchoolNames(this.#ground, this.#schoolId, vocabulary);
    const concerns: SearchedConcern[] = [];
    let after = '';
    for (;;) {
      const rows: ConcernRow[] = await this.#rows().where('id', '>', after).orderBy('id').limit(AT_ONCE);
      concerns.push(...(await readSearched(this.#ground, this.#schoolId, rows, { names, vocabulary })));
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) break;
      after = last.id;
      await setImmediate();
    }
    return asState({ seq, vocabulary, names, concerns });
  }

  async #follow(before: State, news: News): Promise<State> {
    const { vocabulary } = before;
    const names = news.names ? await readSchoolNames(this.#ground, this.#schoolId, vocabulary) : before.names;
    const changed = await this.#readAgain([...news.concerns], { names, vocabulary });
    if (changed.length === 0) return { ...before, names, seq: news.seq };
    const ids = new Set(changed.map(({ id }) => id));
    const others = before.concerns.filter(({ id }) => !ids.has(id));
    return asState({ seq: news.seq, vocabulary, names, concerns: [...changed, ...others] });
  }

  async #readAgain(
    ids: readonly string[],
    known: { names: SchoolNames; vocabulary: Vocabulary },
  ): Promise<SearchedConcern[]> {
    const read: SearchedConcern[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const rows: ConcernRow[] = await this.#rows().whereIn('id', some);
      // Joining one with another adds its text to that one, which has no entry of its own for it.
      const into = rows.flatMap((row) => row.joined_into ?? []).filter((id) => !some.includes(id));
      if (into.length > 0) rows.push(...(await this.#rows().whereIn('id', into)));
      read.push(...(await readSearched(this.#ground, this.#schoolId, rows, known)));
    }
    return [...new Map(read.map((one) => [one.id, one])).values()];
  }

  #rows() {
    return this.#ground.database.read('concerns').where({ school_id: this.#schoolId });
  }
}

function asState(given: Omit<State, 'bytes'> & { concerns: SearchedConcern[] }): State {
  given.concerns.sort(newestFirst);
  const words = given.concerns.reduce((sum, one) => sum + one.words.byteLength + CONCERN_BYTES, 0);
  return { ...given, bytes: words + given.vocabulary.bytes };
}
