import type { Progress } from '../../protocol/intake';
import type { DeviceActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readAdded } from './addenda/progress-of-added';
import { readMessagesOf, type Sent } from '../messages/held';
import type { Reader } from '../storage/database';
import type { AlertRow, ConcernRow, EnvelopeRow } from '../storage/rows/records';

/** How far a device's own envelopes have come, free of content; ids of others are answered like unknown ones. */
export async function readProgress(
  ground: Ground,
  device: DeviceActor,
  ids: readonly string[],
): Promise<Progress[]> {
  const { read } = ground.database;
  const here = { school_id: device.schoolId };
  const envelopes = await read('envelopes')
    .where(here)
    .whereIn('envelope_id', ids)
    .where((own) =>
      own.where({ device_id: device.deviceId }).orWhere({ delivery_key_id: device.deliveryKeyId }),
    )
    .select('envelope_id', 'reference', 'received_at', 'concern_id', 'kind', 'verdict', 'judged_at');
  const concernIds = envelopes.flatMap((row) => row.concern_id ?? []);
  const concerns = await read('concerns')
    .where(here)
    .whereIn('id', concernIds)
    .select('id', 'quarantine', 'about_staff', 'taken_at', 'closed_at');
  const alerts = await readAlerts(read, device.schoolId, concernIds);
  const leads = await read('duty_list').where(here).whereIn('role', ['lead', 'deputy']).pluck('staff_id');
  const added = await readAdded(read, device.schoolId, envelopes);
  return envelopes.map((row) => {
    const concern = concerns.find((one) => one.id === row.concern_id);
    const own = alerts.filter((one) => one.concern_id === row.concern_id);
    const steps =
      added.get(row.envelope_id) ?? stepsOfAction(row) ?? stepsOf(row, concern, own, new Set(leads));
    return { envelopeId: row.envelope_id, reference: row.reference, steps };
  });
}

/**
 * Of an action: that it stands in its concern, however often it came. What has become of the concern its author reads
 * there. Null for anything else, and where it became a record with a doubt.
 */
function stepsOfAction({
  kind,
  verdict,
  received_at,
  judged_at,
}: Pick<EnvelopeRow, 'kind' | 'verdict' | 'received_at' | 'judged_at'>): Progress['steps'] | null {
  if (kind !== 'action' || verdict === 'quarantined') return null;
  const received = { step: 'received', at: received_at } as const;
  return judged_at === null ? [received] : [received, { step: 'added', at: judged_at }];
}

type ToldAlert = AlertRow & { readonly toldAt: string | null };

/** Those that stand and those that were taken back since: who was told of it was told, and no step is unsaid. */
async function readAlerts(
  reader: Reader,
  schoolId: string,
  concernIds: readonly string[],
): Promise<ToldAlert[]> {
  const of = (table: 'alerts' | 'withdrawn_alerts') =>
    reader(table).where({ school_id: schoolId }).whereIn('concern_id', concernIds);
  const alerts: AlertRow[] = [...(await of('alerts')), ...(await of('withdrawn_alerts'))];
  const messagesOf = await readMessagesOf(reader, schoolId, alerts);
  return alerts.map((alert) => ({ ...alert, toldAt: toldAt(alert, messagesOf(alert)) }));
}

/**
 * When a person was told: a channel accepted the message, or they opened it. An alert that only lies in an inbox has
 * told nobody yet, and the author must not read otherwise (product.md section 4).
 */
function toldAt(alert: AlertRow, messages: readonly Sent[]): string | null {
  const times = messages.flatMap((one) => (one.state === 'sent' && one.sent_at ? one.sent_at : []));
  return [...times, ...(alert.opened_at ? [alert.opened_at] : [])].sort()[0] ?? null;
}

function stepsOf(
  row: Pick<EnvelopeRow, 'received_at'>,
  concern: Pick<ConcernRow, 'quarantine' | 'about_staff' | 'taken_at' | 'closed_at'> | undefined,
  alerts: readonly ToldAlert[],
  leads: ReadonlySet<string>,
): Progress['steps'] {
  const steps: Progress['steps'] = [{ step: 'received', at: row.received_at }];
  if (!concern) return steps;
  const ofStaff = concern.about_staff === 1;
  const people = new Set(alerts.flatMap((one) => (one.toldAt === null ? [] : one.staff_id)));
  const told = alerts.flatMap((one) => one.toldAt ?? []).sort();
  if (concern.quarantine) steps.push({ step: 'being-checked', at: told[0] ?? row.received_at });
  if (told[0]) steps.push({ step: 'alerted', at: told[0], count: people.size });
  const opened = alerts
    .flatMap((one) => (one.opened_at && (ofStaff || leads.has(one.staff_id)) ? one.opened_at : []))
    .sort()[0];
  if (opened) steps.push({ step: ofStaff ? 'opened-by-named' : 'opened', at: opened });
  if (concern.taken_at) steps.push({ step: 'dealt-with', at: concern.taken_at });
  if (concern.closed_at) steps.push({ step: 'closed', at: concern.closed_at });
  return steps;
}

/** Notes that a device was heard of, how many envelopes it said are waiting on it, and whether it is shared. */
export async function noteDevice(
  ground: Ground,
  device: DeviceActor,
  { waiting, shared }: { waiting?: number | undefined; shared?: boolean | undefined },
): Promise<void> {
  const seen = {
    seen_at: timeStamp(ground.clock),
    ...(waiting === undefined ? {} : { waiting }),
    ...(shared === undefined ? {} : { shared: Number(shared) }),
  };
  await ground.database.write((trx) =>
    trx('devices').where({ school_id: device.schoolId, id: device.deviceId }).update(seen),
  );
}
