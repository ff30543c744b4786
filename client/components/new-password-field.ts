import { html, nothing, type TemplateResult } from 'lit';
import { welcome as words } from '../strings/log-in';
import './heed-password-field';
import { passwordStrength } from './password-strength';

/** What the field needs of its form. */
export interface NewPassword {
  id: string;
  label: string;
  value: string;
  error: string;
  /** address and names of the person, which make a password weak */
  personal: readonly string[];
  changed: (value: string) => void;
}

/** A new password, and how many tries it would stand: the same for the first one and each later one. */
export function newPasswordField(given: NewPassword): TemplateResult {
  const { id, label, value, error, personal } = given;
  const strength = passwordStrength(value, personal);
  return html`<heed-password-field
      field-id=${id}
      autocomplete="new-password"
      .label=${label}
      .hint=${words.hint}
      .value=${value}
      .error=${error}
      @password-changed=${(event: CustomEvent<{ value: string }>) => given.changed(event.detail.value)}
    ></heed-password-field>
    <div class="strength-bar reached-${value === '' ? 0 : strength}" aria-hidden="true">
      <span></span><span></span><span></span><span></span>
    </div>
    <p class="hint" role="status">${value === '' ? nothing : words.strength[strength]}</p>`;
}

/** The words of an e-mail address that a password should not be made of. */
export function wordsOfAddress(email: string): readonly string[] {
  return email.split(/[@.]/);
}

/** The address for password managers: they keep a password with the name that stands beside it. */
export function hiddenUsername(email: string): TemplateResult {
  return html`<input
    class="visually-hidden"
    type="email"
    name="email"
    autocomplete="username"
    tabindex="-1"
    aria-hidden="true"
    readonly
    .value=${email}
  />`;
}
