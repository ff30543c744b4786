import { openHouse, type TestHouse, type TestHouseOptions } from '../house';
import { aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

export const NADIA = 'nadia.shah@oakfield.example';
export const TOM = 'tom.lowe@oakfield.example';
export const RUTH = 'ruth.grey@oakfield.example';
export const JO = 'jo.price@oakfield.example';
export const CHAIR = 'c.stone@governors.example';
export const TEXT = 'He held the boy by the wrist and shouted.';

/** Nadia leads, Tom is her deputy, Ruth the head, Jo teaches; the leads may read everything and keep the audit. */
export function aSchoolWithAChair() {
  const base = aSchool();
  const school = aSchool({
    staff: [
      aSafeguardingLead({ email: NADIA, lastName: 'Shah' }),
      aSafeguardingLead({ email: TOM, firstName: 'Tom', lastName: 'Lowe' }),
      aSafeguardingLead({ email: RUTH, firstName: 'Ruth', lastName: 'Grey' }),
      aTeacher({ email: JO, lastName: 'Price' }),
    ],
    userGroups: base.userGroups.map((group) => ({
      ...group,
      administration:
        group.name === 'Safeguarding leads'
          ? (['staff', 'groups', 'categories', 'alerts', 'devices', 'audit'] as const).slice()
          : group.administration,
    })),
  });
  return {
    ...school,
    school: { ...school.school, deputyEmails: [TOM], chair: { name: 'Carol Stone', email: CHAIR } },
  };
}

/** What Jo writes down beside a boy of the school. */
export interface About {
  readonly names?: readonly string[];
  readonly described?: string;
}

/** A school in which Jo, on her tablet, writes down what she saw adults do. */
export class StaffStory {
  readonly house: TestHouse;
  readonly tablet: Tablet;
  /** Of the envelope that was sealed last. */
  sealedId = '';

  private constructor(house: TestHouse, tablet: Tablet) {
    this.house = house;
    this.tablet = tablet;
  }

  static async begin(options: TestHouseOptions = {}): Promise<StaffStory> {
    const house = await openHouse({ plan: aSchoolWithAChair(), ...options });
    return new StaffStory(house, await Tablet.enrol(await house.loggedIn(JO)));
  }

  async staffId(name: string): Promise<string> {
    const { staff } = await this.tablet.visitor.must('readRoll');
    return staff.find((one) => one.name === name)!.id;
  }

  /** What she saw; an urgent category is ticked and a lead named by hand. @param about null: it is about no adult */
  async body(about: About | null) {
    const { pupils } = await this.tablet.visitor.must('readRoll');
    const { categories } = await this.tablet.visitor.must('readBoard', {
      params: { id: this.tablet.deviceId },
    });
    const staff: string[] = [];
    for (const name of about?.names ?? []) staff.push(await this.staffId(name));
    return aConcern({
      pupilId: pupils[0]!.id,
      text: TEXT,
      categories: [categories[0]!.id],
      alert: { staff: [await this.staffId('Nadia Shah')], groups: [] },
      ...(about && { about: { staff, ...(about.described ? { described: about.described } : {}) } }),
    });
  }

  /** Seals and delivers it. @returns the id of its record */
  async record(about: About | null, seal: Parameters<Tablet['seal']>[1] = {}): Promise<string> {
    const sealed = await this.tablet.seal(await this.body(about), seal);
    this.sealedId = sealed.id;
    await this.tablet.deliver(sealed.bytes);
    await this.house.settled();
    const newest = await this.house.ground.database.read('concerns').orderBy('id', 'desc').first('id');
    return newest!.id;
  }

  /** Addresses that were mailed an alert, each once. */
  alerted(): string[] {
    const { mails } = this.house;
    return [
      ...new Set(mails.filter(({ text }) => text.includes('afeguarding alert')).map(({ to }) => to)),
    ].sort();
  }

  /** Everything that could tell somebody of a concern, as this browser sees it. */
  async traces(browser: Visitor, id: string): Promise<string> {
    const [inbox, all, quarantine, audit, delivered, categories, held] = await Promise.all([
      browser.must('listInbox'),
      browser.must('listInbox', { query: { view: 'all' } }),
      browser.must('listQuarantine'),
      browser.must('listAudit'),
      browser.must('listDelivered'),
      browser.must('readCategories'),
      browser.must('readHoldings', { params: { id: await this.staffId('Ruth Grey') } }),
    ]);
    const opened = await browser.call('readConcern', { params: { id } });
    const spoken = audit.entries.filter(({ object }) => object.kind === 'concern' || object.kind === 'alert');
    const uses = categories.categories.map((category) => category.uses.concerns);
    return JSON.stringify({
      rows: [inbox.rows, all.rows, inbox.counts],
      records: quarantine.records,
      spoken,
      arrived: delivered.envelopes,
      uses,
      held: held.concerns,
      unread: held.unreadAlerts,
      opened: opened.status,
    });
  }
}

/** What `traces` says to whom it must not be known. */
export const NOTHING = JSON.stringify({
  rows: [[], [], { toRead: 0, mine: 0, due: 0 }],
  records: [],
  spoken: [],
  arrived: [],
  uses: [0, 0],
  held: [],
  unread: 0,
  opened: 404,
});
