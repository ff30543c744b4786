import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { uuidv7 } from '../../../protocol/identifiers';
import { pupilChanges } from '../../../server/pupils/pupil-changes';
import type { ChangeStep } from '../../../server/school/apply-change';
import type { AmirasYear } from '../chronology/amiras-year';

/** A step of the office at a time: as the one door for changes takes it (server/oversight). */
export function stepAt(
  year: Pick<AmirasYear, 'house'>,
  now: number,
  deed: (step: ChangeStep) => Promise<unknown>,
) {
  const { ground, schoolId } = year.house;
  const clock = { ...ground.clock, now: () => now };
  return ground.database.write((trx) =>
    deed({
      trx,
      ground: { ...ground, clock },
      schoolId,
      at: new Date(now).toISOString(),
      staffId: uuidv7(now),
      newId: () => uuidv7(now),
    }),
  );
}

export function leave(
  year: Pick<AmirasYear, 'house'>,
  pupilIds: string[],
  on: string,
  now = year.house.clock.now(),
) {
  return stepAt(year, now, (step) =>
    pupilChanges['pupil.leave'](step, {
      kind: 'pupil.leave',
      pupilIds,
      on,
      destination: 'Millbrook Juniors',
    }),
  );
}

/** Entries of a package by their paths, opened with a code. */
export async function unpack(bytes: Uint8Array, password: string) {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])), {
    password,
    useWebWorkers: false,
  });
  const entries = (await reader.getEntries()) as FileEntry[];
  return new Map(entries.map((entry) => [entry.filename, entry]));
}
