import type { Progress } from '../../../protocol/intake';
import type { Reader } from '../../storage/database';
import type { AddendaRow } from '../../storage/rows/addenda';
import type { EnvelopeRow } from '../../storage/rows/records';
import { toldOf } from './told';

type Added = Pick<AddendaRow, 'envelope_id' | 'received_at' | 'told' | 'opened_at'> & {
  readonly concern_id: string;
  readonly joined_at: string;
  readonly about_staff: number;
};

/**
 * How far additions have come that stand in their records, by the envelope's id: received, how many were told of it, and
 * opened since. How the record itself goes on stands at the record.
 */
export async function readAdded(
  reader: Reader,
  schoolId: string,
  envelopes: readonly Pick<EnvelopeRow, 'envelope_id' | 'kind' | 'verdict'>[],
): Promise<ReadonlyMap<string, Progress['steps']>> {
  const ids = envelopes.flatMap(({ envelope_id, kind, verdict }) =>
    kind === 'addendum' && verdict === 'recorded' ? envelope_id : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await reader('addenda as a')
    .join('concerns as c', (on) => on.on('c.school_id', 'a.school_id').andOn('c.id', 'a.concern_id'))
    .where({ 'a.school_id': schoolId })
    .whereIn('a.envelope_id', ids)
    .select<Added[]>('a.*', 'c.about_staff');
  const told = await Promise.all(rows.map((row) => findTold(reader, schoolId, row)));
  return new Map(rows.map((row, at) => [row.envelope_id, stepsOf(row, told[at] ?? [])]));
}

/** When a channel accepted what each of these people was told of it; ISO. */
async function findTold(reader: Reader, schoolId: string, row: Added): Promise<string[]> {
  const alerts = await reader('alerts')
    .where({ school_id: schoolId, concern_id: row.concern_id })
    .whereIn('staff_id', toldOf(row.told))
    .pluck<string[]>('id');
  const sent = await reader('messages')
    .where({ school_id: schoolId, template: 'addition', state: 'sent' })
    .whereIn('alert_id', alerts)
    .where('created_at', '>=', row.joined_at)
    .select('staff_id', 'sent_at');
  const first = new Map<string, string>();
  for (const { staff_id, sent_at } of sent) {
    if (staff_id === null || sent_at === null) continue;
    const before = first.get(staff_id);
    if (before === undefined || sent_at < before) first.set(staff_id, sent_at);
  }
  return [...first.values()].sort();
}

function stepsOf({ received_at, opened_at, about_staff }: Added, told: readonly string[]): Progress['steps'] {
  const steps: Progress['steps'] = [{ step: 'received', at: received_at }];
  if (told[0] !== undefined) steps.push({ step: 'alerted', at: told[0], count: told.length });
  if (opened_at !== null)
    steps.push({ step: about_staff === 1 ? 'opened-by-named' : 'opened', at: opened_at });
  return steps;
}
