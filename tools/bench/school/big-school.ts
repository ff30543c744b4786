import { pino } from 'pino';
import { canonicalJson } from '../../../protocol/canonical-json';
import { uuidv7 } from '../../../protocol/identifiers';
import { readSettings } from '../../../server/env';
import { openGround, type OpenGround } from '../../../server/open-ground';
import { importSchool } from '../../../server/set-up/import/import-school';
import { cellsOf } from '../../../server/storage/cells';
import { administrationRights } from '../../../protocol/administration';
import {
  aCategory,
  aPupil,
  aSafeguardingLead,
  aSchool,
  aTeacher,
} from '../../../tests/server/school-builder';
import { aConcern } from '../../../tests/server/tablet';
import { environmentOf, makeReady, PUPILS } from './bench-school';
import { pupilNames } from './names';

/** Everybody on the staff, the two leads included. */
const STAFF = 150;
const LEADS = ['lead@oakfield.example', 'deputy@oakfield.example'] as const;
const PASSWORD = 'three wet ducks in a row';
/** Alerts of a lead that nobody has marked as read; all others are. */
const UNREAD = 30;
/** Concerns that a lead has taken and not closed. */
const TAKEN = 25;
/** Rows of one insert; SQLite takes at most 500. */
const AT_ONCE = 250;
const DAY = 86_400_000;
const ROOMS = 14;
const CATEGORIES = 12;

/** A school of years: its leads can read everything and were told of everything. */
export interface BigSchool {
  readonly schoolId: string;
  readonly leads: readonly string[];
  readonly password: string;
  /** The newest. */
  readonly concernId: string;
  readonly teacherId: string;
  /** Of whom most is written. */
  readonly pupilId: string;
}

/**
 * Writes a school with so many concerns, spread over ten years, into an empty folder, as arriving would have.
 * @param ofOne so many of the newest concerns are about one pupil among others
 */
export async function makeBigSchool(folder: string, concerns: number, ofOne = 0): Promise<BigSchool> {
  const ground = await openGround(readSettings(environmentOf(folder)), { log: pino({ level: 'error' }) });
  try {
    const { schoolId } = await importSchool(ground, bigPlan(), { actor: 'shell' });
    await makeReady(ground, LEADS, PASSWORD);
    const ids = await idsOf(ground, schoolId);
    let concernId = '';
    for (let from = 0; from < concerns; from += AT_ONCE) {
      const count = Math.min(AT_ONCE, concerns - from);
      concernId = await writeConcerns(ground, schoolId, ids, { from, count, all: concerns, ofOne });
    }
    const [pupilId = ''] = ids.pupils;
    return { schoolId, leads: LEADS, password: PASSWORD, concernId, teacherId: ids.staff.at(-1)!, pupilId };
  } finally {
    await ground.close();
  }
}

function bigPlan() {
  const [lead, deputy] = LEADS;
  const classes = Array.from({ length: ROOMS }, (_, at) => ({
    name: `${(at % 7) + 1}${at < 7 ? 'A' : 'B'}`,
    yearGroup: `Year ${(at % 7) + 1}`,
  }));
  const base = aSchool();
  return aSchool({
    staff: [
      aSafeguardingLead({ email: lead, lastName: 'Shah' }),
      aSafeguardingLead({ email: deputy, lastName: 'Grey' }),
      ...Array.from({ length: STAFF - 2 }, (_, at) => aTeacher({ email: `t${at}@oakfield.example` })),
    ],
    school: { ...base.school, leadEmail: lead, deputyEmails: [deputy], headEmail: deputy },
    userGroups: base.userGroups.map((group) =>
      group.name === 'Safeguarding leads' ? { ...group, administration: [...administrationRights] } : group,
    ),
    alertGroups: [{ name: 'Safeguarding team', members: [...LEADS] }],
    automaticAlerts: [],
    categories: Array.from({ length: CATEGORIES }, (_, at) => aCategory({ name: `Category ${at + 1}` })),
    classes,
    yearGroups: [...new Set(classes.map(({ yearGroup }) => yearGroup))],
    pupils: pupilNames(PUPILS).map((name, at) => {
      const { name: className, yearGroup } = classes[at % classes.length]!;
      return aPupil({ ...name, className, yearGroup });
    }),
  });
}

