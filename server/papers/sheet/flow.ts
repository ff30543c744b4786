import { types, type Type } from './fonts';
import type { ImageSize, Ink, Part, Shape, Tag } from './ink';
import { breakLines } from './lines';
import { PAGE } from './pdf-ink';
import { printable } from './printable';
import { breakRuns, type Run } from './runs';

/** Where the text stands, points. Beside the wide column runs a narrow one, for days and terms. */
export const COLUMNS = { left: 62, main: 172, right: PAGE.width - 62 } as const;
const TOP = 74;
const BOTTOM = PAGE.height - 72;
/** So many lines are written before anything else may run. */
const AT_ONCE = 40;

/** What a paper says on every page, and what it is measured and written with. */
export interface FlowGround {
  readonly ink: Ink;
  readonly width: (text: string, type: Type) => number;
  readonly hasLetter: (codePoint: number) => boolean;
  /** Lets others run, and waits until what was written has gone out. @throws when nobody wants the paper any more */
  readonly breathe: () => Promise<void>;
  /** Head of every page but the first, and foot of every page. */
  readonly edges: { readonly head: string; readonly foot: string };
  /** What the pass before found out; null in the first one. */
  readonly known: Known | null;
}

/** Where everything stands. */
export interface Known {
  readonly pages: number;
  readonly marks: ReadonlyMap<string, number>;
}

/** How one text is written. */
export interface Setting {
  readonly type?: Type;
  readonly grey?: boolean;
  /** Left and right edge, points; the wide column where not said. */
  readonly from?: number;
  readonly to?: number;
  /** So much must stand below it on the same page as its end, points. */
  readonly after?: number;
}

/** What is written: a text in the weight of its type, or stretches of it in weights of their own. */
export type Said = string | readonly Run[];

/** A line as it is written. */
type Line = readonly Run[];

/** One cell of a row of a table. */
export interface Cell extends Setting {
  readonly text: Said;
  /** It is the head of its row. */
  readonly head?: boolean;
}

/**
 * Writes a paper from top to bottom, page after page. It is run twice with the same words: once to find out where
 * everything stands, once to write it, so that nothing but the page that is open is kept.
 */
export class Flow {
  readonly ground: FlowGround;
  readonly #marks = new Map<string, number>();
  #page = 0;
  #y = 0;
  #written = 0;

  constructor(ground: FlowGround) {
    this.ground = ground;
    this.turn();
  }

