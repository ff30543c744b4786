import type { Progress } from '../../protocol/intake';
import type { DeviceActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';

interface EnvelopeRow {
  envelope_id: string;
  reference: string;
  received_at: string;
  verdict: string | null;
  concern_id: string | null;
}
interface ConcernRow {
  id: string;
  quarantine: string | null;
  taken_at: string | null;
  closed_at: string | null;
}
interface AlertRow {
  id: string;
  concern_id: string;
  created_at: string;
  opened_at: string | null;
  staff_id: string;
}

interface ToldRow {
  alert_id: string;
  sent_at: string | null;
}

/** How far a device's own envelopes have come, free of content; ids of others are answered like unknown ones. */
export async function readProgress(
  ground: Ground,
  device: DeviceActor,
  ids: readonly string[],
): Promise<Progress[]> {
  const { read } = ground.database;
  const { schoolId } = device;
  const envelopes = await read('envelopes')
    .where({ school_id: schoolId })
    .whereIn('envelope_id', ids)
    .where((own) =>
      own.where({ device_id: device.deviceId }).orWhere({ delivery_key_id: device.deliveryKeyId }),
    )
    .select<EnvelopeRow[]>('envelope_id', 'reference', 'received_at', 'verdict', 'concern_id');
  const concernIds = envelopes.flatMap((row) => row.concern_id ?? []);
  const concerns = (await read('concerns')
    .where({ school_id: schoolId })
    .whereIn('id', concernIds)) as ConcernRow[];
  const alerts = (await read('alerts')
    .where({ school_id: schoolId })
    .whereIn('concern_id', concernIds)) as AlertRow[];
  const told = await read('messages')
    .where({ school_id: schoolId, state: 'sent' })
    .whereIn(
      'alert_id',
      alerts.map((one) => one.id),
    )
    .select<ToldRow[]>('alert_id', 'sent_at');
  const leads = await read('duty_list')
    .where({ school_id: schoolId })
    .whereIn('role', ['lead', 'deputy'])
    .pluck<string[]>('staff_id');
  return envelopes.map((row) => {
    const concern = concerns.find((one) => one.id === row.concern_id);
    const own = alerts.filter((one) => one.concern_id === row.concern_id);
    return {
      envelopeId: row.envelope_id,
      reference: row.reference,
      steps: stepsOf(
        row,
        concern,
        own.map((alert) => ({ ...alert, toldAt: toldAt(alert, told) })),
        new Set(leads),
      ),
    };
  });
}

/**
 * When a person was told: a channel accepted the message, or they opened it. An alert that only lies in an inbox has
 * told nobody yet, and the author must not read otherwise (product.md section 4).
 */
function toldAt(alert: AlertRow, told: readonly ToldRow[]): string | null {
  const times = told.flatMap((one) => (one.alert_id === alert.id && one.sent_at ? one.sent_at : []));
  return [...times, ...(alert.opened_at ? [alert.opened_at] : [])].sort()[0] ?? null;
}

function stepsOf(
  row: EnvelopeRow,
  concern: ConcernRow | undefined,
  alerts: readonly (AlertRow & { toldAt: string | null })[],
  leads: ReadonlySet<string>,
): Progress['steps'] {
  const steps: Progress['steps'] = [{ step: 'received', at: row.received_at }];
  if (!concern) return steps;
  const told = alerts.flatMap((one) => one.toldAt ?? []).sort();
  if (concern.quarantine) steps.push({ step: 'being-checked', at: told[0] ?? row.received_at });
  if (told[0]) steps.push({ step: 'alerted', at: told[0], count: told.length });
  const opened = alerts
    .flatMap((one) => (leads.has(one.staff_id) && one.opened_at ? one.opened_at : []))
    .sort()[0];
  if (opened) steps.push({ step: 'opened', at: opened });
  if (concern.taken_at) steps.push({ step: 'dealt-with', at: concern.taken_at });
  if (concern.closed_at) steps.push({ step: 'closed', at: concern.closed_at });
  return steps;
}

/** Notes that a device was heard of, and how many envelopes it said are waiting on it. */
export async function noteDevice(
  ground: Ground,
  device: DeviceActor,
  waiting: number | undefined,
): Promise<void> {
  const seen = { seen_at: timeStamp(ground.clock), ...(waiting === undefined ? {} : { waiting }) };
  await ground.database.write((trx) =>
    trx('devices').where({ school_id: device.schoolId, id: device.deviceId }).update(seen),
  );
}
