import type { Ground } from '../ground';
import { MINUTE } from '../clock';
import { ConcernIndex, type SearchedSchool } from './concern-index';

/** Nobody has searched for this long: the words are dropped from memory. */
const IDLE_MS = 15 * MINUTE;
/** Indexes of several schools together; whose turn is longest ago goes first. One school alone may have more. */
const MOST_BYTES = 512 * 1024 * 1024;

interface Kept {
  readonly index: ConcernIndex;
  readonly idle: NodeJS.Timeout;
  bytes: number;
}

/** The indexes of the schools in which somebody has searched lately; in the memory of this process and nowhere else. */
export class SearchIndexes {
  readonly #ground: Ground;
  readonly #mostBytes: number;
  readonly #kept = new Map<string, Kept>();

  constructor(ground: Ground, mostBytes = MOST_BYTES) {
    this.#ground = ground;
    this.#mostBytes = mostBytes;
  }

  /** Schools whose words are in memory now, the latest last. */
  get schools(): string[] {
    return [...this.#kept.keys()];
  }

  /** What is searched in one school, with everything that was committed before this call. */
  async of(schoolId: string): Promise<SearchedSchool> {
    const kept = this.#keep(schoolId);
    const school = await kept.index.upToDate();
    kept.bytes = school.bytes;
    this.#makeRoom(schoolId);
    return school;
  }

  #keep(schoolId: string): Kept {
    const before = this.#kept.get(schoolId);
    before?.idle.refresh();
    this.#kept.delete(schoolId);
    const kept = before ?? {
      index: new ConcernIndex(this.#ground, schoolId),
      idle: setTimeout(() => this.#kept.delete(schoolId), IDLE_MS).unref(),
      bytes: 0,
    };
    this.#kept.set(schoolId, kept);
    return kept;
  }

  #makeRoom(latest: string): void {
    let bytes = 0;
    for (const kept of this.#kept.values()) bytes += kept.bytes;
    for (const [schoolId, kept] of this.#kept) {
      if (bytes <= this.#mostBytes || schoolId === latest) break;
      clearTimeout(kept.idle);
      this.#kept.delete(schoolId);
      bytes -= kept.bytes;
    }
  }
}
