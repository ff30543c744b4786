import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { HelpFile, Sheet } from '../../../protocol/help-sheets';
import type { Clock } from '../../clock';
import { problem } from '../../http/problem';
import { paperStream } from '../sheet/write-paper';
import { paperWords } from '../words';
import { writeSheet } from './write-sheet';

const { help: own } = paperWords;

/** Help sheets as papers: each is made when somebody first wants it, and kept, since it says the same to everybody. */
export class HelpPress {
  readonly #file: string;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Promise<Buffer>>();
  #sheets: Promise<readonly Sheet[]> | null = null;

  /** @param clientFolder the built client, with the sheets that its pages show */
  constructor(clientFolder: string, clock: Clock) {
    this.#file = join(clientFolder, 'help/sheets.json');
    this.#clock = clock;
  }

  /** The bytes of its PDF. @throws problem 'not-found' where there is no such sheet */
  async print(id: string): Promise<Buffer> {
    const sheet = (await this.#read()).find((one) => one.id === id);
    if (!sheet) throw problem('not-found');
    const kept = this.#kept.get(id) ?? this.#make(sheet);
    this.#kept.set(id, kept);
    return kept;
  }

  /** A fault is not kept: the next one may try again. */
  #make(sheet: Sheet): Promise<Buffer> {
    return madeOf(sheet, new Date(this.#clock.now())).catch((fault: unknown) => {
      this.#kept.delete(sheet.id);
      throw fault;
    });
  }

  #read(): Promise<readonly Sheet[]> {
    this.#sheets ??= readFile(this.#file, 'utf8')
      .then((text) => (JSON.parse(text) as HelpFile).sheets)
      // A server without a built client has no help either.
      .catch(() => ((this.#sheets = null), []));
    return this.#sheets;
  }
}

async function madeOf(sheet: Sheet, made: Date): Promise<Buffer> {
  const faults: unknown[] = [];
  const stream: Readable = paperStream(
    {
      title: sheet.title,
      school: own.author,
      made,
      edges: { head: own.head(sheet.title), foot: own.foot },
      goesOn: () => Promise.resolve(true),
      write: (flow) => writeSheet(flow, sheet),
    },
    (fault) => faults.push(fault),
  );
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  } catch (fault) {
    throw faults[0] ?? fault;
  }
  return Buffer.concat(chunks);
}
