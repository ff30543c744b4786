import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Concern, ConcernNews } from '../../../protocol/concerns';
import { announce } from '../../components/heed-live-region';
import { currentSession } from '../../contexts/session';
import { asCallFault } from '../../data/call-fault';
import { finishAction, readConcern, takeConcern } from '../../data/concerns';
import { markAlertRead, undoAlertRead } from '../../data/inbox';
import { done } from '../../strings/concern-actions';
import { concern as words } from '../../strings/inbox';
import { withNews } from './files-news';

/** What stands in the pane beside the list. */
export type Opened =
  | { kind: 'none' | 'loading' | 'elevate' | 'gone' }
  | { kind: 'failed'; why: string }
  | { kind: 'shown'; concern: Concern };

/** What the pane shows of the open concern, and asks of it. */
export type ShownConcern = Pick<
  OpenConcern,
  'id' | 'concern' | 'opened' | 'busy' | 'fault' | 'fresh' | 'take' | 'finish' | 'markRead' | 'undoRead'
>;

/** The one concern that is open. */
export class OpenConcern implements ReactiveController {
  /** the alert's or concern's id in the address; null: none is open */
  id: string | null = null;
  /** null until it is known */
  concernId: string | null = null;
  opened: Opened = { kind: 'none' };
  /** why the last deed was not done, or empty */
  fault = '';
  /** ids of what "Show what is new" has just brought */
  fresh: ReadonlySet<string> = new Set();
  readonly #host: ReactiveControllerHost;
  readonly #concernIdOf: (id: string) => Promise<string>;
  /** ids of concerns of which something is being sent */
  readonly #sending = new Set<string>();
  #asked = 0;

  /** @param concernIdOf finds the concern behind an address */
  constructor(host: ReactiveControllerHost, concernIdOf: (id: string) => Promise<string>) {
    this.#host = host;
    this.#concernIdOf = concernIdOf;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#set({ kind: 'none' });
  }

  get concern(): Concern | null {
    return this.opened.kind === 'shown' ? this.opened.concern : null;
  }

  /** something is being sent of the one that stands here: its buttons wait */
  get busy(): boolean {
    return this.concern !== null && this.#sending.has(this.concern.id);
  }

  /**
   * Opens what an address names. Opening is kept in the audit, so this is never done by itself.
   * @param mayRead false while the person has to elevate first
   */
  async open(id: string | null, mayRead: boolean): Promise<void> {
    this.id = id;
    this.concernId = null;
    this.fault = '';
    this.fresh = new Set();
    this.#set({ kind: id === null ? 'none' : mayRead ? 'loading' : 'elevate' });
    if (id === null || !mayRead) return;
    const asked = this.#asked;
    try {
      const concernId = await this.#concernIdOf(id);
      if (asked !== this.#asked) return;
      this.concernId = concernId;
      const concern = await readConcern(concernId);
      if (asked === this.#asked) this.#set({ kind: 'shown', concern });
    } catch (thrown) {
      if (asked === this.#asked) this.#set(afterFault(thrown));
    }
  }

  /** The elevation has ended: nothing of the concern stays, and no answer from before may bring it back. */
  drop(): void {
    if (this.id !== null) this.#set({ kind: 'elevate' });
  }

  /** It is no longer for this person to read. */
  leave(concernId: string): void {
    if (concernId === this.concern?.id) this.#set({ kind: 'gone' });
  }

  /**
   * Reads it again where it stands, so that nothing moves under the reader's eyes. An opening, like the first one:
   * only a person's press does it.
   */
  async showNews(): Promise<void> {
    const { concern } = this;
    if (!concern) return;
    const known = new Set(concern.history.map(({ id }) => id));
    await this.#do(concern, '', async () => {
      const now = await readConcern(concern.id);
      if (now.id !== this.concern?.id) return;
      this.fresh = new Set(now.history.map(({ id }) => id).filter((id) => !known.has(id)));
      this.show(now);
    });
  }

  /** Shows what the school answered to a deed. */
  show(concern: Concern): void {
    if (concern.id === this.concern?.id) this.#set({ kind: 'shown', concern });
  }

  /** How far its files have come: they are the same files, so nothing new is opened. @returns how many have just come */
  noteFiles(news: NonNullable<ConcernNews['files']>): number {
    const { concern } = this;
    if (!concern) return 0;
    const [shown, come] = withNews(concern, news);
    if (shown) this.#set({ kind: 'shown', concern: shown });
    return come;
  }

  /** "I'll take this". When somebody was first, it is loaded again and says who. */
  async take(): Promise<void> {
    const { concern } = this;
    if (!concern?.may.take) return;
    await this.#do(concern, words.tookIt, async () => this.show(await takeConcern(concern.id)));
  }

  /** What was due is done, or answered. */
  async finish(actionId: string): Promise<void> {
    const { concern } = this;
    if (!concern) return;
    await this.#do(concern, done.finished, async () => this.show(await finishAction(concern.id, actionId)));
  }

  async markRead(): Promise<void> {
    const { concern } = this;
    const alert = concern?.may.markRead ? concern.alert : null;
    if (!concern || !alert) return;
    await this.#do(concern, words.markedRead, async () => {
      await markAlertRead(alert.id);
      this.#setRead(concern.id, new Date(Date.now() + currentSession().skew).toISOString());
    });
  }

  async undoRead(): Promise<void> {
    const { concern } = this;
    const alert = concern?.alert;
    if (!concern || !alert) return;
    await this.#do(concern, words.undone, async () => {
      await undoAlertRead(alert.id);
      this.#setRead(concern.id, null);
    });
  }

  /** Says why something could not be begun. @returns null: nothing was decided */
  say(fault: string): null {
    this.fault = fault;
    this.#host.requestUpdate();
    return null;
  }

  /** @param did what is said once it is done, or empty */
  async #do(concern: Concern, did: string, deed: () => Promise<void>): Promise<void> {
    if (this.#sending.has(concern.id)) return;
    this.#sending.add(concern.id);
    this.fault = '';
    this.#host.requestUpdate();
    try {
      await deed();
      if (did !== '') announce(this.#of(concern, did));
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'elevation-needed') this.drop();
      else this.fault = this.#of(concern, fault.title);
    } finally {
      this.#sending.delete(concern.id);
      this.#host.requestUpdate();
    }
  }

  /** What is said of a concern: by its reference where another one stands here meanwhile. */
  #of({ id, reference }: Concern, said: string): string {
    return id === this.concernId ? said : words.ofAnother(reference, said);
  }

  /** Reading it again would note another opening in the audit; the school has said that it is done. */
  #setRead(id: string, readAt: string | null): void {
    const { concern } = this;
    if (concern?.id !== id || !concern.alert) return;
    const alert = { ...concern.alert, readAt, undo: readAt !== null };
    const may = { ...concern.may, markRead: readAt === null };
    this.#set({ kind: 'shown', concern: { ...concern, alert, may } });
  }

  #set(opened: Opened): void {
    this.#asked += 1;
    this.opened = opened;
    this.#host.requestUpdate();
  }
}

function afterFault(thrown: unknown): Opened {
  const fault = asCallFault(thrown);
  if (fault.code === 'elevation-needed') return { kind: 'elevate' };
  if (fault.code === 'not-found' || fault.code === 'not-valid') return { kind: 'gone' };
  return { kind: 'failed', why: fault.title };
}
