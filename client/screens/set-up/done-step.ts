import { html, nothing, type TemplateResult } from 'lit';
import type { SetUpReply } from '../../../protocol/set-up';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { logIn } from '../../strings/log-in';
import { setUp as words } from '../../strings/set-up';

/** The school stands: the welcome mail, and for a demo school how to get in. */
export function doneStep(reply: SetUpReply, copied: boolean, copy: (text: string) => void): TemplateResult {
  return html`<section class="verdict" role="status">
      ${icon('circle-check')}
      <div class="words">
        <h2>${words.done}</h2>
        <p class="hint">${reply.schoolName}</p>
      </div>
      <a class="button primary" href="/log-in">${logIn.title}</a>
    </section>
    ${reply.demo ? demoAccounts(reply.demo) : welcomeMail(reply.welcome, copied, copy)}`;
}

function welcomeMail(
  { to, subject, text, mailed }: SetUpReply['welcome'],
  copied: boolean,
  copy: (text: string) => void,
): TemplateResult {
  if (mailed) return html`<heed-notice tone="ok" sign="mail">${words.welcomeSent(to)}</heed-notice>`;
  return html`<heed-notice tone="danger" role="alert" .heading=${words.noMail}
      >${words.noMailWhy}</heed-notice
    >
    <section class="card">
      <div class="row apart">
        <h2>${words.welcomeCopy}</h2>
        <button type="button" class="button small" @click=${() => copy(`${subject}\n\n${text}`)}>
          ${icon(copied ? 'check' : 'copy')}${copied ? words.copied : words.copy}
        </button>
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

function demoAccounts({ password, accounts }: NonNullable<SetUpReply['demo']>): TemplateResult {
  return html`<section class="card">
      <h2>${words.demoAccounts}</h2>
      <p>${words.demoPassword} <strong class="inline secret">${password}</strong></p>
      <p class="hint">${words.demoSecret}</p>
    </section>
    <div class="card table-card">
      <table class="table stacks">
        <thead>
          <tr>
            <th scope="col">${words.demoName}</th>
            <th scope="col">${words.demoEmail}</th>
            <th scope="col">${words.demoKey}</th>
          </tr>
        </thead>
        <tbody>
          ${accounts.map(
            ({ name, group, email, secret }) =>
              html`<tr>
                <th scope="row">${name}<span class="meta">${group}</span></th>
                <td>${email}</td>
                <td>
                  ${secret === null
                    ? nothing
                    : html`<span class="secret">${(secret.match(/.{1,4}/g) ?? []).join(' ')}</span>`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
