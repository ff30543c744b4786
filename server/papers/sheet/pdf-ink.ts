import PDFDocument from 'pdfkit';
import { locale } from '../../../protocol/words/language';
import { fontBytes, shapingOf, type Shaping, type Type, type Weight } from './fonts';
import type { At, ImageSize, Ink, Part, Shape, Tag } from './ink';

/** A4, points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** So many words are kept as they were set; then all are forgotten, so that a long paper does not fill the memory. */
const WORDS_KEPT = 12_000;

const FONTS = (['text', 'strong'] as const).flatMap((weight) =>
  (['shaped', 'plain'] as const).map((shaping) => ({ name: `${weight} ${shaping}`, weight, shaping })),
);

const BLACK = '#000000';
const GREY = '#444444';

/** What a reader shows of a paper as a whole. */
export interface PaperFacts {
  readonly title: string;
  readonly school: string;
  readonly made: Date;
}

/** Writes a tagged PDF 1.7 (docs/specs/pdf.md). Its bytes come as the stream's data. */
export class PdfInk implements Ink {
  readonly document: PDFKit.PDFDocument;
  readonly #parts: PDFKit.PDFStructureElement[] = [];
  readonly #widths = new Map<string, number>();

  constructor({ title, school, made }: PaperFacts) {
    this.document = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: locale,
      displayTitle: true,
      info: { Title: title, Author: school, Creator: 'Heed', Producer: 'Heed', CreationDate: made },
    });
    for (const { name, weight, shaping } of FONTS)
      this.document.registerFont(name, fontBytes(weight, shaping));
    const whole = this.document.struct('Document');
    this.document.addStructure(whole);
    this.#parts.push(whole);
  }

  /** Points. */
  width(text: string, { weight, size }: Type): number {
    const shaping = shapingOf(text, size);
    const key = `${weight} ${shaping} ${text}`;
    let known = this.#widths.get(key);
    if (known === undefined) {
      if (this.#widths.size >= WORDS_KEPT) this.#forgetWords();
      known = this.#font(weight, shaping, 1000).widthOfString(text);
      this.#widths.set(key, known);
    }
    return (known * size) / 1000;
  }

  /** Whether both weights have a letter for this code point. */
  readonly hasLetter = (codePoint: number): boolean => {
    return setterOf(this.#font('text', 'plain', 10)).font.hasGlyphForCodePoint(codePoint);
  };

  page(): void {
    this.document.addPage();
  }

  open(tag: Tag): void {
    const part = this.document.struct(tag);
    this.#parts.at(-1)?.add(part);
    this.#parts.push(part);
  }

  close(): void {
    this.#parts.pop()?.end();
  }

  part(tag: Tag, options: { alt?: string; scope?: 'Row' | 'Column' } = {}): Part {
    const element = this.document.struct(tag, options);
    this.#parts.at(-1)?.add(element);
    return {
      write: (draw) => {
        element.add(this.document.markStructureContent(tag));
        draw();
        this.document.endMarkedContent();
      },
      end: () => element.end(),
    };
  }

  beside(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.document.endMarkedContent();
  }

  line(text: string, { x, y }: At, { weight, size }: Type, grey = false): void {
    if (text === '') return;
    this.#font(weight, shapingOf(text, size), size)
      .fillColor(grey ? GREY : BLACK)
      .text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  rule(from: At, to: At, strong = false): void {
    this.document
      .moveTo(from.x, from.y)
      .lineTo(to.x, to.y)
      .lineWidth(strong ? 0.9 : 0.4)
      .strokeColor(strong ? BLACK : GREY)
      .stroke();
  }

  shapes(all: readonly Shape[], { x, y }: At, scale: number): void {
    this.document.save().translate(x, y).scale(scale).lineJoin('round').lineCap('round');
    for (const { path, filled, edge } of all) {
      const drawn = this.document.path(path).lineWidth(edge);
      if (filled) drawn.fillAndStroke('#ffffff', BLACK);
      else drawn.stroke(BLACK);
    }
    this.document.restore();
  }

  circle({ x, y }: At, radius: number): void {
    this.document.circle(x, y, radius).lineWidth(1).fillAndStroke('#ffffff', BLACK);
  }

  image(bytes: Buffer, { x, y }: At, { width, height }: ImageSize): void {
    this.document.image(bytes, x, y, { width, height });
    this.document.rect(x, y, width, height).lineWidth(0.4).strokeColor(GREY).stroke();
  }

  bookmark(title: string): void {
    this.document.outline.addItem(title);
  }

  /** Writes what belongs to the end of the file. */
  end(): void {
    while (this.#parts.length > 0) this.close();
    this.document.end();
  }

  #font(weight: Weight, shaping: Shaping, size: number): PDFKit.PDFDocument {
    return this.document.font(`${weight} ${shaping}`).fontSize(size);
  }

  #forgetWords(): void {
    this.#widths.clear();
    for (const { weight, shaping } of FONTS) {
      const setter = setterOf(this.#font(weight, shaping, 10));
      setter.layoutCache = Object.create(null) as object;
    }
  }
}

/** What pdfkit keeps of a font: not in its types, and the same in the version that is pinned. */
interface Setter {
  font: { hasGlyphForCodePoint: (codePoint: number) => boolean };
  layoutCache: object;
}

/** @throws when another pdfkit keeps its fonts otherwise: better no paper than one that fills the memory */
function setterOf(document: PDFKit.PDFDocument): Setter {
  const { _font: setter } = document as unknown as { _font?: Partial<Setter> };
  if (!setter?.font || !setter.layoutCache) throw new Error('pdfkit keeps its fonts otherwise than it did');
  return setter as Setter;
}
