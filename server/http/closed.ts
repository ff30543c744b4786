import Koa from 'koa';
import { problems } from '../../protocol/problems';

/** Seconds after which a device may ask again. */
const ASK_AGAIN = 60;

/** Answers 503 to everything while the server cannot open its keys (envelope.md, Key journal). */
export function closedApp(): Koa {
  const app = new Koa();
  app.use((ctx) => {
    const { status, title } = problems.closed;
    ctx.status = status;
    ctx.set({
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'Retry-After': String(ASK_AGAIN),
    });
    ctx.body = JSON.stringify({
      type: 'about:blank#closed',
      title,
      status,
      code: 'closed',
      retryAfter: ASK_AGAIN,
    });
  });
  return app;
}
