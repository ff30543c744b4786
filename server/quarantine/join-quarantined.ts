import { quarantineRefusals } from '../../protocol/words/refusals/quarantine';
import { heedWrites as words } from '../../protocol/words/heed-writes';
import { can } from '../access/can';
import { mayStandIn } from '../access/joining';
import { openActionText } from '../concerns/action-text';
import { openBody } from '../concerns/body';
import { loadConcerns } from '../records/load-facts';
import { shareFiles } from '../files/store';
import { showAuthor } from '../concerns/people-shown';
import { problem } from '../http/problem';
import { readStaffNames } from '../school/names';
import { loadRestrictions } from '../school/load-restrictions';
import { addNote, type Decided, type Deciding } from './decide';

const NONE = quarantineRefusals.noSuchReference;
const WIDER = quarantineRefusals.moreReaders;

/**
 * Adds a record's text to another one, where it is read from then on; the record itself is kept and closed.
 * @throws problem 'not-valid' where this person may read no other record of this reference, or others could then read the text
 */
export async function joinQuarantined(deciding: Deciding, reference: string): Promise<Decided> {
  const { ground, viewer, found, at } = deciding;
  const { row } = found;
  const into = await findOther(deciding, reference);
  const body = openBody(ground, viewer.schoolId, row);
  const staff = await readStaffNames(
    deciding.trx,
    ground,
    viewer.schoolId,
    row.author_id ? [row.author_id] : [],
  );
  const { name, confirmed } = showAuthor(ground, viewer.schoolId, row, staff);
  const author = name || words.nobodyKnown;
  const who = confirmed ? author : words.notConfirmed(author);
  const more = await readAdditions(deciding);
  await addNote(
    deciding,
    into,
    words.joined(row.reference, who, [body?.text ?? words.noText, ...more].join('\n\n')),
  );
  await shareFiles(deciding.trx, ground, { schoolId: viewer.schoolId, from: row.id, into });
  return { what: 'joined', update: { joined_into: into, closed_at: at } };
}

/** What its author wrote after sending it, as it is read now. */
async function readAdditions({ trx, ground, viewer: { schoolId }, found }: Deciding): Promise<string[]> {
  const rows = await trx('concern_actions')
    .where({ school_id: schoolId, concern_id: found.row.id, kind: 'addendum' })
    .orderBy(['at', 'id'])
    .select('id', 'text', 'covers');
  return rows.flatMap((row) => openActionText(ground, schoolId, row) ?? []);
}

async function findOther({ trx, ground, viewer, found }: Deciding, reference: string): Promise<string> {
  const { schoolId } = viewer;
  const ids = await trx('concerns')
    .where({ school_id: schoolId, reference })
    .whereNot({ id: found.row.id })
    .pluck<string[]>('id');
  const restrictions = await loadRestrictions(trx, schoolId);
  const loaded = await loadConcerns(trx, ground, viewer, ids);
  const readable = [...loaded.values()].filter(({ facts, row }) => {
    const object = { kind: 'guarded-concern', concern: facts, restrictions } as const;
    return row.quarantine === null && can(viewer, 'concern.act', object);
  });
  const into = readable.find(({ facts }) => mayStandIn(found.facts, facts, restrictions));
  if (into) return into.row.id;
  throw problem('not-valid', { field: 'body.reference', title: readable.length > 0 ? WIDER : NONE });
}
