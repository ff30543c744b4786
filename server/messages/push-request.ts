import { request, type Agent } from 'node:https';
import { SECOND } from '../clock';

/** How the server reaches push services; a test gives an agent that trusts its own certificate. */
export interface PushTransport {
  readonly agent?: Agent;
  /** Milliseconds for the whole exchange. */
  readonly timeout?: number;
}

export interface PushAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

const TIMEOUT = 10 * SECOND;

/** The push service took longer than we wait. */
export class NoAnswerInTime extends Error {}

/**
 * One POST over TLS. Redirects are never followed: a 3xx is an answer like any other. The body of the answer is
 * thrown away unread, because it may quote the subscription.
 * @throws when no answer comes; NoAnswerInTime after the time-out
 */
export function postPush(
  endpoint: string,
  headers: Readonly<Record<string, string | number>>,
  body: Uint8Array,
  transport: PushTransport,
): Promise<PushAnswer> {
  const signal = AbortSignal.timeout(transport.timeout ?? TIMEOUT);
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      headers: { ...headers },
      signal,
      ...(transport.agent && { agent: transport.agent }),
    };
    const outgoing = request(endpoint, options, (answer) => {
      answer.on('error', () => outgoing.destroy());
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
    });
    outgoing.on('error', (fault) => reject(signal.aborted ? new NoAnswerInTime() : fault));
    outgoing.end(body);
  });
}
