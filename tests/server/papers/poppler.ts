import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PDF as poppler reads it: another program than the one that wrote it. */
export interface ReadPdf {
  /** `pdfinfo`: "Title" → … */
  readonly info: ReadonlyMap<string, string>;
  /** The text of each page, in the order in which it is read aloud. */
  readonly pages: readonly string[];
  /** The tags of its structure, in order: "Document", "H1" … */
  readonly tags: readonly string[];
  /** The words of its structure. */
  readonly structure: string;
  readonly fonts: string;
  /** What poppler complained of. */
  readonly complaints: string;
}

/** @throws when poppler-utils is not here (tools/ensure/machine.mjs says how to get it) */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'heed-paper-'));
  const file = join(folder, 'paper.pdf');
  try {
    await writeFile(file, bytes);
    const most = { maxBuffer: 256 * 1024 * 1024 };
    const info = await run('pdfinfo', [file], most);
    const text = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], most);
    const structure = await run('pdfinfo', ['-struct-text', file], most);
    const fonts = await run('pdffonts', [file], most);
    return {
      info: new Map(info.stdout.split('\n').map((line): [string, string] => pairOf(line))),
      pages: text.stdout.split('\f').slice(0, -1),
      tags: structure.stdout
        .split('\n')
        .flatMap((line) => /^ *([A-Z][A-Za-z0-9]*)(?: |$)/.exec(line)?.[1] ?? []),
      structure: structure.stdout,
      fonts: fonts.stdout,
      complaints: [info, text, structure, fonts].map(({ stderr }) => stderr).join(''),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function pairOf(line: string): [string, string] {
  const at = line.indexOf(':');
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** The text of a whole paper on one line, so that where its lines end plays no part. */
export function flat(pages: readonly string[]): string {
  return pages.join(' ').replace(/\s+/g, ' ');
}
