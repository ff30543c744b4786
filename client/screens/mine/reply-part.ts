import { html, nothing, type TemplateResult } from 'lit';
import type { Reply } from '../../../protocol/replies';
import { icon } from '../../components/heed-icon';
import { ownReply as words } from '../../strings/reply';
import { dayAndTime } from '../../strings/times';
import type { OwnReplies } from './own-replies';

/** What the page shows of replies, and asks of them. */
export type ShownReplies = Pick<OwnReplies, 'all' | 'opened' | 'fault' | 'busy' | 'open' | 'close'>;

/** One reply: that it is there, and its words when its author opens it. @param now device clock, ms */
export function replyPart(reply: Reply, replies: ShownReplies, now: number): TemplateResult {
  const { opened, fault, busy } = replies;
  const when = dayAndTime(Date.parse(reply.at), now);
  return html`<div class="own-reply">
    <p class="own-reply-head">
      ${icon('reply')}<span
        ><strong>${reply.readAt === null ? words.waits : words.there}</strong>
        <span class="hint">${words.about(reply.reference, when)}</span></span
      >
    </p>
    ${opened?.id === reply.id
      ? html`<blockquote class="own-reply-text">${opened.text}</blockquote>
          <p class="hint">${words.onlyHere}</p>
          <button type="button" class="button small" @click=${() => replies.close()}>${words.close}</button>`
      : html`<button
          type="button"
          class="button small"
          aria-label=${words.openAbout(reply.reference)}
          aria-disabled=${busy}
          @click=${() => void replies.open(reply.id)}
        >
          ${words.open}
        </button>`}
    ${fault?.id === reply.id
      ? html`<p class="error" role="alert">${icon('circle-alert')}<span>${words.failed(fault.why)}</span></p>`
      : nothing}
  </div>`;
}

/** Replies to records that lie on no list here: recorded on another device. */
export function otherReplies(
  replies: ShownReplies,
  here: ReadonlySet<string>,
  now: number,
): TemplateResult | typeof nothing {
  const others = replies.all.filter(({ envelopeId }) => !here.has(envelopeId));
  if (others.length === 0) return nothing;
  return html`<section class="card">
    <h2 class="h2">${words.title}</h2>
    <ul class="rows">
      ${others.map((reply) => html`<li>${replyPart(reply, replies, now)}</li>`)}
    </ul>
  </section>`;
}
