import type { Readable } from 'node:stream';
import type { StaffActor } from '../../access/actor';
import { mayReadConcern } from '../../access/concern';
import { presentConcern } from '../../concerns/present';
import { loadFor } from '../../concerns/read-concern';
import type { Ground } from '../../ground';
import { notePaperFault } from '../paper-faults';
import { beginPrinting, edgesOf, fileName, stillReading } from '../press';
import { paperStream } from '../sheet/write-paper';
import { paperWords } from '../words';
import { writeConcern } from './write-concern';

/**
 * One concern as a PDF, as far as this person may see it.
 * @param pupilId from whose page it was opened: that pupil stands first
 * @throws problem 'not-found'
 */
export async function printConcern(
  ground: Ground,
  viewer: StaffActor,
  id: string,
  pupilId: string | null,
): Promise<{ stream: Readable; name: string }> {
  const { loaded, restrictions } = await loadFor(ground, viewer, id, 'concern.read');
  const because = mayReadConcern(viewer, loaded.facts, restrictions) ?? 'none';
  const press = await beginPrinting(ground, viewer, {
    what: 'concern.printed',
    object: `concern:${id}`,
    facts: { because },
  });
  const concern = await presentConcern(ground, viewer, loaded, restrictions);
  const title = paperWords.concern.titleOf(concern.reference);
  const stream = paperStream(
    {
      title,
      school: press.school.name,
      made: new Date(press.at),
      edges: edgesOf(press, title),
      goesOn: async () => (await stillReading(ground, viewer)).elevated,
      write: (flow) => writeConcern(flow, concern, press, pupilId),
    },
    (fault) => notePaperFault(ground, fault),
  );
  return { stream, name: fileName('concern', press) };
}
