import type { Readable } from 'node:stream';
import type { Concern } from '../../../protocol/concerns';
import type { ConcernPrintedQuery as PrintedQuery } from '../../../protocol/papers';
import { paperRefusals } from '../../../protocol/words/refusals/concerns';
import type { StaffActor } from '../../access/actor';
import { mayReadConcern } from '../../access/concern';
import { presentConcern } from '../../concerns/present';
import { loadFor } from '../../concerns/read-concern';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { notePaperFault } from '../paper-faults';
import { beginPrinting, edgesOf, fileName, stillReading } from '../press';
import { describedOf } from '../redact/read-described';
import { readNameBook } from '../redact/read-names';
import { redactConcern } from '../redact/redact-concern';
import { Redactor } from '../redact/redactor';
import { paperStream } from '../sheet/write-paper';
import { paperWords } from '../words';
import { writeConcern } from './write-concern';

/**
 * One concern as a PDF, as far as this person may see it.
 * @param query from whose page it was opened: that pupil stands first; and whether every other one is a letter
 * @throws problem 'not-found', 'not-valid' where letters are asked for and it is about no such pupil whom this person sees
 */
export async function printConcern(
  ground: Ground,
  viewer: StaffActor,
  id: string,
  query: PrintedQuery,
): Promise<{ stream: Readable; name: string }> {
  const { pupil: pupilId, names } = query;
  const { loaded, restrictions } = await loadFor(ground, viewer, id, 'concern.read');
  const because = mayReadConcern(viewer, loaded.facts, restrictions) ?? 'none';
  const shown = await presentConcern(ground, viewer, loaded, restrictions);
  const own = names === 'letters' ? keeperOf(shown, pupilId) : null;
  const press = await beginPrinting(ground, viewer, {
    what: 'concern.printed',
    object: `concern:${id}`,
    facts: { because, ...(own === null ? {} : { names, pupil: own }) },
  });
  const concern =
    own === null
      ? shown
      : redactConcern(
          shown,
          new Redactor(await readNameBook(ground, viewer.schoolId, own), own),
          describedOf(ground, viewer.schoolId, loaded),
        );
  const title = paperWords.concern.titleOf(concern.reference);
  const stream = paperStream(
    {
      title,
      school: press.school.name,
      made: new Date(press.at),
      edges: edgesOf(press, own === null ? title : `${title}. ${paperWords.lettersHead}`),
      goesOn: async () => (await stillReading(ground, viewer)).elevated,
      write: (flow) =>
        writeConcern(flow, concern, press, { pupilId: pupilId ?? null, letters: own !== null }),
    },
    (fault) => notePaperFault(ground, fault),
  );
  return { stream, name: fileName(own === null ? 'concern' : 'concern-letters', press) };
}

/** The pupil whose name stays: one whom this person sees in it. @throws problem 'not-valid' */
function keeperOf({ pupils }: Concern, pupilId: string | undefined): string {
  if (pupilId !== undefined && pupils.some((one) => one.pupilId === pupilId)) return pupilId;
  throw problem('not-valid', { field: 'query.pupil', title: paperRefusals.forWhom });
}
