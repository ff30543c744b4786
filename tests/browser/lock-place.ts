import { ContextProvider } from '@lit/context';
import { clockContext } from '../../client/contexts/clock';
import { outboxContext, watchOutbox } from '../../client/contexts/outbox';
import { sessionContext, watchSession } from '../../client/contexts/session';
import { unlockedContext, watchUnlocked } from '../../client/contexts/unlocked';
import { startRouter, type Place } from '../../client/router';
import '../../client/styles/index.css';

/** Where `go` led, in order. */
export const visited: string[] = [];
const from = location.pathname + location.search;

/** The shell's part for one screen alone: contexts from the real sources, and a router that only takes notes. */
export function aPlaceForScreens(): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  const provide = {
    clock: new ContextProvider(place, { context: clockContext, initialValue: Date.now() }),
    outbox: new ContextProvider(place, { context: outboxContext }),
    session: new ContextProvider(place, { context: sessionContext }),
    unlocked: new ContextProvider(place, { context: unlockedContext }),
  };
  watchOutbox((value) => provide.outbox.setValue(value));
  watchSession((value) => provide.session.setValue(value));
  watchUnlocked((value) => provide.unlocked.setValue(value));
  const everywhere = {
    path: '*',
    tag: 'div',
    title: '',
    needs: 'anyone',
    load: async () => undefined,
  } as const;
  startRouter([everywhere], (where: Place, by) => {
    if (by === 'link') visited.push(where.href);
    // The test runner's own address must survive.
    history.replaceState(null, '', from);
  });
  return place;
}

/** Waits until `look` finds something. @throws what it looked for, after 15 seconds */
export async function until<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 750; tries += 1) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never came: ${what}`);
}
