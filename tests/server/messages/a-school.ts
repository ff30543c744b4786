import { createECDH, randomUUID, type ECDH } from 'node:crypto';
import type { StaffActor } from '../../../server/access/actor';
import { timeStamp } from '../../../server/clock';
import type { Ground } from '../../../server/ground';
import { saveSubscription } from '../../../server/messages/subscription-store';
import { makeSchoolKeys } from '../../../server/school/keys';
import { ACCOUNTS } from '../../../server/storage/key-ring';

/** One school with a group, ready for staff. Everything that a person typed is sealed, as in the product. */
export async function addSchool(ground: Ground, name: string, position = 0): Promise<string> {
  const id = randomUUID();
  await ground.database.write(async (trx) => {
    const seal = (column: string, text: string) => ground.keys.seal(id, 'schools', id, column, text);
    // The row first: keys name their school; its own cells need the keys.
    await makeSchoolKeys(trx, ground, id);
    await trx('schools').insert({
      id,
      site: `school-${position}`,
      position,
      name: seal('name', name),
      details: seal('details', '{"termDates":[]}'),
      time_zone: 'Europe/London',
      store_epoch: randomUUID(),
      created_at: timeStamp(ground.clock),
    });
  });
  return id;
}

/** A staff member with an account; `accountId` where the person already has one at another school. */
export async function addStaff(
  ground: Ground,
  schoolId: string,
  email: string,
  accountId: string = randomUUID(),
): Promise<StaffActor> {
  const staffId = randomUUID();
  const sessionId = randomUUID();
  const now = timeStamp(ground.clock);
  const account = {
    id: accountId,
    email_index: ground.keys.blindIndex(ACCOUNTS, 'email', email),
    email: ground.keys.seal(ACCOUNTS, 'accounts', accountId, 'email', email),
    created_at: now,
  };
  const staff = {
    school_id: schoolId,
    id: staffId,
    account_id: accountId,
    group_id: randomUUID(),
    match_index: ground.keys.blindIndex(schoolId, 'staff', email),
    created_at: now,
  };
  const session = {
    id: sessionId,
    account_id: accountId,
    school_id: schoolId,
    staff_id: staffId,
    token_hash: randomUUID(),
    browser: 'Chromium',
    created_at: now,
    active_at: now,
    password_at: now,
  };
  await ground.database.write(async (trx) => {
    await trx('accounts').insert(account).onConflict('id').ignore();
    await trx('staff').insert(staff);
    await trx('sessions').insert(session);
  });
  return actorOf({ schoolId, staffId, accountId, sessionId });
}

function actorOf(ids: Pick<StaffActor, 'schoolId' | 'staffId' | 'accountId' | 'sessionId'>): StaffActor {
  const group = {
    id: randomUUID(),
    higherLevel: true,
    unrestricted: false,
    administration: new Set<string>(),
    rights: new Map(),
  };
  return {
    kind: 'staff',
    ...ids,
    group,
    duty: [],
    elevated: false,
    keyHolder: false,
    disabled: false,
    keepsSites: false,
  };
}

/** A browser's half of a push subscription: its keys never leave it. */
export interface Phone {
  readonly endpoint: string;
  readonly ecdh: ECDH;
  readonly auth: Buffer;
  readonly given: { endpoint: string; p256dh: string; auth: string; name: string };
}

export function newPhone(endpoint: string): Phone {
  const ecdh = createECDH('prime256v1');
  const p256dh = ecdh.generateKeys().toString('base64url');
  const auth = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
  return {
    endpoint,
    ecdh,
    auth,
    given: { endpoint, p256dh, auth: auth.toString('base64url'), name: 'Phone of the lead' },
  };
}

/** The phone subscribes for this person, in their session. Returns the subscription's id. */
export async function subscribe(ground: Ground, staff: StaffActor, phone: Phone): Promise<string> {
  const id = randomUUID();
  const holder = { ...staff, at: timeStamp(ground.clock) };
  await ground.database.write((trx) => saveSubscription(trx, ground.keys, id, holder, phone.given));
  return id;
}
