import type Koa from 'koa';
import type { Logger } from 'pino';
import { presentProblem, type Recognise } from './problem';

/** The one place that turns a fault into an answer: `application/problem+json` (RFC 9457). */
export function handleFaults(log: Logger, recognise: Recognise): Koa.Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (fault) {
      const body = presentProblem(fault, log, recognise);
      ctx.status = body.status;
      ctx.set('Cache-Control', 'no-store');
      ctx.set('Content-Type', 'application/problem+json');
      if (body.retryAfter !== undefined) ctx.set('Retry-After', String(body.retryAfter));
      ctx.body = JSON.stringify(body);
    }
  };
}
