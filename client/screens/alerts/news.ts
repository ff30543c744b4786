import type { LitElement, ReactiveController, ReactiveControllerHost } from 'lit';
import type { Concern, ConcernNews } from '../../../protocol/concerns';
import { announce } from '../../components/heed-live-region';
import { asCallFault } from '../../data/call-fault';
import { readConcernNews } from '../../data/concerns';
import { watchInboxChanges } from '../../data/inbox-changes';
import { news as words } from '../../strings/inbox';
import type { OpenConcern } from './open-concern';

/** Many changes at once are one look, ms. */
const SETTLE = 250;
/** More deeds than this are counted, not told one by one. */
const TOLD = 2;

/** Hears what others do about the concern that is open, for as long as its screen stands. */
export class NewsOfConcern implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #open: OpenConcern;
  #heard: { id: string; news: ConcernNews } | null = null;
  #timer = 0;
  /** Something changed while the concern was still being read: its answer may be from before. */
  #toLook = false;
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost, open: OpenConcern) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchInboxChanges(() => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#look(), SETTLE);
    });
  }

  hostUpdated(): void {
    if (this.#toLook && this.#open.concern) void this.#look();
  }

  hostDisconnected(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#heard = null;
    this.#toLook = false;
  }

  /** What is new since the open concern was read, as sentences; empty: nothing. */
  get said(): string {
    const { concern } = this.#open;
    return concern && this.#heard?.id === concern.id ? newsWords(concern, this.#heard.news) : '';
  }

  async #look(): Promise<void> {
    const { concern } = this.#open;
    this.#toLook = !concern;
    if (!concern) return;
    const before = this.said;
    try {
      const news = await readConcernNews(concern.id);
      if (concern.id !== this.#open.concern?.id) return;
      this.#heard = { id: concern.id, news };
      const come = this.#open.noteFiles(news.files ?? []);
      if (come > 0) announce(words.filesCame(come));
    } catch (thrown) {
      // Rights may have changed meanwhile (access.md); without a connection what was read simply stays.
      if (asCallFault(thrown).code === 'not-found') this.#open.leave(concern.id);
      return;
    }
    const { said } = this;
    if (said !== '' && said !== before) announce(said);
    this.#host.requestUpdate();
  }
}

/** Reads the concern again and goes to what is new in it, as the press asked: its words, before the line that says that they came. */
export async function goToNews(screen: LitElement, open: OpenConcern): Promise<void> {
  await open.showNews();
  await screen.updateComplete;
  const first = screen.querySelector<HTMLElement>('.desk-detail .fresh');
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'center' });
}

/**
 * "Tom Lowe has taken this. Tom Lowe added an action."; empty where the concern that was read says it all. News that
 * are older than the concern say nothing either: deeds only become more.
 */
export function newsWords(concern: Concern, { deeds, status }: ConcernNews): string {
  const known = new Set(concern.history.map(({ id }) => id));
  const unread = deeds.filter(({ id }) => !known.has(id));
  if (unread.length > TOLD) return words.several(unread.length);
  if (unread.length > 0) return unread.map(deedWords).join(' ');
  // Reopening is a deed: whoever has read of it knows better than news from before.
  const openedAgain = concern.history.some(({ kind }) => kind === 'reopened');
  return status === 'closed' && concern.status !== 'closed' && !openedAgain ? words.closed : '';
}

function deedWords({ kind, by, you }: ConcernNews['deeds'][number]): string {
  const name = you ? words.you : (by ?? words.someone);
  switch (kind) {
    case 'taken':
      return you ? words.youTook : words.taken(name);
    case 'given':
      return words.given(name);
    case 'level':
      return words.level(name);
    case 'sorted':
      return words.sorted(name);
    case 'redated':
      return words.redated(name);
    case 'linked':
    case 'unlinked':
      return words.linked(name);
    case 'closed':
      return words.closedBy(name);
    case 'reopened':
      return words.reopened(name);
    case 'marked':
    case 'unmarked':
      return words.marked(name);
    case 'reply':
      return words.replied(name);
    case 'addendum':
      return words.wroteMore(name);
    case 'covered':
      return words.covered(name);
    case 'matched':
    case 'wrong-pupil':
      return words.matched(name);
    default:
      return you ? words.youAdded : words.added(name);
  }
}
