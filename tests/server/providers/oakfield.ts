import type { ChangeOf } from '../../../protocol/changes/change';
import type { Connection, ProviderKind } from '../../../protocol/providers';
import { openHouse, type TestHouse, type TestHouseOptions } from '../house';
import { confirm } from '../oversight/confirm';
import { NADIA, oakfield } from '../oversight/office';
import { aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import type { Answered, Visitor } from '../visitor';
import { Internet } from './internet';
import { CLIENT, openProvider, type Person, type RealProvider } from './real-provider';

export const TENANT = '7f1c2f4e-52d5-4c39-9d3e-0f5d8e3a6b11';
export const connections = {
  microsoft: { provider: 'microsoft', tenant: TENANT },
  google: { provider: 'google', hosted: 'oakfield.example' },
  other: { provider: 'other', issuer: 'https://id.county.example' },
} as const satisfies Record<ProviderKind, Connection>;

/** Names of teachers, each for one story; `address('kay')` is how Heed knows them. */
const TEACHERS = [
  'kay',
  'lou',
  'max',
  'ned',
  'ola',
  'pia',
  'quin',
  'rae',
  'sol',
  'tia',
  'uma',
  'vic',
] as const;
export type Teacher = (typeof TEACHERS)[number];
export const address = (teacher: Teacher): string => `${teacher}@oakfield.example`;

/** What Microsoft says of somebody of the school whose address it vouches for. */
export const atMicrosoft = (teacher: Teacher, more: Partial<Person> = {}): Person => ({
  sub: `subject-of-${teacher}`,
  tid: TENANT,
  email: address(teacher),
  preferred_username: address(teacher),
  xms_edov: true,
  ...more,
});

export const atGoogle = (teacher: Teacher, more: Partial<Person> = {}): Person => ({
  sub: `google-${teacher}`,
  hd: 'oakfield.example',
  email: address(teacher),
  email_verified: true,
  ...more,
});

export interface Oakfield {
  readonly house: TestHouse;
  readonly internet: Internet;
  readonly sue: Visitor;
  readonly nadia: Visitor;
  readonly providers: Readonly<Record<'microsoft' | 'google', RealProvider>>;
}

/** Oakfield, whose office lets staff sign in with Microsoft and Google; both lie on this machine. */
export async function openOakfield(options: TestHouseOptions = {}): Promise<Oakfield> {
  const internet = new Internet();
  const base = oakfield();
  const house = await openHouse({
    plan: oakfield({
      staff: [
        ...base.staff,
        ...TEACHERS.map((name) => aTeacher({ firstName: name, lastName: 'Reed', email: address(name) })),
      ],
    }),
    providers: internet.transport,
    environment: { OIDC_ISSUERS: connections.other.issuer },
    ...options,
  });
  realTime(house);
  const returnTo = `${house.origin}/sign-in/return`;
  const microsoft = await openProvider(`https://login.microsoftonline.com/${TENANT}/v2.0`, returnTo);
  const google = await openProvider('https://accounts.google.com', returnTo);
  internet.put('https://login.microsoftonline.com', microsoft.origin);
  internet.put('https://accounts.google.com', google.origin);
  const sue = (await elevatedLead(house, 'sue.coyle@oakfield.example')).browser;
  const nadia = (await elevatedLead(house, NADIA)).browser;
  realTime(house);
  return { house, internet, sue, nadia, providers: { microsoft, google } };
}

/** The providers live in real time; codes of a phone are waited for in that of the story. */
function realTime({ clock }: TestHouse): void {
  clock.skip(Date.now() - clock.now());
}

export const setting = (
  provider: ProviderKind,
  more: Partial<ChangeOf<'provider.set'>> = {},
): ChangeOf<'provider.set'> => ({
  kind: 'provider.set',
  connection: connections[provider],
  clientId: CLIENT.id,
  domains: ['oakfield.example'],
  secret: CLIENT.secret,
  ...more,
});

/** The office sets a provider and a lead confirms it. */
export async function switchOn({ sue, nadia }: Oakfield, change: ChangeOf<'provider.set'>): Promise<void> {
  const { outcomes } = await sue.must('makeChanges', { body: { changes: [change] } });
  const [outcome] = outcomes;
  if (outcome?.outcome === 'waits') await confirm(nadia, outcome.pendingId!);
}

/** From the button on the log-in page to the return, without the last step. */
export async function goThere(
  { house, internet, providers }: Oakfield,
  browser: Visitor,
  given: { at?: 'microsoft' | 'google'; as: Person | null; shared?: boolean },
): Promise<{ state: string; code?: string; error?: string; iss?: string }> {
  const at = given.at ?? 'microsoft';
  providers[at].who = given.as;
  const { url } = await browser.must('beginSignIn', {
    body: { provider: at, shared: given.shared ?? false },
  });
  return answerIn(await internet.visit(url, `${house.origin}/sign-in/return`));
}

/** What the page sends on to the server of what stands in its address. */
export function answerIn(found: URLSearchParams): {
  state: string;
  code?: string;
  error?: string;
  iss?: string;
} {
  const take = (name: string) => {
    const value = found.get(name);
    return value === null ? {} : { [name]: value };
  };
  return { state: found.get('state') ?? '', ...take('code'), ...take('error'), ...take('iss') };
}

/** The whole way in. */
export async function signIn(
  school: Oakfield,
  browser: Visitor,
  given: Parameters<typeof goThere>[2],
): Promise<Answered<'finishSignIn'>> {
  return browser.call('finishSignIn', { body: await goThere(school, browser, given) });
}
