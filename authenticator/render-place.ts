import { html, type TemplateResult } from 'lit';
import './screens/add-screen';
import './screens/arrange-screen';
import './screens/change-pin';
import './screens/choose-pin';
import './screens/codes-screen';
import { howScreen } from './screens/how-screen';
import './screens/move-screen';
import './screens/passkey-screen';
import './screens/scan-screen';
import './screens/unlock-screen';
import type { Account } from './otp/account';
import type { Place } from './places';
import type { Database } from './store/database';
import type { OpenStore, ShownAccount } from './store/open-store';
import { words } from './strings/words';

/** What the screens need of the app. */
export interface App {
  readonly stage: 'opening' | 'broken' | 'new' | 'locked' | 'open';
  readonly place: Place;
  readonly accounts: readonly ShownAccount[];
  readonly now: number;
  readonly ahead: number | null;
  readonly offline: boolean;
  readonly offered: string;
  readonly database: Database | null;
  readonly store: OpenStore | null;
  begin: () => Promise<void>;
  choosePin: (pin: string) => Promise<void>;
  open: (store: OpenStore) => Promise<void>;
  changed: (said?: string) => Promise<void>;
  keep: (account: Account) => Promise<void>;
  goBack: (said?: string) => void;
}

/** The screen of where the person is, as far as the PIN lets them. */
export function renderPlace(app: App): TemplateResult {
  if (app.stage === 'opening') return html`<p class="hint" role="status">${words.loading}</p>`;
  if (app.stage === 'broken') return broken(app);
  if (app.place === 'how') return howScreen();
  if (app.stage === 'new') {
    return html`<ha-choose-pin .chosen=${(pin: string) => app.choosePin(pin)}></ha-choose-pin>`;
  }
  if (app.stage === 'locked' || !app.store) {
    return html`<ha-unlock
      .database=${app.database}
      .opened=${(store: OpenStore) => void app.open(store)}
      .erased=${() => void app.begin()}
    ></ha-unlock>`;
  }
  return renderOpen(app);
}

function renderOpen(app: App): TemplateResult {
  const keep: App['keep'] = (account) => app.keep(account);
  const changed: App['changed'] = (said) => app.changed(said);
  switch (app.place) {
    case 'add':
      return html`<ha-add .added=${keep} .offered=${app.offered} .refused=${() => app.goBack()}></ha-add>`;
    case 'scan':
      return html`<ha-scan .added=${keep}></ha-scan>`;
    case 'arrange':
      return html`<ha-arrange
        .store=${app.store}
        .accounts=${app.accounts}
        .changed=${changed}
      ></ha-arrange>`;
    case 'move':
      return html`<ha-move .database=${app.database} .store=${app.store} .changed=${changed}></ha-move>`;
    case 'pin':
      return html`<ha-change-pin
        .database=${app.database}
        .done=${(said: string) => app.goBack(said)}
      ></ha-change-pin>`;
    case 'passkey':
      return html`<ha-passkey
        .database=${app.database}
        .done=${(said: string) => app.goBack(said)}
      ></ha-passkey>`;
    default:
      return html`<ha-codes
        .accounts=${app.accounts}
        .now=${app.now}
        .ahead=${app.ahead}
        ?offline=${app.offline}
      ></ha-codes>`;
  }
}

function broken(app: App): TemplateResult {
  return html`<h1 class="page-heading" tabindex="-1">${words.broken.title}</h1>
    <div class="card stack roomy" role="alert">
      <p>${words.broken.text}</p>
      <button type="button" class="button" @click=${() => void app.begin()}>${words.broken.again}</button>
    </div>`;
}
