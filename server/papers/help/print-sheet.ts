import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { picturesOf, type HelpFile, type Sheet } from '../../../protocol/help-sheets';
import type { Clock } from '../../clock';
import { problem } from '../../http/problem';
import { paperStream } from '../sheet/write-paper';
import { paperWords } from '../words';
import { writeSheet } from './write-sheet';

const { help: own } = paperWords;

/** Help sheets as papers: each is made when somebody first wants it, and kept, since it says the same to everybody. */
export class HelpPress {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Promise<Buffer>>();
  #sheets: Promise<readonly Sheet[]> | null = null;

  /** @param clientFolder the built client, with the sheets that its pages show */
  constructor(clientFolder: string, clock: Clock) {
    this.#folder = join(clientFolder, 'help');
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
    return this.#madeOf(sheet).catch((fault: unknown) => {
      this.#kept.delete(sheet.id);
      throw fault;
    });
  }

  async #madeOf(sheet: Sheet): Promise<Buffer> {
    const pictures = await readPictures(join(this.#folder, 'pictures'), sheet);
    return madeOf(sheet, pictures, new Date(this.#clock.now()));
  }

  #read(): Promise<readonly Sheet[]> {
    this.#sheets ??= readFile(join(this.#folder, 'sheets.json'), 'utf8')
      .then((text) => (JSON.parse(text) as HelpFile).sheets)
      // A server without a built client has no help either.
      .catch(() => ((this.#sheets = null), []));
    return this.#sheets;
  }
}

/** The bytes of a sheet's pictures by file; one that is not to be had is left out. */
async function readPictures(folder: string, { blocks }: Sheet): Promise<Map<string, Buffer>> {
  const read = new Map<string, Buffer>();
  for (const { file } of picturesOf(blocks)) {
    const bytes = await readFile(join(folder, file)).catch(() => null);
    if (bytes) read.set(file, bytes);
  }
  return read;
}

type Pictures = ReadonlyMap<string, Buffer>;

async function madeOf(sheet: Sheet, pictures: Pictures, made: Date): Promise<Buffer> {
  const faults: unknown[] = [];
  const stream: Readable = paperStream(
    {
      title: sheet.title,
      school: own.author,
      made,
      edges: { head: own.head(sheet.title), foot: own.foot },
      goesOn: () => Promise.resolve(true),
      write: (flow) => writeSheet(flow, sheet, pictures),
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
