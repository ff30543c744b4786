import { html, nothing, type TemplateResult } from 'lit';
import type { ListedDevice } from '../../../../protocol/device-list';
import { textField } from '../../../components/text-field';
import { deviceList as words } from '../../../strings/admin/devices';

const NAME = 'device-name';

export interface DeviceFormEvents {
  readonly done: (name: string) => void;
  readonly cancel: () => void;
  readonly revoke: () => void;
}

/** One device: what it is called, who is on it, and the way to revoke it. @param fault what is wrong with the name */
export function deviceForm(
  device: ListedDevice,
  name: string,
  fault: string,
  on: DeviceFormEvents,
): TemplateResult {
  return html`<form
    class="card stack device-form"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const typed = new FormData(event.target as HTMLFormElement).get(NAME);
      on.done(typeof typed === 'string' ? typed.trim() : '');
    }}
  >
    <h2>${words.changeLabel(device.name)}</h2>
    ${textField({
      id: NAME,
      label: words.name,
      hint: words.nameHint,
      value: name,
      error: fault,
      typed: () => undefined,
    })}
    ${device.people.length === 0
      ? nothing
      : html`<p><strong>${words.peopleHere}:</strong> ${device.people.map((one) => one.name).join(', ')}</p>`}
    <p class="hint">${words.revokeWhat}</p>
    <div class="row apart">
      <button type="button" class="button danger" @click=${on.revoke}>${words.revoke}</button>
      <span class="row"
        ><button type="button" class="button" @click=${on.cancel}>${words.cancel}</button>
        <button type="submit" class="button primary">${words.done}</button></span
      >
    </div>
  </form>`;
}
