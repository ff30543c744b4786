import { join } from 'node:path';
import { pino } from 'pino';
import { timeStamp } from '../../../server/clock';
import { readSettings } from '../../../server/env';
import { makeBundle } from '../../../server/devices/bundle';
import { openGround, type OpenGround } from '../../../server/open-ground';
import { importSchool } from '../../../server/set-up/import/import-school';
import { emailIndex, savePassword } from '../../../server/staff/account-store';
import { hashPassword } from '../../../server/staff/passwords';
import { fromUtf8 } from '../../../protocol/bytes';
import type { Bundle } from '../../../protocol/bundle';
import { aPupil, aSafeguardingLead, aSchool, aTeacher } from '../../../tests/server/school-builder';
import { enrolTablet, type BenchTablet } from './bench-tablet';
import { pupilNames } from './names';

/** Pupils of the school that is measured (product.md: found among 2,000 as one types). */
export const PUPILS = 2000;
const TEACHERS = 40;
/** One device may ask so often and no more; several share a load. */
const TABLETS = 50;
const CLASSES = ['1A', '1B', '2A', '2B', '3A', '3B', '4A', '4B', '5A', '5B', '6A', '6B'];

/** A school in an empty data folder, its people ready to log in and tablets ready to deliver. */
export interface BenchSchool {
  readonly folder: string;
  readonly schoolId: string;
  readonly bundle: Bundle;
  readonly tablets: readonly BenchTablet[];
  readonly lead: string;
  readonly teachers: readonly string[];
  readonly password: string;
  /** one of the school's pupils and categories, for a concern */
  readonly pupilId: string;
  readonly categoryId: string;
}

/** Where a server finds this school. */
export function environmentOf(folder: string): Record<string, string> {
  return { DATA_DIR: join(folder, 'data'), KEY_DIR: join(folder, 'keys'), LOG_LEVEL: 'error' };
}

/** Sets a school up on the disk as the shell does, and leaves it closed for a server to open. */
export async function makeSchool(folder: string): Promise<BenchSchool> {
  const ground = await openGround(readSettings(environmentOf(folder)), { log: pino({ level: 'error' }) });
  try {
    const lead = aSafeguardingLead({ email: 'lead@oakfield.example' });
    const staff = Array.from({ length: TEACHERS }, (_, at) => aTeacher({ email: `t${at}@oakfield.example` }));
    const { schoolId } = await importSchool(ground, planOf(lead, staff), { actor: 'shell' });
    const password = 'three wet ducks in a row';
    const emails = [lead, ...staff].map((person) => person.email!);
    await makeReady(ground, emails, password);
    const bundle = await bundleOf(ground, schoolId);
    const tablets = await enrolAll(ground, bundle);
    const pupilId = await firstId(ground, 'pupils');
    const categoryId = await firstId(ground, 'categories');
    const [leadEmail = '', ...teachers] = emails;
    return { folder, schoolId, bundle, tablets, lead: leadEmail, teachers, password, pupilId, categoryId };
  } finally {
    await ground.close();
  }
}

function planOf(lead: ReturnType<typeof aTeacher>, staff: ReturnType<typeof aTeacher>[]) {
  const classes = CLASSES.map((name) => ({ name, yearGroup: `Year ${name.slice(0, 1)}` }));
  const pupils = pupilNames(PUPILS).map((name, at) => {
    const { name: className, yearGroup } = classes[at % classes.length]!;
    return aPupil({ ...name, className, yearGroup });
  });
  const yearGroups = [...new Set(classes.map(({ yearGroup }) => yearGroup))];
  return aSchool({ staff: [lead, ...staff], classes, pupils, yearGroups });
}

/** Passwords are set, and mails of alerts turned off: what is measured is the way to the push. */
export async function makeReady(
  ground: OpenGround,
  emails: readonly string[],
  password: string,
): Promise<void> {
  const hash = await hashPassword(password);
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    for (const email of emails) {
      const index = emailIndex(ground.keys, email);
      const row = await trx('accounts').where({ email_index: index }).first<{ id: string }>('id');
      await savePassword(trx, row.id, hash, at);
    }
    await trx('accounts').update({ mail_alerts: 0 });
  });
}

async function bundleOf(ground: OpenGround, schoolId: string): Promise<Bundle> {
  return JSON.parse(fromUtf8(await makeBundle(ground, schoolId))) as Bundle;
}

async function enrolAll(ground: OpenGround, bundle: Bundle): Promise<BenchTablet[]> {
  const staff = await ground.database
    .read('staff')
    .whereNotIn('id', ground.database.read('duty_list').select('staff_id'))
    .pluck('id');
  const tablets: BenchTablet[] = [];
  for (let at = 0; at < TABLETS; at++)
    tablets.push(await enrolTablet(ground, bundle, staff[at % staff.length]!));
  return tablets;
}

async function firstId(ground: OpenGround, table: string): Promise<string> {
  const row = await ground.database.read(table).orderBy('id').first<{ id: string }>('id');
  return row.id;
}
