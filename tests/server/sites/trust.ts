import { createECDH, randomBytes } from 'node:crypto';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse, type TestHouse, type TestHouseOptions } from '../house';
import { aSafeguardingLead, aSchool, aSupervisor, aTeacher } from '../school-builder';

export const NADIA = 'nadia.shah@oakfield.example';
export const RUTH = 'ruth.grey@oakfield.example';
export const JO = 'jo.price@oakfield.example';
export const HANNAH = 'hannah.moss@hazel.example';
export const OMAR = 'omar.bell@hazel.example';
export const TESS = 'tess.dean@hazel.example';
export const HAZEL_SITE = 'hazel';
export const HAZEL = `${HAZEL_SITE}.heed.test:8080`;

/** A server with names of its own, as two schools on it need them. */
export const named = {
  PUBLIC_URL: 'http://heed.test:8080',
  SMTP_URL: 'smtp://mail.heed.test',
  MAIL_FROM: 'Heed <heed@heed.test>',
};

export interface Trust {
  readonly house: TestHouse;
  /** Hazel Primary at hazel.heed.test; Oakfield Primary is the house's own school. */
  readonly hazelId: string;
  readonly oakfieldId: string;
  /** Ids of Hazel's people by their address. */
  readonly staffId: (email: string) => Promise<string>;
  /** What stands in a school's audit, codes only. */
  readonly audit: (schoolId: string) => Promise<string[]>;
}

/** Hazel has its own head and office, and names Nadia, Oakfield's lead, as its lead too. */
export function hazel() {
  const head = aSafeguardingLead({ firstName: 'Hannah', lastName: 'Moss', email: HANNAH });
  const plan = aSchool({
    site: HAZEL_SITE,
    name: 'Hazel Primary',
    staff: [
      aSafeguardingLead({ firstName: 'Nadia', lastName: 'Shah', email: NADIA }),
      head,
      aSafeguardingLead({ firstName: 'Omar', lastName: 'Bell', email: OMAR }),
      aTeacher({ firstName: 'Tess', lastName: 'Dean', email: TESS }),
      aSupervisor({ firstName: 'Sam', lastName: 'Lee', email: 'sam.lee@hazel.example' }),
    ],
  });
  const { school } = plan;
  return {
    ...plan,
    school: {
      ...school,
      mainContact: { name: 'Omar Bell', email: OMAR },
      headEmail: HANNAH,
      deputyEmails: [OMAR],
    },
  };
}

/** Opens two schools on one server: Oakfield at its home, Hazel beside it. Nobody has joined a second school yet. */
export async function openTrust(options: TestHouseOptions = {}): Promise<Trust> {
  const house = await openHouse({ ...options, environment: { ...named, ...options.environment } });
  const { schoolId: hazelId } = await importSchool(house.ground, hazel(), { actor: 'shell' });
  await house.settled();
  const { read } = house.ground.database;
  return {
    house,
    hazelId,
    oakfieldId: house.schoolId,
    staffId: async (email) => {
      const match_index = house.ground.keys.blindIndex(hazelId, 'staff-email', email);
      const row = await read('staff').where({ school_id: hazelId, match_index }).first('id');
      return row!.id;
    },
    audit: async (schoolId) =>
      read('audit').where({ school_id: schoolId }).orderBy('seq').pluck<string[]>('what'),
  };
}

/** The token of the newest mail in which a school asks this address to join. */
export async function askedBy(house: TestHouse, email: string): Promise<string> {
  await house.settled();
  const mail = house.mails.findLast(({ to, text }) => to === email && text.includes('/join#'));
  return /\/join#([\w-]{43})/.exec(mail!.text)![1]!;
}

/** What a browser gives for a subscription of its own. */
export function aSubscription(device: string) {
  const own = createECDH('prime256v1');
  return {
    endpoint: `https://fcm.googleapis.com/fcm/send/${device}`,
    p256dh: own.generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
    name: device,
  };
}