type Ids = Awaited<ReturnType<typeof idsOf>>;

async function idsOf({ database, keys }: OpenGround, schoolId: string) {
  const here = { school_id: schoolId };
  const own = (table: 'pupils' | 'categories' | 'staff') =>
    database.read(table).where(here).orderBy('id').pluck<string[]>('id');
  const duty = await database.read('duty_list').where(here).distinct('staff_id').pluck<string[]>('staff_id');
  const [pupils, categories, staff] = [await own('pupils'), await own('categories'), await own('staff')];
  return { pupils, categories, staff: staff.filter((id) => !duty.includes(id)), leads: duty, keys };
}

/** @returns the last id */
async function writeConcerns(
  { database, clock }: OpenGround,
  schoolId: string,
  ids: Ids,
  { from, count, all, ofOne }: { from: number; count: number; all: number; ofOne: number },
): Promise<string> {
  const here = { school_id: schoolId };
  const cells = cellsOf(ids.keys, schoolId, 'concerns');
  const rows = Array.from({ length: count }, (_, step) => {
    const at = from + step;
    const moment = clock.now() - Math.floor(((all - at) / all) * 3650 * DAY);
    const time = new Date(moment).toISOString();
    const id = uuidv7(moment);
    const pupils = [
      ids.pupils[(at * 7919) % PUPILS]!,
      ...(at % 10 === 0 ? [ids.pupils[(at * 31) % PUPILS]!] : []),
      ...(at >= all - ofOne ? [ids.pupils[0]!] : []),
    ];
    const body = { ...aConcern({ at: time, text: textOf(at) }), pupils: [...new Set(pupils)].map(listed) };
    return {
      id,
      at,
      time,
      pupils: [...new Set(pupils)],
      cells: cells.seal(id, { body: canonicalJson(body) }),
    };
  });
  const isRead = (at: number) => at < all - UNREAD;
  await database.write(async (trx) => {
    await trx('concerns').insert(
      rows.map(({ id, at, time, cells: sealed }) => ({
        ...here,
        id,
        ...sealed,
        envelope_id: `e${String(at).padStart(23, '0')}`,
        lineage_id: `l${String(at).padStart(23, '0')}`,
        reference: at.toString(36).toUpperCase().padStart(4, '0'),
        author_id: ids.staff[at % ids.staff.length]!,
        device_id: ids.staff[0]!,
        urgent: at % 20 === 0 ? 1 : 0,
        happened_at: time,
        written_at: time,
        received_at: time,
        taken_by: ids.leads[at % ids.leads.length]!,
        taken_at: time,
        closed_at: at < all - TAKEN * 2 ? time : null,
      })),
    );
    await trx('concern_categories').insert(
      rows.map(({ id, at }) => ({ ...here, concern_id: id, category_id: ids.categories[at % CATEGORIES]! })),
    );
    const links = rows.flatMap(({ id, pupils }) =>
      pupils.map((pupil, position) => ({ ...here, concern_id: id, position, pupil_id: pupil })),
    );
    await trx.batchInsert('concern_pupils', links, AT_ONCE);
    for (const lead of ids.leads) {
      await trx('alerts').insert(
        rows.map(({ id, at, time }) => ({
          ...here,
          id: uuidv7(Date.parse(time)),
          concern_id: id,
          staff_id: lead,
          reasons: '[{"code":"fallback"}]',
          created_at: time,
          opened_at: isRead(at) ? time : null,
          read_at: isRead(at) ? time : null,
        })),
      );
    }
  });
  return rows.at(-1)!.id;
}

/** 1,000 characters, some of them words of 20,000, as a school has that writes for years. */
function textOf(at: number): string {
  const said = 'She said quietly that her arm still hurt where she had fallen. '.repeat(12);
  const words = Array.from({ length: 30 }, (_, step) => wordOf(((at * 30 + step) * 7919) % 20_000));
  return said + words.join(' ');
}

const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu'];

/** A word for a number, like "bakelimo". */
function wordOf(number: number): string {
  return Array.from(String(number).padStart(4, '0'), (digit) => SYLLABLES[Number(digit)] ?? '').join('');
}

const listed = (pupilId: string) => ({ kind: 'listed' as const, pupilId, shown: 'A pupil' });
