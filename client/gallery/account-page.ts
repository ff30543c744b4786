import { html, type TemplateResult } from 'lit';
import { create } from 'qrcode';
import '../components/heed-code-input';
import { icon } from '../components/heed-icon';
import '../components/heed-notice';
import '../components/heed-qr';
import '../components/heed-tabs';
import { account, keys, recovery } from '../strings/account';
import type { DeviceKind } from '../strings/device';
import { school } from './made-up';

const tabs = [
  { href: '/account/keys', label: account.keys, icon: 'key-round' as const },
  { href: '/account/devices', label: account.devices, icon: 'tablet-smartphone' as const },
  { href: '/account/notifications', label: account.notifications, icon: 'bell' as const },
];
const codes =
  '7KQM-2XTD R4HN-9WPC 3JVB-6YFA T8LE-5GRM N2CX-7QHK 9PDW-4BTV F6YR-3MJN H5GA-8KLX W3TE-2CPQ D7NV-9RHB'.split(
    ' ',
  );

/** `?page=account`, with `&variant=saved`. */
export function accountPage(_device: DeviceKind, variant: string): TemplateResult {
  return html`<heed-top-bar
      .school=${school}
      access="can-elevate"
      .person=${'Tom Lowe'}
      with-lock
    ></heed-top-bar>
    <div class="settings">
      <heed-tabs titled .label=${account.title} .tabs=${tabs} current="/account/keys"></heed-tabs>
      <main class="stack">
        <h1>${keys.title}</h1>
        ${variant === 'saved' ? saved() : adding()}
      </main>
    </div>`;
}

function adding(): TemplateResult {
  return html`<section class="card">
      <h2 class="pane-title">${keys.add}</h2>
      <p class="line-with-icon">
        ${icon('circle-user-round')}<span>${keys.forWhom} <b>Tom Lowe</b>, tom.lowe@oakfield.example</span>
      </p>
      <p class="line-with-icon ok">${icon('check')}<span>${keys.checkedWith('My phone', '12:51')}</span></p>
      <div class="add-device">
        <div>
          <h3 class="numbered"><span class="step-number">1</span>${keys.scan}</h3>
          <div class="scan">
            <heed-qr .matrix=${pattern()} .label=${keys.qr}></heed-qr>
            <p>
              <span class="hint">${keys.orType}</span><br /><span class="secret"
                >HEED MOCK PICT UREO<br />NLYN OTAS ECRE T234</span
              >
            </p>
          </div>
        </div>
        <form class="stack roomy">
          <div>
            <label class="numbered" for="name"><span class="step-number">2</span>${keys.name}</label>
            <input class="input" id="name" type="text" autocomplete="off" value="Home phone" />
          </div>
          <div>
            <h3 class="numbered"><span class="step-number">3</span>${keys.code}</h3>
            <heed-code-input
              value="03"
              label-hidden
              .label=${keys.code}
              .hint=${keys.codeHint}
            ></heed-code-input>
          </div>
          <p><button type="button" class="button primary main">${keys.save}</button></p>
        </form>
      </div>
    </section>
    ${devices(['My phone', 'Office laptop, passkey'])}`;
}

function saved(): TemplateResult {
  return html`<heed-notice tone="ok"
      ><strong>${keys.saved('My phone')}</strong> ${keys.savedWhere}</heed-notice
    >
    ${devices(['My phone'])}
    <p><button type="button" class="button">${icon('plus')}${keys.add}</button></p>
    <section class="card">
      <h2>${recovery.title}</h2>
      <p class="hint">${recovery.text}</p>
      <ul class="recovery-codes">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <p class="after">
        <button type="button" class="button primary">${icon('printer')}${recovery.print}</button>
      </p>
    </section>`;
}

function devices(names: readonly string[]): TemplateResult {
  return html`<section class="card">
    <h2>${keys.yours}</h2>
    <ul class="rows">
      ${names.map(
        (name) =>
          html`<li class="list-row">
            <span class="round-icon brand">${icon('smartphone')}</span>
            <span><strong>${name}</strong><span class="hint">${keys.lastUsed('today, 12:51')}</span></span>
            <button type="button" class="button small">${keys.remove}</button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A real code that says only where Heed's own help stands: the gallery has no secret to show. */
function pattern(): boolean[][] {
  const { modules } = create('https://heed.example/help', { errorCorrectionLevel: 'M' });
  const line = (y: number) => Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1);
  return Array.from({ length: modules.size }, (_, y) => line(y));
}
