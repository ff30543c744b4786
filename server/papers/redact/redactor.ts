import type { ChronologyEntry } from '../../../protocol/chronology';
import type { OtherConcern } from '../../../protocol/concern-links';
import { chronologyWords } from '../../../protocol/words/chronology';
import { documentText } from '../../../protocol/words/documents';
import type { KnownEntry } from '../../chronology/known-entries';
import { paperWords } from '../words';
import { describedAmong, namesIn, placeKey, type Described } from './described';
import { FileNumbers, type NamedFile } from './file-numbers';
import { wordsOf } from './fold';
import type { NameBook } from './name-book';
import type { Hidden } from './name-tree';

/**
 * Writes every other pupil as "Pupil B", "Pupil C" …: the same letter for the same pupil throughout, in the order in which
 * they first appear. What it goes by are the names on the roll.
 */
export class Redactor {
  readonly #book: NameBook;
  /** Id of the pupil whom the paper is about, who keeps their name. */
  readonly own: string;
  readonly #letters = new Map<string, string>();

  readonly #files: FileNumbers;

  /** @param files ids of files that are numbered already, in their order */
  constructor(book: NameBook, own: string, files: readonly string[] = []) {
    this.#book = book;
    this.own = own;
    this.#files = new FileNumbers(files);
  }

  /** A file without the name that somebody gave it: "File 1 (PDF, 20 kB)", the same number for the same file throughout. */
  file(file: NamedFile): string {
    return this.#files.nameOf(file);
  }

  /**
   * @param read.near the pupils of the record that it stands in: of several with one name, the one who is meant
   * @param read.described those of them whom somebody described
   * @param read.document whose entry it is; its name is part of the text
   */
  entry({ entry, near: pupils, described, document }: ReadEntry): ChronologyEntry {
    const { by, concern, significant } = entry;
    const linked = concern?.links?.flatMap((link) => describedAmong(link.concernId, link.pupils));
    const near = [...pupils, ...this.meet([...described, ...(linked ?? [])])];
    const text = document ? this.#documentText(document, near) : entry.text;
    return {
      ...entry,
      // Typed by whoever it was; a name that is confirmed is a colleague's.
      by: by === null || concern?.confirmed !== false ? by : this.text(by, near),
      text: text === null || document ? text : this.text(text, near),
      significant: significant && { ...significant, reason: this.text(significant.reason, near) },
      concern: concern && {
        ...concern,
        ...this.corrected(concern, near),
        ...(concern.links ? { links: concern.links.map((link) => this.other(link)) } : {}),
        place: concern.place === null ? null : this.text(concern.place, near),
        others: this.named(entry.concernId ?? entry.id, concern.others),
      },
    };
  }

  /** When it happened, as it was corrected, with the reasons that were typed. */
  corrected({ corrected }: Corrected, near: readonly string[]): Corrected {
    return corrected
      ? { corrected: corrected.map((one) => ({ ...one, reason: this.text(one.reason, near) })) }
      : {};
  }

  /** A text in which no other pupil is named. */
  text(text: string, near: readonly string[]): string {
    const words = wordsOf(text);
    let [written, from] = ['', 0];
    for (let place = 0; place < words.length; ) {
      const found = this.#book.at(text, words, place, near);
      const [first, last] = [words[place], words[place + (found?.length ?? 1) - 1]];
      const meaning = found?.called.meaning ?? 'stays';
      if (found && meaning !== 'stays' && first && last) {
        const said = this.#said(meaning, near) + (found.plural ? '’s' : '');
        written += text.slice(from, first.start) + said;
        from = last.end;
      }
      place += found?.length ?? 1;
    }
    return written + text.slice(from);
  }

  /** Learns how children of a record were described. @returns what stands for them among its pupils */
  meet(described: readonly Described[]): string[] {
    return described.flatMap(({ key, description }) =>
      key === this.own ? [] : this.#book.hideDescribed(key, namesIn(description)),
    );
  }

  /**
   * The pupils of a record in a list: by their letters. A child whom nobody has found on the roll has one by its place there.
   */
  named<One extends Other>(concernId: string, pupils: readonly One[]): One[] {
    let place = 0;
    return pupils.map((one) => {
      const { pupilId, hidden } = one;
      if (hidden || pupilId === this.own) return one;
      if (pupilId === null) place += 1;
      return { ...one, name: this.#letterOf(pupilId ?? placeKey(concernId, place)) };
    });
  }

  /** Another concern as a link says it. */
  other(link: OtherConcern): OtherConcern {
    return { ...link, pupils: this.named(link.concernId, link.pupils) };
  }

  #documentText({ details, file }: NonNullable<KnownEntry['document']>, near: readonly string[]): string {
    const { name, heldAt } = details;
    return documentText({
      ...details,
      name: this.file({ ...file, name, fileId: file.file_id }),
      heldAt: heldAt === null ? null : this.text(heldAt, near),
    });
  }

  #said({ who, of }: Hidden, near: readonly string[]): string {
    const meant = of.size === 1 ? [...of] : near.filter((id) => of.has(id));
    const [first] = meant;
    // An adult of two in the record is one of either.
    const known = first !== undefined && (who === 'adult' || new Set(meant).size === 1);
    const pupil = known ? this.#letterOf(first) : chronologyWords.anotherPupil;
    return who === 'adult' ? paperWords.adultOf(pupil) : pupil;
  }

  #letterOf(id: string): string {
    const letter = this.#letters.get(id) ?? letterAt(this.#letters.size + 1);
    this.#letters.set(id, letter);
    return paperWords.pupilLetter(letter);
  }
}

/** An entry with its words, and what is known of its record. */
export interface ReadEntry {
  readonly entry: ChronologyEntry;
  /** Pupils of the record. */
  readonly near: readonly string[];
  /** Those of them whom somebody described; none where nobody asks. */
  readonly described: readonly Described[];
  /** Which document was added, where it is about one. */
  readonly document: KnownEntry['document'];
}

type Corrected = Pick<NonNullable<ChronologyEntry['concern']>, 'corrected'>;
type Other = Pick<NonNullable<ChronologyEntry['concern']>['others'][number], 'pupilId' | 'name' | 'hidden'>;

/** 0 → A, 25 → Z, 26 → AA. */
export function letterAt(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return (rest < 0 ? '' : letterAt(rest)) + String.fromCharCode(65 + (place % 26));
}
