import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { avatar, initialsOf } from '../../components/avatar';
import '../../components/heed-dialog';
import { dashboard } from '../../strings/dashboard';
import { adult as words } from '../../strings/about-adult';
import type { DeviceBoard } from '../../../protocol/devices';

/** The head decides about staff; then those who can reach them. */
const ORDER = ['head', 'chair', 'lead', 'deputy'] as const;

/** About an adult who works here: whom to speak to in person, from the duty list, before it is written down. */
@customElement('heed-about-adult-dialog')
export class HeedAboutAdultDialog extends LitElement {
  @property({ attribute: false }) duty: DeviceBoard['duty'] = [];
  @property({ attribute: false }) answer: (write: boolean) => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const people = ORDER.flatMap((role) => this.duty.filter((person) => person.role === role));
    return html`<heed-dialog open .heading=${words.link} @dialog-closed=${() => this.answer(false)}>
      <div class="stack roomy">
        ${people.length === 0
          ? html`<p>${words.nobody}</p>`
          : html`<p>${words.tellNow}</p>
              <div class="duty-list">${people.map((person) => this._renderPerson(person))}</div>
              <p class="hint">${words.aboutHead}</p>`}
        <p>${words.thenWrite}</p>
        <button type="button" class="button primary" @click=${() => this.answer(true)}>${words.write}</button>
      </div>
    </heed-dialog>`;
  }

  private _renderPerson({ role, name, reach }: DeviceBoard['duty'][number]): TemplateResult {
    return html`<p class="person-line">
      ${avatar(initialsOf(name), name)}<span
        ><strong>${name}</strong><span class="hint">${dashboard.roles[role]}</span></span
      >${reach === null ? nothing : html`<span class="reach">${reach}</span>`}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-about-adult-dialog': HeedAboutAdultDialog;
  }
}
