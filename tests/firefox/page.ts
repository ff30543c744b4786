import { flushOutbox } from '../../offline/delivery/flush';
import { askHowFar } from '../../offline/delivery/progress';
import { listOwnRecords } from '../../offline/outbox/records';
import { closeVault, useVault } from '../../offline/vault/connection';
import { listPeopleRows } from '../../offline/vault/people';
import { currentUnlocked } from '../../client/contexts/unlocked';
import { createDraft, listDrafts, openDraft, saveOwnDraft } from '../../client/sealing/drafts';
import { pageTools } from '../../client/sealing/keep-delivering';
import { sendDraft } from '../../client/sealing/send-draft';
import type { DeviceCalls } from '../../client/unlock/device-calls';
import { enrolDeviceHere } from '../../client/unlock/enrol-device';
import { joinPerson } from '../../client/unlock/join-person';
import { lockNow } from '../../client/unlock/lock';
import { unlockWithPin } from '../../client/unlock/unlock';
import type { Unlocked } from '../../client/unlock/unlocked';
import type { ConcernBody } from '../../protocol/payload';

/** What the test in Node drives: the product's own modules, in Firefox, one step at a time. */
export interface FirefoxTablet {
  setUp: (staffId: string) => Promise<{ derivation: string }>;
  writeInTwoTabs: () => Promise<string[]>;
  sendAllDrafts: (body: ConcernBody) => Promise<string[]>;
  deliver: () => Promise<{ requests: number; received: number; unsent: number }>;
  loseConnection: () => Promise<void>;
  lock: () => Promise<boolean>;
  unlock: (pin: string) => Promise<string>;
  progress: () => Promise<{ reference: string | null; steps: string[] }[]>;
}

const PIN = '482915';

const ask = async (name: keyof DeviceCalls, ...given: unknown[]): Promise<unknown> => {
  const response = await fetch(`/session/${name}`, { method: 'POST', body: JSON.stringify(given) });
  return (await response.json()) as unknown;
};
const calls = new Proxy(
  {},
  {
    get:
      (_target, name) =>
      (...given: unknown[]) =>
        ask(name as keyof DeviceCalls, ...given),
  },
) as DeviceCalls;

const me = (): Unlocked => {
  const unlocked = currentUnlocked();
  if (!unlocked) throw new Error('locked');
  return unlocked;
};

const tablet: FirefoxTablet = {
  async setUp(staffId) {
    await enrolDeviceHere(calls, { name: 'Playground tablet 2', shared: true }, pageTools());
    await joinPerson(calls, { staffId, name: 'Jo Price', shortName: 'Jo', initials: 'JP' }, PIN);
    return { derivation: (await listPeopleRows())[0]?.pin.derivation.name ?? '' };
  },
  async writeInTwoTabs() {
    const draft = await createDraft(me(), { text: 'at break' });
    const second = await openDraft(me(), draft.draftId);
    await saveOwnDraft(me(), draft, { text: 'first tab' });
    if (second) await saveOwnDraft(me(), second, { text: 'second tab' });
    return (await listDrafts(me())).drafts.map(({ content }) => (content as { text: string }).text).sort();
  },
  async sendAllDrafts(body) {
    const { drafts } = await listDrafts(me());
    const results = await Promise.all(
      drafts.map((draft) =>
        sendDraft(me(), draft, { ...body, text: (draft.content as { text: string }).text }, draft.content),
      ),
    );
    return results.map(({ kind }) => kind);
  },
  async deliver() {
    const { requests, received, unsent } = await flushOutbox(pageTools(), 'all');
    return { requests, received, unsent };
  },
  async loseConnection() {
    await useVault(async (vault) => vault.close());
  },
  async lock() {
    await lockNow(calls);
    await closeVault();
    return currentUnlocked() === null;
  },
  async unlock(pin) {
    const [row] = await listPeopleRows();
    return (await unlockWithPin(row?.authorKeyId ?? '', pin)).kind;
  },
  async progress() {
    await askHowFar(pageTools());
    const records = await listOwnRecords(me().unlockKey);
    return records.map(({ reference, steps }) => ({ reference, steps: steps.map(({ step }) => step) }));
  },
};

Object.assign(globalThis, { tablet });
