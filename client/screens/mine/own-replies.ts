import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askAsAuthor, AuthorCallFailed } from '../../../offline/delivery/author-call';
import { readDevice } from '../../../offline/vault/device';
import { listRepliesAsAuthor, openReplyAsAuthor, type Reply } from '../../../protocol/replies';
import { currentSession, watchSession, type SessionState } from '../../contexts/session';
import { currentUnlocked, watchUnlocked } from '../../contexts/unlocked';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { watchInboxChanges } from '../../data/inbox-changes';
import { ownReply as words } from '../../strings/reply';
import type { Unlocked } from '../../unlock/unlocked';

const tools = () => ({ fetch: globalThis.fetch.bind(globalThis) });

/**
 * Replies to whoever is here: unlocked on a device of the school, or logged in. That there is one comes first; its words
 * are fetched when it is opened, and go when it is put away, or its person goes.
 */
export class OwnReplies implements ReactiveController {
  all: readonly Reply[] = [];
  /** what is open, and its words */
  opened: { id: string; text: string } | null = null;
  fault: { id: string; why: string } | null = null;
  busy = false;
  readonly #host: ReactiveControllerHost;
  #person = '';
  #asked = 0;
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const look = () => this.#look();
    this.#stops = [watchUnlocked(look), watchSession(look), watchSession((state) => this.#fall(state))];
    if (currentSession().session) this.#stops.push(watchInboxChanges(() => void this.load()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#drop();
    this.#person = '';
  }

  async load(): Promise<void> {
    const asked = (this.#asked += 1);
    try {
      const all = await listOwn();
      if (asked === this.#asked) this.all = all;
    } catch {
      // The page says how far records have come all the same.
    }
    this.#host.requestUpdate();
  }

  /** Opens a reply; the leads see when it was first read. */
  async open(id: string): Promise<void> {
    if (this.busy) return;
    const person = this.#person;
    [this.busy, this.fault] = [true, null];
    this.#host.requestUpdate();
    try {
      const text = await openOwn(id);
      if (person === this.#person) this.opened = { id, text };
    } catch (thrown) {
      const why = thrown instanceof AuthorCallFailed ? words.needsConnection : asCallFault(thrown).title;
      if (person === this.#person) this.fault = { id, why };
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  close(): void {
    this.opened = null;
    this.#host.requestUpdate();
  }

  /** Whoever is here now: nobody else's replies may stay. */
  #look(): void {
    const person = currentUnlocked()?.person.staffId ?? currentSession().session?.staffId ?? '';
    if (person === this.#person) return;
    this.#drop();
    this.#person = person;
    if (person !== '') void this.load();
  }

  /** It may have been covered, or be about a child whom this person turned out to be close to. */
  #fall({ falling }: SessionState): void {
    if (falling !== true || this.opened === null) return;
    this.opened = null;
    void this.load();
  }

  #drop(): void {
    this.#asked += 1;
    [this.all, this.opened, this.fault] = [[], null, null];
    this.#host.requestUpdate();
  }
}

async function listOwn(): Promise<readonly Reply[]> {
  const unlocked = currentUnlocked();
  if (!unlocked) return (await call('listReplies')).replies;
  const answer = await ask(unlocked, listRepliesAsAuthor.path);
  const read = await listRepliesAsAuthor.reply['~standard'].validate(await answer.json());
  if (read.issues) throw new AuthorCallFailed('no replies');
  return read.value.replies;
}

async function openOwn(id: string): Promise<string> {
  const unlocked = currentUnlocked();
  if (!unlocked) return (await call('openReply', { params: { id } })).text;
  const answer = await ask(unlocked, openReplyAsAuthor.path.replace(':id', id));
  const read = await openReplyAsAuthor.reply['~standard'].validate(await answer.json());
  if (read.issues) throw new AuthorCallFailed('no reply');
  return read.value.text;
}

async function ask({ person: { authorKeyId }, authorKey }: Unlocked, path: string): Promise<Response> {
  const device = await readDevice();
  if (!device) throw new AuthorCallFailed('no device');
  return askAsAuthor(device, { authorKeyId, authorKey }, path, tools());
}
