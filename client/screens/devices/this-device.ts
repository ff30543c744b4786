import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { avatar } from '../../components/avatar';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { deviceKind } from '../../contexts/device-kind';
import { outboxContext, type OutboxView } from '../../contexts/outbox';
import { currentSession } from '../../contexts/session';
import { unlockedContext } from '../../contexts/unlocked';
import { deviceCalls } from '../../data/device-calls';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { go } from '../../router';
import { lockHere } from '../../shell/leave';
import { removePerson as removeWords, thisDevice as words } from '../../strings/lock';
import { removePerson } from '../../unlock/remove-person';
import type { Unlocked } from '../../unlock/unlocked';
import { askToKeepStorage } from '../enrol/keep-storage';
import '../lock/heed-revoked-notice';
import { removalBlock, removalText } from './may-remove';
import { readDeviceShown, type DeviceShown, type PersonRowShown } from './read-device';

/** "This tablet": its name, who uses it, what waits, whether the browser keeps it; and taking a person off it. */
@customElement('heed-this-device')
export class HeedThisDevice extends LitElement {
  @consume({ context: outboxContext, subscribe: true })
  @state()
  private _outbox: OutboxView | undefined;
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  /** undefined: not read yet; null: no device of a school */
  @state() private _shown: DeviceShown | null | undefined;
  @state() private _fault = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._shown === undefined) return nothing;
    return html`<section class="card this-device">
      <h2>${words.title(deviceKind())}</h2>
      <heed-revoked-notice></heed-revoked-notice>
      ${this._shown === null ? notSetUp() : this._renderDevice(this._shown)}
    </section>`;
  }

  private _renderDevice(shown: DeviceShown): TemplateResult {
    const waiting = this._outbox?.unsent ?? 0;
    return html`<dl class="facts">
        ${shown.name === null ? nothing : fact(words.name, shown.name)}
        ${fact(words.use, shown.shared ? words.shared : words.own)}
        ${fact(words.waiting, waiting === 0 ? words.nothingWaiting : words.count(waiting))}
        ${shown.kept === null
          ? nothing
          : fact(words.storage, shown.kept ? words.persisted : words.notPersisted)}
      </dl>
      ${shown.kept === false
        ? html`<button type="button" class="button small" @click=${this._keepStorage}>${words.ask}</button>`
        : nothing}
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="warn" role="alert">${this._fault}</heed-notice>`}
      <h3 class="people-heading">${words.people}</h3>
      <ul class="rows">
        ${shown.people.map((person) => this._renderPerson(person))}
      </ul>`;
  }

  private _renderPerson(person: PersonRowShown): TemplateResult {
    return html`<li class="list-row">
      ${avatar(person.initials, person.authorKeyId)}
      <span
        ><strong>${person.shown}</strong>${this._isSelf(person)
          ? html`<span class="hint">${words.you}</span>`
          : nothing}</span
      >
      ${this._unlocked
        ? html`<button
            type="button"
            class="button small"
            aria-label=${removeWords.title(person.shown)}
            @click=${() => void this._remove(person)}
          >
            ${removeWords.button}
          </button>`
        : nothing}
    </li>`;
  }

  private _isSelf(person: PersonRowShown): boolean {
    return this._unlocked?.person.authorKeyId === person.authorKeyId;
  }

  private async _read(): Promise<void> {
    this._shown = await readDeviceShown().catch(() => null);
  }

  private async _keepStorage(): Promise<void> {
    this._fault = (await askToKeepStorage()) ? '' : words.refused;
    await this._read();
  }

  private async _remove(person: PersonRowShown): Promise<void> {
    const isSelf = this._isSelf(person);
    const { drafts, practice, additions } = person;
    const removal = { name: person.shown, isSelf, drafts, practice, additions };
    this._fault = removalBlock(removal) ?? '';
    if (this._fault !== '') return;
    const agreed = await showConfirm({
      heading: removeWords.title(person.shown),
      text: removalText(removal),
      yes: removeWords.button,
      no: removeWords.keep,
      danger: true,
    });
    if (!agreed) return;
    const ownSession = currentSession().session?.staffId === person.staffId;
    try {
      await removePerson(person.authorKeyId, ownSession ? deviceCalls : null);
    } catch {
      this._fault = removeWords.failed;
      await this._read();
      return;
    }
    announce(removeWords.removed(person.shown));
    if (!isSelf) return this._read();
    // Whoever is no longer here can no longer be unlocked here.
    await lockHere();
    await go('/lock');
  }
}

function fact(term: string, value: string): TemplateResult {
  return html`<dt>${term}</dt>
    <dd>${value}</dd>`;
}

function notSetUp(): TemplateResult {
  return html`<p class="hint">${words.notSetUp(deviceKind())}</p>
    <a class="button small" href="/enrol">${words.setUp}</a>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-this-device': HeedThisDevice;
  }
}
