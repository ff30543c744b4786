import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listKept } from '../../client/screens/practice/kept';
import { practising, reachingNobody } from '../../client/screens/practice/practice-school';
import { countPractice, PRACTICE_S } from '../../client/screens/practice/practice-time';
import { asReal } from '../../client/screens/practice/words-typed';
import { buildBody } from '../../client/screens/record/build-body';
import { goesTo } from '../../client/screens/record/goes-to';
import { emptyContent, type RecordContent } from '../../client/screens/record/record-content';
import { pupilOffers } from '../../client/screens/record/suggest';
import { createDraft, listDrafts, openDraft } from '../../client/sealing/drafts';
import { keepPractice, makeReal } from '../../client/sealing/practice-drafts';
import { sendDraft } from '../../client/sealing/send-draft';
import { removePerson, textsLeftBy } from '../../client/unlock/remove-person';
import type { Unlocked } from '../../client/unlock/unlocked';
import { listOutbox } from '../../offline/outbox/store';
import { hasChore, queueChore } from '../../offline/vault/chores';
import { useVault } from '../../offline/vault/connection';
import { readDraftRow } from '../../offline/vault/drafts';
import type { DeviceBoard } from '../../protocol/devices';
import { parseEnvelope } from '../../protocol/envelope/format';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox } from '../offline/tablet';

const WORDS = 'He said that nobody had made him anything at home since Friday.';
let school: School;
let jo: Unlocked;
let sam: Unlocked;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  sam = await aPersonOn(school, 'Sam Okoro');
  jo = await aPersonOn(school, 'Jo Price');
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
});

afterEach(() => vi.useRealTimers());

const board = {
  categories: [{ id: 'hurt', parentId: null, goesTo: ['Mrs Shah'], limited: [] }],
  fallback: ['Mrs Shah'],
  staffPath: [[{ id: 'head', name: 'The head' }]],
  duty: [],
} as unknown as DeviceBoard;

/** A form in which an invented pupil was picked. */
function written(who: Unlocked): RecordContent {
  const [robin] = pupilOffers(practising(who, board).pupils).search('robin');
  return {
    ...emptyContent,
    pupils: [
      { kind: 'listed', pupil: robin!, role: 'was-hurt' },
      { kind: 'name-unknown', description: 'a boy in red', role: '' },
    ],
    text: WORDS,
    categories: ['hurt'],
    told: 'not-yet',
    startedAt: Date.now() - 60_000,
  };
}

describe('what is written while practising', () => {
  it('is no draft, has no parked envelope, is in no outbox, and opens for its author alone', async () => {
    const first = await keepPractice(jo, null, written(jo));
    await keepPractice(jo, first, { ...written(jo), text: `${WORDS} He cried.` });
    expect((await listKept(jo)).map(({ content }) => (content as RecordContent).text)).toEqual([
      `${WORDS} He cried.`,
    ]);
    expect(await listKept(sam)).toEqual([]);
    expect(await openDraft(jo, first.draftId)).toBeNull();
    expect((await listDrafts(jo)).drafts).toEqual([]);
    expect(await listOutbox()).toEqual([]);
    const stores = ['drafts', 'outbox', 'envelopes'] as const;
    for (const store of stores) expect(await useVault((vault) => vault.count(store))).toBe(0);
    const [row] = await useVault((vault) => vault.getAll('practice'));
    expect(new TextDecoder('latin1').decode(row!.ciphertext)).not.toContain('nobody had made');
  });

  it('that turns out to be real is a real draft with its words, and no practice any more', async () => {
    const practice = await keepPractice(jo, null, written(jo));
    const real = await makeReal(jo, practice, asReal(written(jo)));
    const opened = (await openDraft(jo, real.draftId))?.content as RecordContent;
    expect(opened).toMatchObject({ text: WORDS, categories: ['hurt'], told: 'not-yet' });
    expect(opened.pupils).toEqual([{ kind: 'name-unknown', description: 'a boy in red', role: '' }]);
    const row = await readDraftRow(real.draftId);
    expect(parseEnvelope(new Uint8Array(row!.parked.bytes)).header.kind).toBe('parked');
    expect(await listKept(jo)).toEqual([]);
    expect(await listOutbox()).toEqual([]);
  });

  it('with nothing but ticks in it is no loss: it is not asked after', async () => {
    await keepPractice(jo, null, { ...emptyContent, told: 'not-yet', categories: ['hurt'] });
    expect(await listKept(jo)).toEqual([]);
    expect(await useVault((vault) => vault.count('practice'))).toBe(0);
  });

  it('counts among the texts that are lost with a person’s place here, and goes with it', async () => {
    const pat = await aPersonOn(school, 'Pat Field');
    await keepPractice(pat, null, written(pat));
    await keepPractice(jo, null, written(jo));
    const { authorKeyId } = pat.person;
    await queueChore(`practised:${authorKeyId}`, Date.now());
    expect(await textsLeftBy(authorKeyId)).toEqual({ drafts: 0, practice: 1, additions: 0 });
    await removePerson(authorKeyId, null);
    expect(await hasChore(`practised:${authorKeyId}`)).toBe(false);
    expect(await listKept(jo)).toHaveLength(1);
    expect(await useVault((vault) => vault.count('practice'))).toBe(1);
  });
});

describe('an invented pupil', () => {
  it('is found instead of the roll, and gets into no envelope', async () => {
    const offers = pupilOffers(practising(jo, board).pupils);
    expect(offers.quick).toHaveLength(6);
    expect(offers.quick.every(({ name }) => name.endsWith(' Practice'))).toBe(true);
    const content = written(jo);
    const draft = await createDraft(jo, content);
    const body = buildBody({ ...content, categories: [] }, { now: Date.now(), lead: '' });
    await expect(sendDraft(jo, draft, body, content)).rejects.toThrow();
    expect(await listOutbox()).toEqual([]);
  });

  it('lets the form name nobody as whoever will get it', () => {
    const { roll } = practising(jo, board);
    expect(goesTo(board, roll, written(jo))).not.toEqual([]);
    expect(goesTo(reachingNobody(board), roll, written(jo))).toEqual([]);
  });
});

it('practice ends after ten minutes, and says so in the last of them', () => {
  vi.useFakeTimers();
  const heard: (number | null)[] = [];
  let now = 0;
  countPractice(
    (left) => heard.push(left),
    () => now,
  );
  const pass = (seconds: number) => {
    now += seconds * 1000;
    vi.advanceTimersByTime(1000);
  };
  pass(PRACTICE_S - 61);
  pass(1);
  pass(59);
  pass(1);
  pass(5);
  expect(heard).toEqual([null, 60, 1, 0]);
});
