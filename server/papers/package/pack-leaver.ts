import type { Readable } from 'node:stream';
import type { packLeaving } from '../../../protocol/leaving';
import type { BodyOf } from '../../../protocol/endpoint';
import type { StaffActor } from '../../access/actor';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import { endingOf } from '../../files/endings';
import { giveOut } from '../../files/give-out';
import type { Ground } from '../../ground';
import { CSV_BEGIN, csvLine } from '../../http/csv-line';
import { problem } from '../../http/problem';
import { findKept } from '../../matters/find-pupil';
import { findShown } from '../../matters/leaving';
import { noteMade } from '../../matters/note-leaving';
import { printChronology, type PrintedChronology } from '../chronology/print-chronology';
import { notePaperFault } from '../paper-faults';
import { stillReading } from '../press';
import { paperWords } from '../words';
import { gatherFiles, mustStillGo, whyLeftOut, type PackedFile } from './gather-files';
import { Package, type Entry } from './zip';

/**
 * The file of a pupil who has left as one package: chronology, files, manifest. Which records and files it holds is in the
 * audit before its first byte leaves; that it was made stands with the task once its last byte was made.
 * @throws problem 'not-found' where nothing is to be handed on
 */
export async function packLeaver(
  ground: Ground,
  viewer: StaffActor,
  pupilId: string,
  { packageId, code, names }: BodyOf<typeof packLeaving>,
): Promise<Readable> {
  const found = await findKept(ground, viewer, pupilId);
  const shown = await findShown(ground, viewer, found);
  if (!shown || shown.task.done_at !== null) throw problem('not-found');
  const at = timeStamp(ground.clock);
  const files = await gatherFiles(ground, viewer, found);
  await noteBegun(ground, viewer, pupilId, { at, task: shown.task.id, files });
  const query = { order: 'oldest', names } as const;
  const beside = files.map(({ file }) => file.file_id);
  const paper = await printChronology(ground, viewer, pupilId, query, beside);
  const zip = new Package(code);
  fill(ground, viewer, zip, { pupilId, paper, files })
    .then((made) => noteMade(ground, viewer, pupilId, { ...made, packageId, at }))
    .catch((fault: unknown) => {
      paper.stream.destroy();
      zip.readable.destroy();
      notePaperFault(ground, fault);
    });
  return zip.readable;
}

/** Every file that is opened stands in the audit, also where the package is broken off (access.md, reads). */
async function noteBegun(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  pupilId: string,
  { at, task, files }: { at: string; task: string; files: readonly PackedFile[] },
): Promise<void> {
  const going = files.filter((one) => whyLeftOut(ground, one) === null);
  const facts = {
    task,
    files: going.map(({ file }) => file.file_id),
    concerns: [...new Set(going.flatMap(({ concernId }) => concernId ?? []))],
  };
  const object = `pupil:${pupilId}`;
  await ground.database.write((trx) =>
    appendAudit(trx, { schoolId, at, actor: staffId, what: 'leaver.package-begun', object, facts }),
  );
}

async function fill(
  ground: Ground,
  viewer: StaffActor,
  zip: Package,
  { pupilId, paper, files }: { pupilId: string; paper: PrintedChronology; files: readonly PackedFile[] },
): Promise<{ size: number; sha256: string; left: number }> {
  const { packed: words } = paperWords;
  const lines = [
    csvLine(words.columns),
    lineOf(await zip.add('chronology.pdf', paper.stream), words.chronology, ''),
  ];
  ground.faultPoint('package-under-way');
  let left = 0;
  for (const [at, one] of files.entries()) {
    const why = whyLeftOut(ground, one);
    const name = paper.fileNamed({ ...one.file, name: one.name, fileId: one.file.file_id });
    if (why !== null) {
      left += 1;
      lines.push(csvLine(['', name, `${one.from}. ${why}`, '', '']));
      continue;
    }
    // Whoever lost full access meanwhile takes no further file along.
    await mustStillGo(ground, await stillReading(ground, viewer), pupilId, one);
    const number = String(at + 1).padStart(3, '0');
    // No name of a child stands where the code is not needed.
    const path = `files/${number}.${endingOf(one.file.type) ?? 'bin'}`;
    const { stream } = giveOut(ground, viewer.schoolId, one.file, one.name);
    lines.push(lineOf(await zip.add(path, stream), one.from, name));
  }
  await zip.add('manifest.csv', once(CSV_BEGIN + lines.join('')));
  await zip.add('read-me.txt', once(words.readMe));
  return { ...(await zip.close()), left };
}

const lineOf = ({ path, size, sha256 }: Entry, from: string, name: string) =>
  csvLine([path, name, from, String(size), sha256]);

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, 'utf8'));
}
