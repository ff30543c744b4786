import type { BrowserContext, Page } from 'playwright-core';
import type { SchoolPlan } from '../../server/set-up/school-plan';
import { aProfile, firstPage, openBrowser, tablet, workerReady } from '../journeys/browser';
import { enrolTablet, joinTablet, logIn } from '../journeys/deeds';
import { aPupil, aSafeguardingLead, aSchool, aTeacher } from '../server/school-builder';
import { Gate } from './gate';
import { ServerProcess } from './server-process';

export const JO = 'jo.price@oakfield.example';
export const BEN = 'ben.hughes@oakfield.example';
export const LEAD = 'nadia.shah@oakfield.example';
/** The call that carries envelopes. */
export const DELIVERY = 'POST /api/envelopes';

/** A shared tablet of a small school, a server, and the network between them. */
export interface TabletStory {
  readonly gate: Gate;
  readonly server: ServerProcess;
  /** the folder in which the tablet's browser keeps everything */
  readonly profile: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** staff ids by e-mail address */
  readonly staffIds: ReadonlyMap<string, string>;
}

/**
 * A tablet on which these people are enrolled, by themselves, one after another, through its own screens. It stands
 * on the lock screen, online, its worker ready.
 */
export async function aSharedTablet(...people: [string, ...string[]]): Promise<TabletStory> {
  return aTablet(true, people);
}

/** The same for one person's own tablet, which does not lock itself after each record. */
export async function anOwnTablet(person: string): Promise<TabletStory> {
  return aTablet(false, [person]);
}

async function aTablet(shared: boolean, people: [string, ...string[]]): Promise<TabletStory> {
  const { gate, server } = await aSchoolBehindAGate();
  const staffIds = new Map<string, string>();
  for (const email of people) {
    const visitor = await server.loggedIn(email);
    staffIds.set(email, (await visitor.must('readSession')).session!.staffId);
  }
  const profile = aProfile();
  const context = await openBrowser({ viewport: tablet, profile });
  const { page } = await firstPage(context);
  const [first, ...others] = people;
  await logIn(page, server, first);
  await enrolTablet(page, server, { shared });
  await workerReady(page);
  for (const email of others) await joinTablet(page, server, email);
  await page.goto(`${server.origin}/lock`);
  return { gate, server, profile, context, page, staffIds };
}

/** Opens the tablet's browser again, with everything that it kept. */
export async function reopen(story: TabletStory): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openBrowser({ viewport: tablet, profile: story.profile });
  const { page } = await firstPage(context);
  return { context, page };
}

/** A small school, its server running, and the network before it. */
export async function aSchoolBehindAGate(): Promise<{ gate: Gate; server: ServerProcess }> {
  const gate = await Gate.open();
  const server = await ServerProcess.withSchool(oakfield(), gate.origin);
  gate.leadTo(server.settings.port);
  await server.start();
  return { gate, server };
}

/** Two teachers, a lead and two pupils. */
function oakfield(): SchoolPlan {
  const lead = aSafeguardingLead({ email: LEAD, lastName: 'Shah' });
  const jo = aTeacher({ email: JO, lastName: 'Price' });
  const ben = aTeacher({ firstName: 'Ben', lastName: 'Hughes', title: 'Mr', email: BEN });
  const pupils = [
    aPupil({ firstName: 'Amira', lastName: 'Khan' }),
    aPupil({ firstName: 'Tomas', lastName: 'Nowak', className: '6A', yearGroup: 'Year 6' }),
  ];
  return aSchool({ staff: [lead, jo, ben], pupils });
}
