import { Readable } from 'node:stream';
import { Flow, type FlowGround, type Known } from './flow';
import { dryInk } from './ink';
import { PdfInk, type PaperFacts } from './pdf-ink';

/** So many bytes may wait for whoever reads them, where nothing else is said. */
const WAITING = 256 * 1024;

/** A paper: what it is called, what stands on its edges, and what writes it. */
export interface Paper extends PaperFacts {
  readonly edges: FlowGround['edges'];
  /** Writes everything that it says; run twice, and says the same both times. */
  readonly write: (flow: Flow) => Promise<void>;
  /** Whether whoever asked may still have it. */
  readonly goesOn: () => Promise<boolean>;
}

/**
 * A paper as the bytes of a PDF, made while they are read: never more than a page and what waits is kept, others run
 * between, and it stops when nobody reads any more.
 * @param failed is told of a fault that was not the reader's; the stream then ends in the middle
 * @param waiting so many bytes wait for whoever reads them
 */
export function paperStream(paper: Paper, failed: (fault: unknown) => void, waiting = WAITING): Readable {
  const stream = new PaperStream(waiting);
  stream.run(paper).catch((fault: unknown) => {
    if (!stream.destroyed && !(fault instanceof Unwanted)) failed(fault);
    stream.destroy();
  });
  return stream;
}

/** Nobody reads the paper any more, or may. */
class Unwanted extends Error {}

class PaperStream extends Readable {
  #wake: () => void = () => undefined;

  constructor(waiting: number) {
    super({ highWaterMark: waiting });
  }

  async run(paper: Paper): Promise<void> {
    const ink = new PdfInk(paper);
    ink.document.on('data', (chunk: Buffer) => this.push(chunk));
    ink.document.on('end', () => this.push(null));
    const pass = async (on: Pick<FlowGround, 'ink' | 'known'>): Promise<Known> => {
      const flow = new Flow({
        ...on,
        width: (text, type) => ink.width(text, type),
        hasLetter: ink.hasLetter,
        breathe: () => this.#breathe(),
        edges: paper.edges,
      });
      await paper.write(flow);
      return flow.known;
    };
    const known = await pass({ ink: dryInk, known: null });
    if (!(await paper.goesOn())) throw new Unwanted();
    const written = await pass({ ink, known });
    // Something that it says has changed meanwhile: then its page numbers would be wrong.
    if (written.pages !== known.pages) throw new Error('a paper changed while it was written');
    ink.end();
  }

  override _read(): void {
    this.#wake();
  }

  override _destroy(fault: Error | null, done: (fault: Error | null) => void): void {
    this.#wake();
    done(fault);
  }

  async #breathe(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (!this.destroyed && this.readableLength >= this.readableHighWaterMark)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.destroyed) throw new Unwanted();
  }
}
