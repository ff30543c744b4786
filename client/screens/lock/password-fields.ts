import { html, type TemplateResult } from 'lit';
import { describedBy, errorPart } from '../../components/field-parts';
import type { FieldError } from '../../components/heed-error-summary';
import { logIn as words } from '../../strings/log-in';

export const EMAIL_FIELD = 'email';
export const PASSWORD_FIELD = 'password';

/** E-mail address and password, as password managers know them. */
export function passwordFields(
  errors: readonly FieldError[],
  changed: (typed: { email?: string; password?: string }) => void,
): TemplateResult {
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.text ?? '';
  const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<div class="field">
      <label class="label" for=${EMAIL_FIELD}>${words.email}</label>
      ${errorPart(EMAIL_FIELD, errorOf(EMAIL_FIELD))}
      <input
        id=${EMAIL_FIELD}
        class="input"
        type="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        aria-invalid=${errorOf(EMAIL_FIELD) === '' ? 'false' : 'true'}
        aria-describedby=${describedBy(EMAIL_FIELD, '', errorOf(EMAIL_FIELD))}
        @input=${(event: Event) => changed({ email: valueOf(event) })}
      />
    </div>
    <div class="field">
      <label class="label" for=${PASSWORD_FIELD}>${words.password}</label>
      ${errorPart(PASSWORD_FIELD, errorOf(PASSWORD_FIELD))}
      <input
        id=${PASSWORD_FIELD}
        class="input"
        type="password"
        autocomplete="current-password"
        aria-invalid=${errorOf(PASSWORD_FIELD) === '' ? 'false' : 'true'}
        aria-describedby=${describedBy(PASSWORD_FIELD, '', errorOf(PASSWORD_FIELD))}
        @input=${(event: Event) => changed({ password: valueOf(event) })}
      />
    </div>`;
}
