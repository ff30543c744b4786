import type { Readable } from 'node:stream';
import type { packLeaving } from '../../../protocol/leaving';
import type { BodyOf } from '../../../protocol/endpoint';
import type { StaffActor } from '../../access/actor';
import { giveOut } from '../../files/give-out';
import type { Ground } from '../../ground';
import { CSV_BEGIN, csvLine } from '../../http/csv-line';
import { problem } from '../../http/problem';
import { findKept } from '../../matters/find-pupil';
import { findLeaving } from '../../matters/leaving';
import { noteMade } from '../../matters/note-leaving';
import { printChronology } from '../chronology/print-chronology';
import { notePaperFault } from '../paper-faults';
import { stillReading } from '../press';
import { paperWords } from '../words';
import { gatherFiles, whyLeftOut, type PackedFile } from './gather-files';
import { Package, type Entry } from './zip';

/** Letters of a path: no name of a child stands where the code is not needed. */
const EXTENSIONS: Readonly<Partial<Record<string, string>>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'text/plain': 'txt',
};

/**
 * The file of a pupil who has left as one package: chronology, files, manifest. That it was made stands with the task once
 * its last byte was made; that its parts were printed and opened is in the audit before.
 * @throws problem 'not-found' where nothing is to be handed on
 */
export async function packLeaver(
  ground: Ground,
  viewer: StaffActor,
  pupilId: string,
  { code, names }: BodyOf<typeof packLeaving>,
): Promise<Readable> {
  const found = await findKept(ground, viewer, pupilId);
  const task = await findLeaving(ground.database.read, viewer.schoolId, pupilId);
  if (!task || task.done_at !== null) throw problem('not-found');
  const query = { order: 'oldest', names } as const;
  const paper = await printChronology(ground, viewer, pupilId, query);
  const files = await gatherFiles(ground, viewer, found);
  const zip = new Package(code);
  fill(ground, viewer, zip, { paper: paper.stream, files })
    .then((made) => noteMade(ground, viewer, pupilId, made))
    .catch((fault: unknown) => {
      paper.stream.destroy();
      zip.readable.destroy();
      notePaperFault(ground, fault);
    });
  return zip.readable;
}

async function fill(
  ground: Ground,
  viewer: StaffActor,
  zip: Package,
  { paper, files }: { paper: Readable; files: readonly PackedFile[] },
): Promise<{ size: number; sha256: string }> {
  const { packed: words } = paperWords;
  const lines = [
    csvLine(words.columns),
    lineOf(await zip.add('chronology.pdf', paper), words.chronology, ''),
  ];
  for (const [at, one] of files.entries()) {
    const why = whyLeftOut(ground, one);
    if (why !== null) {
      lines.push(csvLine(['', one.name, `${one.from}. ${why}`, '', '']));
      continue;
    }
    // Whoever lost full access meanwhile takes no further file along.
    await stillReading(ground, viewer);
    const number = String(at + 1).padStart(3, '0');
    const path = `files/${number}.${EXTENSIONS[one.file.type ?? ''] ?? 'bin'}`;
    const { stream } = giveOut(ground, viewer.schoolId, one.file, one.name);
    lines.push(lineOf(await zip.add(path, stream), one.from, one.name));
  }
  await zip.add('manifest.csv', once(CSV_BEGIN + lines.join('')));
  await zip.add('read-me.txt', once(words.readMe));
  return zip.close();
}

const lineOf = ({ path, size, sha256 }: Entry, from: string, name: string) =>
  csvLine([path, name, from, String(size), sha256]);

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, 'utf8'));
}