  get known(): Known {
    return { pages: this.#page, marks: this.#marks };
  }

  /** Begins a new page. */
  turn(): void {
    const { ink, edges, known } = this.ground;
    ink.page();
    this.#page += 1;
    this.#y = TOP;
    ink.beside(() => {
      if (this.#page > 1) {
        ink.line(this.#fit(edges.head), { x: COLUMNS.left, y: 46 }, types.edge, true);
        ink.rule({ x: COLUMNS.left, y: 53 }, { x: COLUMNS.right, y: 53 });
      }
      const foot = PAGE.height - 42;
      ink.rule({ x: COLUMNS.left, y: foot - 14 }, { x: COLUMNS.right, y: foot - 14 });
      ink.line(this.#fit(edges.foot), { x: COLUMNS.left, y: foot }, types.edge, true);
      const number = `${this.#page} of ${known?.pages ?? 0}`;
      const x = COLUMNS.right - this.ground.width(number, types.edge);
      ink.line(number, { x, y: foot }, types.edge);
    });
  }

  /** Everything until `close` belongs to a part. */
  open(tag: Tag): void {
    this.ground.ink.open(tag);
  }

  close(): void {
    this.ground.ink.close();
  }

  /** Begins a new page where so much would not fit on this one. @param height points */
  need(height: number): void {
    if (this.#y + height > BOTTOM && this.#y > TOP) this.turn();
  }

  /** Leaves room, but not at the top of a page. @param height points */
  gap(height: number): void {
    if (this.#y > TOP) this.#y += height;
  }

  /** A place in the list of contents that readers show beside the pages. */
  bookmark(title: string): void {
    this.ground.ink.bookmark(title);
  }

  /** Remembers on which page this stands. */
  mark(name: string): void {
    this.#marks.set(name, this.#page);
  }

  /** The page of a mark, which may come later. */
  pageOf(name: string): number {
    return this.ground.known?.marks.get(name) ?? 0;
  }

  /** A heading, never at the foot of a page. @param after of what must follow it on the same page, points */
  heading(
    tag: 'H1' | 'H2' | 'H3',
    text: string,
    { type = types.section, from = COLUMNS.left, after = 46 }: Setting = {},
  ): void {
    const lines = this.#broken(text, { type, from });
    this.need(lines.length * type.leading + after);
    this.#put(tag, lines, { type, from });
  }

  /** A text of any length; never one line alone at the head or foot of a page. */
  async text(tag: Tag, text: Said, setting: Setting = {}): Promise<void> {
    const lines = this.#broken(text, setting);
    const part = this.ground.ink.part(tag);
    let left = lines;
    while (left.length > 0) {
      const count = this.#fitting(left.length, setting);
      if (count === 0) this.turn();
      else this.#write(part, left.slice(0, count), setting);
      left = left.slice(count);
      await this.#pause(count);
    }
    part.end();
  }

  /** A row of a table. It goes on on the next page where it does not fit. */
  row(tag: 'TH' | 'TD', cells: readonly Cell[]): void {
    const { ink } = this.ground;
    ink.open('TR');
    const open = cells.map((cell) => ({
      cell,
      lines: this.#broken(cell.text, cell),
      part: cellPart(ink, tag, cell),
    }));
    const leading = Math.max(...cells.map(({ type = types.text }) => type.leading));
    const most = Math.max(...open.map(({ lines }) => lines.length));
    this.need(Math.min(most, 3) * leading);
    for (let from = 0; from < most; ) {
      this.need(leading);
      const count = Math.floor((BOTTOM - this.#y + 0.01) / leading);
      const y = this.#y;
      for (const { cell, lines, part } of open) {
        const some = lines.slice(from, from + count);
        if (some.length > 0) this.#write(part, some, cell);
        this.#y = y;
      }
      from += count;
      this.#y += Math.min(count, most - from + count) * leading;
    }
    for (const { part } of open) part.end();
    ink.close();
  }

  /** What is short and stands beside something else: the place where the text goes on does not move. */
  labels(lines: readonly { line: string; type: Type }[], from: number): void {
    if (lines.length === 0) return;
    const y = this.#y;
    const part = this.ground.ink.part('Lbl');
    for (const { line, type } of lines)
      this.#write(part, [[{ text: line, weight: type.weight }]], { type, from });
    part.end();
    this.#y = y;
  }

  /** Moves below what stands beside, where the page is still the same. @param page, y from before @param height points */
  below(before: { page: number; y: number }, height: number): void {
    if (before.page === this.#page) this.#y = Math.max(this.#y, before.y + height);
  }

  get place(): { page: number; y: number } {
    return { page: this.#page, y: this.#y };
  }

  /** A text as lines of its column. */
  lines(text: string, { type = types.text, from = COLUMNS.main, to = COLUMNS.right }: Setting): string[] {
    const written = printable(text, this.ground.hasLetter);
    return breakLines(written, to - from, (some) => this.ground.width(some, type));
  }

  /** How high a text stands, points. */
  height(text: Said, setting: Setting): number {
    return this.#broken(text, setting).length * (setting.type ?? types.text).leading;
  }

  /** A line beside what was written since this place, where the page is still the same. @param x points */
  bar(since: { page: number; y: number }, x: number): void {
    if (since.page !== this.#page) return;
    const { ink } = this.ground;
    const y = this.#y;
    ink.beside(() => ink.rule({ x, y: since.y }, { x, y }, true));
  }

  /** A thin line across the page. */
  rule(strong = false): void {
    const { ink } = this.ground;
    const y = this.#y;
    ink.beside(() => ink.rule({ x: COLUMNS.left, y }, { x: COLUMNS.right, y }, strong));
  }

  /** A drawing of its own height. @param draw writes it; y is its upper edge */
  figure(height: number, alt: string, draw: (y: number) => void): void {
    this.need(height);
    const part = this.ground.ink.part('Figure', { alt });
    part.write(() => draw(this.#y));
    part.end();
    this.#y += height;
  }

  shapes(all: readonly Shape[], at: { x: number; y: number }, scale: number): void {
    this.ground.ink.shapes(all, at, scale);
  }

  /** A picture with words for whoever does not see it. @param from left edge, points */
  picture(bytes: Buffer, alt: string, size: ImageSize, from: number): void {
    this.figure(size.height, alt, (y) => this.ground.ink.image(bytes, { x: from, y }, size));
  }

  /** One line in the middle of a place, without a part of its own. */
  centred(text: string, at: { x: number; y: number }, type: Type): void {
    this.ground.ink.line(text, { x: at.x - this.ground.width(text, type) / 2, y: at.y }, type);
  }

  async #pause(lines: number): Promise<void> {
    this.#written += lines;
    if (this.#written < AT_ONCE) return;
    this.#written = 0;
    await this.ground.breathe();
  }

  /** How many of so many lines go on this page: all, or so many that at least two stand on either side. */
  #fitting(count: number, { type = types.text, after = 0 }: Setting): number {
    const left = BOTTOM - this.#y + 0.01;
    const room = Math.max(0, Math.floor(left / type.leading));
    if (room >= count && left - count * type.leading >= after) return Math.min(count, AT_ONCE);
    const most = Math.min(room, count - 2, AT_ONCE);
    return most < 2 && this.#y > TOP ? 0 : Math.max(1, most);
  }

  #broken(text: Said, setting: Setting): Line[] {
    const { type = types.text, from = COLUMNS.main, to = COLUMNS.right } = setting;
    if (typeof text === 'string')
      return this.lines(text, setting).map((line) => [{ text: line, weight: type.weight }]);
    const written = text.map((run) => ({ ...run, text: printable(run.text, this.ground.hasLetter) }));
    return breakRuns(written, to - from, ({ text: some, weight }) =>
      this.ground.width(some, { ...type, weight }),
    );
  }

  #put(tag: Tag, lines: readonly Line[], setting: Setting): void {
    const part = this.ground.ink.part(tag);
    this.#write(part, lines, setting);
    part.end();
  }

  #write(part: Part, lines: readonly Line[], setting: Setting): void {
    const { type = types.text, from = COLUMNS.main, grey = false } = setting;
    part.write(() => {
      for (const line of lines) {
        const y = this.#y + type.leading * 0.74;
        let x = from;
        for (const { text, weight } of line) {
          this.ground.ink.line(text, { x, y }, { ...type, weight }, grey);
          x += this.ground.width(text, { ...type, weight });
        }
        this.#y += type.leading;
      }
    });
  }

  /** As much of a line as the head or foot of a page has room for. */
  #fit(text: string): string {
    const [first = '', ...more] = breakLines(
      printable(text, this.ground.hasLetter),
      COLUMNS.right - COLUMNS.left - 60,
      (some) => this.ground.width(some, types.edge),
    );
    return more.length === 0 ? first : `${first} …`;
  }
}

function cellPart(ink: Ink, tag: 'TH' | 'TD', { head = false }: Cell): Part {
  if (tag === 'TH') return ink.part('TH', { scope: 'Column' });
  return head ? ink.part('TH', { scope: 'Row' }) : ink.part('TD');
}
