import { randomInt } from 'node:crypto';
import { Secret } from 'otpauth';
import { uuidv7 } from '../../protocol/identifiers';
import type { SetUpReply } from '../../protocol/set-up';
import { heedNames } from '../../protocol/words/heed-names';
import { setUpRefusals } from '../../protocol/words/import/refusals';
import { timeStamp } from '../clock';
import type { House } from '../house';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { savePassword } from '../staff/account-store';
import { hashPassword } from '../staff/passwords';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import { ACCOUNTS } from '../storage/key-ring';
import { demoWorkbook } from './demo-workbook';
import { importSchool } from './import/import-school';
import { planSchool } from './plan-school';
import type { PlannedStaffMember, SchoolPlan } from './school-plan';
import { welcomeText } from './welcome-text';

type DemoAccount = NonNullable<SetUpReply['demo']>['accounts'][number];

const words = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fern',
  'gable',
  'hazel',
  'indigo',
  'juniper',
  'kelp',
  'linden',
];

/**
 * Sets up the sample school with accounts that are ready to use: one password, made anew for each demo, and for key
 * holders the secret of a saved security key, so that anybody can get a first code.
 * @throws problem 'conflict' when a school is there already: a demo never mixes with real records
 */
export async function openDemo(
  house: House,
  last?: (trx: Transaction) => Promise<void>,
): Promise<SetUpReply> {
  const { ground } = house;
  const there: unknown = await ground.database.read('schools').first('id');
  if (there) throw problem('conflict', { title: setUpRefusals.demoBesideSchool });
  const plan = demoPlan(ground);
  const password = Array.from({ length: 4 }, () => words[randomInt(words.length)]).join(' ');
  const hash = await hashPassword(password);
  const accounts: DemoAccount[] = [];
  await importSchool(ground, plan, {
    actor: 'set-up-link',
    demo: true,
    finally: async (trx) => {
      for (const person of demoPeople(plan)) accounts.push(await makeReady(trx, ground, person, hash));
      await last?.(trx);
    },
  });
  const address = ground.settings.publicUrl.origin;
  const welcome = { ...welcomeText(house, address, plan), mailed: false };
  return { schoolName: plan.school.name, address, welcome, demo: { password, accounts } };
}

function demoPlan(ground: Ground): SchoolPlan {
  const today = new Date(ground.clock.now()).toISOString().slice(0, 10);
  const { plan } = planSchool(demoWorkbook(), today);
  if (!plan) throw new Error('the sample spreadsheet has faults');
  return { ...plan, school: { ...plan.school, name: heedNames.demoSchool(plan.school.name) } };
}

/** Somebody to log in as; `keyed` where the demo gives them a security key. */
type DemoPerson = PlannedStaffMember & { readonly email: string; readonly keyed: boolean };

/** One person for each part: lead, deputy, administrator, class teacher, and somebody of the group without a key. */
function demoPeople({ school, staff, userGroups }: SchoolPlan): DemoPerson[] {
  const firstOf = (keyed: boolean, test: (person: PlannedStaffMember) => boolean): DemoPerson[] =>
    staff.flatMap((one) => (one.email && test(one) ? { ...one, email: one.email, keyed } : [])).slice(0, 1);
  const withoutKey = new Set(userGroups.filter((group) => !group.higherLevel).map(({ name }) => name));
  return [
    ...firstOf(true, (person) => person.email === school.leadEmail),
    ...firstOf(true, (person) => person.email === school.deputyEmails[0]),
    ...firstOf(true, (person) => person.email === school.mainContact.email),
    ...firstOf(false, (person) => person.classes.length > 0),
    ...firstOf(false, (person) => withoutKey.has(person.userGroup)),
  ];
}

async function makeReady(
  trx: Transaction,
  ground: Ground,
  person: DemoPerson,
  hash: string,
): Promise<DemoAccount> {
  const index = ground.keys.blindIndex(ACCOUNTS, 'email', person.email);
  const account = await trx('accounts').where({ email_index: index }).first('id');
  if (!account) throw new Error('the import left a person of the demo without an account');
  const at = timeStamp(ground.clock);
  await savePassword(trx, account.id, hash, at);
  const secret = person.keyed ? new Secret({ size: 20 }).base32 : null;
  if (secret) {
    const id = uuidv7(ground.clock.now());
    const cells = cellsOf(ground.keys, ACCOUNTS, 'security_keys').seal(id, {
      name: heedNames.demoKey,
      secret,
    });
    const times = { created_at: at, saved_at: at, counts_from: at };
    await trx('security_keys').insert({
      id,
      account_id: account.id,
      kind: 'totp',
      state: 'saved',
      ...cells,
      ...times,
    });
    await trx('accounts').where({ id: account.id }).update({ first_key_at: at });
  }
  return {
    email: person.email,
    name: `${person.firstName} ${person.lastName}`,
    group: person.userGroup,
    secret,
  };
}
