import { flushOutbox, type FlushReport } from '../../offline/delivery/flush';
import type { DeliveryTools } from '../../offline/delivery/post';
import { backOff, MAX_WAIT_MS, type Urgency } from '../../offline/outbox/policy';
import { noteReached, noteUnreached } from '../contexts/connectivity';
import { lookIntoOutbox, noteDelivery } from '../contexts/outbox';
import { watchUnlocked } from '../contexts/unlocked';
import { requestSync } from '../sw-bridge';
import { askSoon } from './keep-asking';

/** The longest wait between two tries while somebody looks (envelope.md, Delivering). */
const VISIBLE_WAIT_MS = 45_000;
/** Another tab or the worker is at it: look again after this. */
const BUSY_WAIT_MS = 2_000;
/** Timers may fire a little early, and a lease counts to its last millisecond. */
const AFTER_LEASE_MS = 50;
/** A network that comes back brings a whole school's tablets at once. */
const ONLINE_JITTER_MS = [1_000, 3_000] as const;

/** Delivery as a page does it. */
export const pageTools = (): DeliveryTools => ({
  fetch: globalThis.fetch.bind(globalThis),
  now: Date.now,
  random: Math.random,
  locks: 'locks' in navigator ? navigator.locks : null,
});

/** One page's delivery: which triggers it hears, and when it tries again. */
class Delivery {
  readonly #tools: DeliveryTools;
  readonly #stops: (() => void)[] = [];
  #running: Promise<FlushReport> | null = null;
  #wanted: Urgency | null = null;
  /** held rows were to be tried, and another tab or the worker was at it: no lesser wish may take its place */
  #owesAll = false;
  #timer = 0;
  #failures = 0;
  #triesAt: number | null = null;
  #stopped = false;

  constructor(tools: DeliveryTools) {
    this.#tools = tools;
    const now = () => void this.flush('due');
    this.#on(window, 'pageshow', now);
    this.#on(window, 'focus', now);
    this.#on(document, 'visibilitychange', () => document.visibilityState === 'visible' && now());
    const [least, most] = ONLINE_JITTER_MS;
    this.#on(window, 'online', () => {
      // What failed without a network says nothing about this one: a hiccup now must not wait as long as that did.
      this.#failures = 0;
      this.#tryIn(least + Math.random() * (most - least));
    });
    void this.flush('all');
    this.#stops.push(watchUnlocked((unlocked) => unlocked && now()));
  }

  /** Delivers now, or right after what is being delivered. */
  async flush(urgency: Urgency): Promise<FlushReport> {
    if (this.#running) {
      this.#wanted = this.#wanted === 'all' ? 'all' : urgency;
      return this.#running;
    }
    clearTimeout(this.#timer);
    noteDelivery({ delivering: true, tryingAgainAt: null });
    const now = this.#owesAll ? 'all' : urgency;
    this.#running = flushOutbox(this.#tools, now);
    try {
      const report = await this.#running;
      this.#owesAll = report.busy && now === 'all';
      this.#after(report);
      return report;
    } finally {
      this.#running = null;
      noteDelivery({ delivering: false, tryingAgainAt: this.#triesAt });
      void lookIntoOutbox();
      const wanted = this.#wanted;
      this.#wanted = null;
      if (wanted && !this.#stopped) void this.flush(wanted);
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #after(report: FlushReport): void {
    if (report.unanswered) noteUnreached();
    else if (report.requests > 0) noteReached();
    if (report.received > 0) askSoon();
    this.#failures = report.unanswered ? this.#failures + 1 : 0;
    this.#triesAt = null;
    if (report.unsent === 0 || this.#stopped) return;
    if (report.busy) {
      this.#tryIn(BUSY_WAIT_MS);
      return;
    }
    const most = document.visibilityState === 'visible' ? VISIBLE_WAIT_MS : MAX_WAIT_MS;
    // Nothing due and nothing failed: what waits is held or leased, and its own time comes.
    const own = report.unanswered
      ? backOff(this.#failures - 1, this.#tools.random(), most)
      : Math.min(most, this.#untilFree(report));
    this.#tryIn(Math.max(own, report.retryAfterMs));
  }

  /** A worker that was killed while it sent leaves its leases behind: the time until the first of them ends, ms. */
  #untilFree({ leasedUntil }: FlushReport): number {
    return leasedUntil === null ? Infinity : Math.max(0, leasedUntil - this.#tools.now()) + AFTER_LEASE_MS;
  }

  #tryIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#triesAt = Date.now() + ms;
    this.#timer = window.setTimeout(() => void this.flush('due'), ms);
  }

  #on(target: EventTarget, type: string, run: () => void): void {
    target.addEventListener(type, run);
    this.#stops.push(() => target.removeEventListener(type, run));
  }
}

let delivery: Delivery | null = null;

/** Starts delivering in this page, once, with every trigger of envelope.md. @returns stops it */
export function startDelivering(tools: DeliveryTools = pageTools()): () => void {
  delivery ??= new Delivery(tools);
  const mine = delivery;
  return () => {
    mine.stop();
    if (delivery === mine) delivery = null;
  };
}

/** After a submit, a log-in's first call, any successful answer: delivers now, and asks the worker to as well. */
export function deliverSoon(): void {
  void requestSync();
  void delivery?.flush('due');
}

/** "Try now", after log-in and enrolment: held rows too. Null where delivering was never started. */
export async function deliverNow(): Promise<FlushReport | null> {
  return (await delivery?.flush('all')) ?? null;
}
