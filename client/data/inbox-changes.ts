import { noteRightsEnded, noteUnsaid } from '../contexts/session';
import { addressOf, call } from './call';

const LOCK = 'heed-inbox-stream';
const CHANNEL = 'heed-inbox';
/** The browser reconnects by itself after a broken line, not after an answer that was no stream. */
const OPEN_AGAIN_MS = 15_000;

type Listener = () => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;

/**
 * Calls `listener` whenever something in the person's inbox may have changed. One EventSource for all tabs of the
 * browser, held under a Web Lock: six of them would stall HTTP/1.1. The others hear of it by a channel. What is said
 * holds no content; what changed is asked for like everything else.
 * @returns stops it
 */
export function watchInboxChanges(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= begin();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

function begin(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (said: unknown) => {
    if (typeof said === 'number') hearRights(said);
    else listeners.forEach((listener) => listener());
  };
  channel.onmessage = ({ data }) => tell(data);
  const ended = new AbortController();
  navigator.locks
    .request(LOCK, { signal: ended.signal }, () =>
      holdStream(ended.signal, (said) => {
        tell(said);
        channel.postMessage(said);
      }),
    )
    // Aborted before it was this tab's turn.
    .catch(() => undefined);
  return () => {
    ended.abort();
    channel.close();
  };
}

/** Every line says how often rights of this person have ended: where it is more than was known, all that is open falls. */
function hearRights(ended: number): void {
  if (noteRightsEnded(ended)) void call('readSession').catch(noteUnsaid);
}

/** @param tell of what it says: that something changed, or how often rights have ended */
function holdStream(ended: AbortSignal, tell: (said: 'changed' | number) => void): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | null = null;
    let timer = 0;
    let stood = false;
    const open = () => {
      source = new EventSource(addressOf('watchInbox'));
      const hear = ({ data, type }: MessageEvent<string>) => {
        tell((JSON.parse(data) as { rightsEnded: number }).rightsEnded);
        if (type !== 'quiet') tell('changed');
      };
      // What happened after a page was read and before this line stood, or while it was broken, was told to nobody.
      for (const event of ['changed', 'hello', 'quiet']) source.addEventListener(event, hear);
      source.addEventListener('open', () => (stood = true));
      source.addEventListener('error', () => {
        const closed = source?.readyState === EventSource.CLOSED;
        // The school ends the line with the session, and refuses the next one: then nothing may stay on the screen.
        if (stood || closed) void call('readSession').catch(() => undefined);
        stood = false;
        if (!closed) return;
        timer = window.setTimeout(open, OPEN_AGAIN_MS);
      });
    };
    open();
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      resolve();
    });
  });
}
