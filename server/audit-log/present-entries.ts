import type { AuditEntry } from '../../protocol/audit';
import { auditActors } from '../../protocol/words/audit-actors';
import type { Ground } from '../ground';
import { readNamed, readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { FoundEntry } from './find-entries';
import { shownFacts } from './kinds';

const tables = {
  'user-group': 'user_groups',
  category: 'categories',
  'alert-group': 'alert_groups',
  class: 'classes',
  'year-group': 'year_groups',
  place: 'places',
  agency: 'agencies',
} as const;

/** Gives entries their words: who, what it happened to, and the few facts that are codes. No pupil, no text. */
export async function entryPresenter(
  ground: Ground,
  schoolId: string,
): Promise<{ present: (found: FoundEntry) => AuditEntry; people: { id: string; name: string }[] }> {
  const { read } = ground.database;
  const all = await read('staff').where({ school_id: schoolId }).pluck<string[]>('id');
  const staff = await readStaffNames(read, ground, schoolId, all);
  const names = new Map([...staff].map(([id, { name }]) => [id, name]));
  for (const table of Object.values(tables))
    for (const [id, name] of await readNamed(read, ground, schoolId, table)) names.set(id, name);
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  for (const row of await read('devices').where({ school_id: schoolId }).select('id', 'name'))
    names.set(row.id, cells.need(row.id, 'name', row.name));
  const people = [...staff.values()].map(({ id, name }) => ({ id, name }));
  return {
    present: (found) => presentOne(found, names),
    people: people.sort((a, b) => a.name.localeCompare(b.name)),
  };
}

function presentOne({ row, concerns }: FoundEntry, names: ReadonlyMap<string, string>): AuditEntry {
  const [kind, objectId] = splitOnce(row.object);
  const actor = row.actor.startsWith('device:') ? row.actor.slice('device:'.length) : row.actor;
  const record = concerns.length === 1 ? (concerns[0]?.row.reference ?? null) : null;
  return {
    at: row.at,
    who: names.get(actor) ?? auditActors.get(actor) ?? null,
    what: row.what,
    object: { kind: record === null ? kind : 'concern', name: record ?? names.get(objectId) ?? null },
    facts: factsOf(row.facts, concerns.length),
  };
}

function splitOnce(object: string): [string, string] {
  const at = object.indexOf(':');
  return at === -1 ? [object, ''] : [object.slice(0, at), object.slice(at + 1)];
}

function factsOf(json: string, records: number): AuditEntry['facts'] {
  const facts = JSON.parse(json) as Record<string, unknown>;
  const plain = shownFacts.flatMap((name) => {
    const value = facts[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [{ name, value: String(value) }]
      : [];
  });
  return records > 1 ? [...plain, { name: 'records', value: String(records) }] : plain;
}
