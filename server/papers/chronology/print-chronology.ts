import type { Readable } from 'node:stream';
import type { PrintedQuery } from '../../../protocol/papers';
import type { StaffActor } from '../../access/actor';
import { presentPupil } from '../../chronology/read-pupil-page';
import type { Ground } from '../../ground';
import { readSchool } from '../../school/school';
import { beginPrinting, fileName, stillReading } from '../press';
import { paperStream } from '../sheet/write-paper';
import { notePaperFault } from '../paper-faults';
import { paperWords } from '../words';
import { filterWords } from './filter-words';
import { gather, readEntries } from './gather';
import { writeChronology } from './write-chronology';

/**
 * The chronology of one pupil as a PDF: what this person may read of it, in order of when it happened.
 * @throws problem 'not-found'
 */
export async function printChronology(
  ground: Ground,
  viewer: StaffActor,
  pupilId: string,
  query: PrintedQuery,
): Promise<{ stream: Readable; name: string }> {
  const { timeZone } = await readSchool(ground.database.read, ground, viewer.schoolId);
  const gathered = await gather(ground, viewer, { pupilId, query, timeZone });
  const pupil = await presentPupil(ground, viewer, gathered.found);
  const filter = await filterWords(ground, viewer.schoolId, query);
  const press = await beginPrinting(ground, viewer, {
    what: 'chronology.printed',
    object: `pupil:${pupilId}`,
    facts: {
      entries: gathered.chosen.length,
      concerns: [...new Set(gathered.chosen.map(({ entry }) => entry.concern.row.id))],
    },
  });
  const printing = { pupil, gathered, press, filter };
  const title = paperWords.chronology.titleOf(pupil.name);
  const stream = paperStream(
    {
      title,
      school: press.school.name,
      made: new Date(press.at),
      edges: {
        head: `${paperWords.confidential}. ${title}`,
        foot: paperWords.printed(press.by, press.moments.shortMoment(press.at)),
      },
      goesOn: async () => (await stillReading(ground, viewer)).elevated,
      write: (flow) =>
        writeChronology(
          flow,
          printing,
          readEntries(ground, () => stillReading(ground, viewer), gathered),
        ),
    },
    (fault) => notePaperFault(ground, fault),
  );
  return { stream, name: fileName('chronology', press) };
}
