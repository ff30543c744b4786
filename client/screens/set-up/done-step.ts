import { html, type TemplateResult } from 'lit';
import type { SetUpReply } from '../../../protocol/set-up';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { logIn } from '../../strings/log-in';
import { setUp as words } from '../../strings/set-up';
import './copy-button';
import './demo-accounts';

/** The school stands. */
export function doneVerdict({ schoolName, address }: SetUpReply): TemplateResult {
  return html`<section class="verdict">
    ${icon('circle-check')}
    <div class="words">
      <h2 tabindex="-1">${schoolName}</h2>
      <p class="hint">${words.openAt(address)}</p>
    </div>
  </section>`;
}

/** Who was mailed, or the mail to hand over; for a demo school how to get in. */
export function doneStep({ schoolName, welcome, demo }: SetUpReply): TemplateResult {
  return demo
    ? html`<heed-demo-accounts .schoolName=${schoolName} .demo=${demo}></heed-demo-accounts>`
    : welcomeMail(welcome);
}

function welcomeMail({ to, subject, text, mailed }: SetUpReply['welcome']): TemplateResult {
  if (mailed) {
    return html`<heed-notice tone="ok" sign="mail"
      ><strong>${words.welcomeSent(to)}</strong> ${words.nobodyElse}</heed-notice
    >`;
  }
  return html`<heed-notice tone="danger" .heading=${words.noMail}>${words.noMailWhy}</heed-notice>
    <section class="card">
      <div class="row apart">
        <h2>${words.welcomeCopy}</h2>
        <heed-copy-button .text=${`${subject}\n\n${text}`}></heed-copy-button>
      </div>
      <dl class="facts">
        <dt>${words.mailTo}</dt>
        <dd>${to}</dd>
        <dt>${words.mailSubject}</dt>
        <dd>${subject}</dd>
      </dl>
      <pre class="copy-text" tabindex="0" role="region" aria-label=${words.mailText}>${text}</pre>
    </section>`;
}

/** What comes next. A demo's accounts are shown once, so its log-in opens beside them. */
export function nextStep({ welcome, demo, address }: SetUpReply): TemplateResult {
  return html`<section class="card">
    <h2>${words.next}</h2>
    <p>${demo ? words.nextDemo : words.nextLogIn(welcome.to)}</p>
    ${demo || welcome.mailed ? '' : html`<p class="hint">${words.linkInFolder}</p>`}
    <p class="after">
      <a class="button primary main wide" href="${address}/log-in" target=${demo ? '_blank' : '_self'}
        >${logIn.title}${demo ? html`<span class="visually-hidden"> ${words.newTab}</span>` : ''}</a
      >
    </p>
  </section>`;
}
