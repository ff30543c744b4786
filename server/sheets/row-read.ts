import type { ImportedRow } from '../../protocol/changes/import';
import { importRefusals } from '../../protocol/words/import/refusals';
import { problem } from '../http/problem';
import type { KnownSchool, SheetNoun } from './known-school';
import { nameKey } from './name-key';
import { listOf, notIn, textOf, type SheetRow } from './sheet-row';

/** Finds ids by names: of what was here, and of what this import has added. */
export class Names {
  #known: KnownSchool;
  #added = new Map<string, string>();

  constructor(known: KnownSchool) {
    this.#known = known;
  }

  add(noun: SheetNoun, name: string, id: string): void {
    this.#added.set(`${noun} ${nameKey(name)}`, id);
  }

  find(noun: SheetNoun, name: string): string | undefined {
    return this.#added.get(`${noun} ${nameKey(name)}`) ?? this.#known.find(noun, name);
  }

  /** @throws problem 'conflict' for what is not here (any more) */
  need(noun: SheetNoun, name: string): string {
    const id = this.find(noun, name);
    if (id !== undefined) return id;
    throw problem('conflict', { title: importRefusals.nameGone(name) });
  }

  all(noun: SheetNoun, names: readonly string[]): string[] {
    return names.map((name) => this.need(noun, name));
  }
}

/** One row as it is to become: what the school has, and over it what the sheet says. */
export class RowRead {
  readonly key: string;
  readonly title: string;
  readonly fresh: boolean;
  #here: SheetRow['fields'];
  #changed: ReadonlyMap<string, ImportedRow['fields'][number]>;

  constructor(row: ImportedRow, here: SheetRow | undefined) {
    this.key = row.key;
    this.title = row.title;
    this.fresh = row.what === 'add';
    this.#here = here?.fields ?? {};
    this.#changed = new Map(row.fields.map((field) => [field.name, field]));
  }

  /** Whether the sheet says anything new under one of these headings. */
  changes(...headings: string[]): boolean {
    return headings.some((heading) => this.#changed.has(heading));
  }

  text(heading: string): string {
    return textOf(this.#changed.get(heading)?.to ?? this.#here[heading]);
  }

  /** Null for an empty text. */
  textOrNull(heading: string): string | null {
    return this.text(heading) || null;
  }

  flag(heading: string): boolean {
    return this.text(heading) === 'yes';
  }

  /** What the sheet adds to a list. */
  added(heading: string): readonly string[] {
    return listOf(this.#changed.get(heading)?.to);
  }

  /** The whole list, with what the sheet adds behind. */
  list(heading: string): string[] {
    const here = listOf(this.#here[heading]);
    return [...here, ...notIn(this.added(heading), here)];
  }
}
