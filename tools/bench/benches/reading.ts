import type { Sent } from '../../../tests/server/visitor';
import type { EndpointName } from '../../../protocol/contract';
import { hold, oneByOne, timed, type Outcome } from '../runner/contest';
import type { BigSchool } from '../school/big-school';
import { nextLead, openDesk, type Desk } from '../school/desk';
import type { Stage } from '../stage';

/** One read of a desk, and how it is asked. */
interface Read {
  readonly name: string;
  readonly deed: string;
  readonly endpoint: EndpointName;
  readonly sent?: (school: BigSchool) => Sent<EndpointName>;
  /** Deeds of one turn, where asking often is not allowed. */
  readonly deeds?: number;
}

const view = (name: 'to-read' | 'mine' | 'all') => () => ({ query: { view: name } }) as Sent<EndpointName>;
const concern = ({ concernId }: BigSchool) => ({ params: { id: concernId } }) as Sent<EndpointName>;

/** The ten that a lead's day is made of, and "See as", which asks about every record. */
const reads: readonly Read[] = [
  { name: 'read-session', deed: 'who is logged in', endpoint: 'readSession' },
  { name: 'read-inbox', deed: 'the inbox: 30 to read', endpoint: 'listInbox', sent: view('to-read') },
  { name: 'read-inbox-all', deed: 'the newest 100 of all alerts', endpoint: 'listInbox', sent: view('all') },
  { name: 'read-inbox-mine', deed: 'what a lead has taken', endpoint: 'listInbox', sent: view('mine') },
  { name: 'read-concern', deed: 'one record opened', endpoint: 'readConcern', sent: concern },
  { name: 'read-news', deed: 'news of an open record', endpoint: 'readConcernNews', sent: concern },
  { name: 'read-roll', deed: '2,000 pupils for the picker', endpoint: 'readRoll' },
  { name: 'read-pupils', deed: 'the pupil list, 2,000 pupils', endpoint: 'listPupils' },
  { name: 'read-staff', deed: 'the staff list, 150 people', endpoint: 'listStaff' },
  { name: 'read-audit', deed: 'the newest page of the audit', endpoint: 'listAudit' },
  {
    name: 'read-see-as',
    deed: 'what a lead could read, counted record by record',
    endpoint: 'seeAs',
    sent: ({ teacherId }) => ({ params: { id: teacherId } }),
    deeds: 3,
  },
];

/** How reads grow with the years: the same school with 100,000 concerns and with 1,000. */
export async function reading(stage: Stage): Promise<Outcome[]> {
  const many = stage.times(100_000, 10_000);
  const [big, small] = [await openDesk(stage, many), await openDesk(stage, 1000)];
  const outcomes: Outcome[] = [];
  for (const read of reads) {
    const deeds = read.deeds ?? stage.times(12, 5);
    outcomes.push(
      await hold({
        name: read.name,
        deed: `${read.deed}, in a school with ${many.toLocaleString('en-GB')} concerns`,
        floorIs: 'the same in the same school with 1,000 concerns',
        by: 'median',
        rounds: 2,
        within: 10_000,
        heed: () => oneByOne(deeds, () => ask(big, read)),
        floor: () => oneByOne(deeds, () => ask(small, read)),
      }),
    );
  }
  return outcomes;
}

async function ask(desk: Desk, { endpoint, sent }: Read): Promise<number> {
  const lead = nextLead(desk);
  return timed(() => lead.must(endpoint, sent?.(desk.school) ?? {}));
}
