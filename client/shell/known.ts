import { ContextProvider } from '@lit/context';
import type { LitElement } from 'lit';
import { clockContext, watchClock } from '../contexts/clock';
import { connectivityContext, watchConnectivity, type Connectivity } from '../contexts/connectivity';
import { outboxContext, watchOutbox, type OutboxView } from '../contexts/outbox';
import { sessionContext, watchSession, type SessionState } from '../contexts/session';
import { unlockedContext, watchUnlocked } from '../contexts/unlocked';
import type { Route } from '../router';
import type { Unlocked } from '../unlock/unlocked';
import type { GateFacts } from './gate';
import { readHere, type Here } from './here';

/** What the frame does beside drawing itself anew. */
export interface KnownEvents {
  session: () => void;
  unlocked: () => void;
  connectivity: () => void;
}

/** All that the frame knows at this moment, from its sources; every screen is given it by context. */
export class Known {
  /** null until the vault was looked into */
  here: Here | null = null;
  session: SessionState = { known: false, session: null, skew: 0 };
  unlocked: Unlocked | null = null;
  outbox: OutboxView | null = null;
  connectivity: Connectivity = 'unknown';
  /** device clock, ms */
  now = Date.now();
  /** whose password was typed in this page: until it locks that stands for a PIN */
  typedFor: string | null = null;
  readonly #host: LitElement;
  readonly #provide;

  constructor(host: LitElement) {
    this.#host = host;
    this.#provide = {
      session: new ContextProvider(host, { context: sessionContext }),
      unlocked: new ContextProvider(host, { context: unlockedContext }),
      outbox: new ContextProvider(host, { context: outboxContext }),
      connectivity: new ContextProvider(host, { context: connectivityContext }),
      clock: new ContextProvider(host, { context: clockContext }),
    };
  }

  /** Follows every source from now on. */
  start(events: KnownEvents): void {
    const draw = () => this.#host.requestUpdate();
    watchClock((now) => {
      this.#provide.clock.setValue((this.now = now));
      draw();
    });
    watchConnectivity((value) => {
      this.#provide.connectivity.setValue((this.connectivity = value));
      events.connectivity();
      draw();
    });
    watchOutbox((value) => {
      this.#provide.outbox.setValue((this.outbox = value));
      draw();
    });
    watchSession((value) => {
      this.#provide.session.setValue((this.session = value));
      if (!value.session) this.typedFor = null;
      events.session();
      draw();
    });
    watchUnlocked((value) => {
      this.#provide.unlocked.setValue((this.unlocked = value));
      events.unlocked();
      draw();
    });
  }

  /** Looks into the vault: what this browser is to the school. */
  async lookHere(): Promise<void> {
    this.here = await readHere();
    this.#host.requestUpdate();
  }

  /**
   * Null before the vault was looked into. Where rights have just ended, the school has to say anew what this session is
   * before a place shows what was recorded.
   */
  gateFactsOf(route: Route | undefined): GateFacts | null {
    const { session, falling } = this.session;
    const known = this.session.known && !(falling && route?.recorded);
    return (
      this.here && {
        enrolled: this.here.enrolled,
        unlocked: this.unlocked !== null,
        known,
        loggedIn: session !== null,
        typedHere: session !== null && this.typedFor === session.staffId,
      }
    );
  }
}
