import { call } from '../../../client/data/call';
import { deviceCalls } from '../../../client/data/device-calls';
import { pageTools } from '../../../client/sealing/keep-delivering';
import { createDraft } from '../../../client/sealing/drafts';
import { sealFile } from '../../../client/sealing/seal-file';
import { sendDraft } from '../../../client/sealing/send-draft';
import { pupilOffers } from '../../../client/screens/record/suggest';
import { readKeptBoard } from '../../../client/unlock/board';
import { enrolDeviceHere } from '../../../client/unlock/enrol-device';
import { joinPerson } from '../../../client/unlock/join-person';
import type { Pupil } from '../../../client/unlock/roll';
import { stretchPin } from '../../../client/unlock/stretch';
import { unlockWithPin } from '../../../client/unlock/unlock';
import type { Unlocked } from '../../../client/unlock/unlocked';
import { flushOutbox, type FlushReport } from '../../../offline/delivery/flush';
import { listPeopleRows } from '../../../offline/vault/people';
import { sealIntoOutbox } from './seal-into-outbox';
import { strictPuts } from './strict-puts';
import { aConcernOf } from './written-concern';

/** Who logs in on this tablet, and the PIN that they choose. */
export interface Newcomer {
  readonly email: string;
  readonly password: string;
  readonly pin: string;
}

/** Concerns that are sealed at the same time. */
const LANES = 20;

let unlocked: Unlocked | null = null;

function person(): Unlocked {
  if (!unlocked) throw new Error('nobody has unlocked this page');
  return unlocked;
}

/** Milliseconds that one piece of work took. */
async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** What a program outside can have this page do; each is the product's own code, in the product's order. */
const page = {
  /** Logs in, makes this browser a device of the school and its person a person on it. */
  async enrol({ email, password, pin }: Newcomer): Promise<void> {
    const { session } = await call('logIn', { body: { email, password } });
    const { staffId, name, shortName, initials } = session;
    await enrolDeviceHere(
      deviceCalls,
      { name: 'Playground tablet', shared: true },
      { fetch: fetch.bind(globalThis) },
    );
    unlocked = await joinPerson(deviceCalls, { staffId, name, shortName, initials }, pin);
  },

  /**
   * Writes and sends concerns; nothing is delivered.
   * @returns for each, the milliseconds from "Send" to sealed and on the disk
   */
  async send(count: number, characters: number): Promise<number[]> {
    const about = await aPupilAndCategory();
    const took: number[] = [];
    for (let written = 0; written < count; written++) {
      const body = aConcernOf(characters, about);
      const draft = await createDraft(person(), { text: body.text });
      took.push(await timed(() => sendDraft(person(), draft, body, { text: body.text })));
    }
    return took;
  },

  /** Seals concerns into the outbox, several at once and without drafts; nothing is delivered. */
  async queue(count: number, characters: number): Promise<void> {
    const body = aConcernOf(characters, await aPupilAndCategory());
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      for (let at = lane; at < count; at += LANES) await sealIntoOutbox(person(), body);
    });
    await Promise.all(lanes);
  },

  /**
   * Writes and sends a record with one file of random bytes; nothing is delivered.
   * @returns ms from the file's bytes to sealed and on the disk
   */
  async sendFilm(bytes: number): Promise<number> {
    const about = await aPupilAndCategory();
    const body = aConcernOf(1024, about);
    const draft = await createDraft(person(), { text: body.text });
    const content = randomBytesOf(bytes);
    const { lineageId } = draft;
    const before = performance.now();
    const file = await sealFile({ lineageId, name: 'film.mp4', type: 'video/mp4', content }, () => undefined);
    const took = performance.now() - before;
    await sendDraft(person(), draft, body, { text: body.text }, [file]);
    return took;
  },

  /** Delivers all that waits. */
  async deliver(): Promise<FlushReport & { ms: number }> {
    const before = performance.now();
    const report = await flushOutbox(pageTools(), 'all');
    return { ...report, ms: performance.now() - before };
  },

  /** The floor of Submit: as many strict transactions that put one row of so many bytes. */
  strictPuts,

  /** From the PIN to the person unlocked, ms. */
  async unlock(pin: string): Promise<number> {
    const [row] = await listPeopleRows();
    return timed(async () => {
      const result = await unlockWithPin(row?.authorKeyId ?? '', pin);
      if (result.kind !== 'unlocked') throw new Error(`the PIN was ${result.kind}`);
      unlocked = result.unlocked;
    });
  },

  /** The floor of unlocking: the same PIN stretched alone, with the same parameters, ms. */
  async stretch(pin: string): Promise<number> {
    const [row] = await listPeopleRows();
    if (!row) throw new Error('nobody is on this device');
    return timed(() => stretchPin(row.pin.derivation, pin, new Uint8Array(row.pin.salt)));
  },

  /** How the PIN of this device's first person is stretched. */
  async derivation(): Promise<string> {
    return JSON.stringify((await listPeopleRows())[0]?.pin.derivation);
  },

  /** From each key press to the suggestions, ms; each of `texts` typed letter by letter. */
  suggest(texts: readonly string[]): { ms: number[]; found: number; pupils: number } {
    const { pupils } = person();
    const offers = pupilOffers(pupils);
    let found = 0;
    const ms = prefixesOf(texts).map((typed) => {
      const before = performance.now();
      found += offers.search(typed).length;
      return performance.now() - before;
    });
    return { ms, found, pupils: pupils.entries.length };
  },

  /** The floor of suggesting: the beginning of each pupil's last name compared, and nothing else, ms. */
  scan(texts: readonly string[]): number[] {
    const names = person().pupils.entries.map(({ pupil }) => pupil.last.toLowerCase());
    return prefixesOf(texts).map((typed) => {
      const before = performance.now();
      const found = names.filter((name) => name.startsWith(typed));
      return found.length < 0 ? 0 : performance.now() - before;
    });
  },
};

/** As a film is: nothing that a network could make smaller. */
function randomBytesOf(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

async function aPupilAndCategory(): Promise<{ pupil: Pupil; categoryId: string }> {
  const pupil = person().pupils.entries[0]?.pupil;
  const categoryId = (await readKeptBoard())?.categories[0]?.id;
  if (!pupil || categoryId === undefined) throw new Error('this school has no pupil or no category');
  return { pupil, categoryId };
}

function prefixesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
}

/** What `window.heedPage` is. */
export type HeedPage = typeof page;

declare global {
  interface Window {
    heedPage: HeedPage;
  }
}

window.heedPage = page;
