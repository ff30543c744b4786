import { html, type TemplateResult } from 'lit';
import { icon } from '../components/heed-icon';
import '../components/heed-keypad';
import '../components/heed-notice';
import '../components/heed-person-tiles';
import { keypad } from '../strings/components';
import type { DeviceKind } from '../strings/device';
import { lock, revoked } from '../strings/lock';
import { passkey } from '../strings/unlock-passkey';
import { status } from '../strings/status';
import { school } from './made-up';

const names =
  'Jo:JP Tom:TL Nadia:NS Ayesha:AB Ben_H:BH Ben_M:BM Carla:CR Ellie:EW Femi:FO Grace:GT Sam:SK Zoe:ZL Hana:HN ' +
  'Luke:LP Miriam:MD Owen:OC';
const people = names.split(' ').map((one) => {
  const [name = '', initials = ''] = one.split(':');
  return { id: one, name: name.replace('_', ' '), initials };
});

/** `?page=lock`, with `&variant=wrong` or `&variant=revoked`. */
export function lockPage(device: DeviceKind, variant: string): TemplateResult {
  const here = device === 'phone' ? people.slice(0, 3) : people;
  return html`<heed-top-bar .school=${school} offline device-name="Playground tablet 2"></heed-top-bar>
    <main class="lock">
      <div class="stack lock-notices">
        ${variant === 'revoked'
          ? html`<heed-notice tone="warn" sign="triangle-alert" .heading=${revoked.heading(device)}
              >${revoked.text} ${revoked.ask('Mrs Shah')}</heed-notice
            >`
          : ''} <heed-notice tone="warn" .heading=${lock.waiting(2, 0)}>${status.keepOpen}</heed-notice>
      </div>
      <div class="stack">
        <h1 class=${device === 'phone' ? 'visually-hidden' : ''}>${lock.who}</h1>
        <heed-person-tiles .people=${here} .chosen=${'Jo:JP'}></heed-person-tiles>
        ${device === 'phone'
          ? html`<button type="button" class="button primary main wide">
              ${icon('fingerprint')}${passkey.unlock}
            </button>`
          : ''}
      </div>
      <div class="lock-keys">
        <heed-keypad
          .label=${keypad.pinFor('Jo')}
          .error=${variant === 'wrong' ? lock.wrongPin : ''}
        ></heed-keypad>
        <div class="lock-links">
          <button type="button" class="link">${lock.forgotten}</button>
          ${device === 'phone' ? '' : html`<button type="button" class="link">${passkey.use}</button>`}
        </div>
      </div>
      <div class="lock-foot">
        <a class="button main wide" href="/record/unlocked">${icon('pencil-line')}${lock.withoutUnlocking}</a>
      </div>
    </main>`;
}
