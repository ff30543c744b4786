import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { KeptTraining, TrainingAudience } from '../../../../protocol/training';
import { uuidv7 } from '../../../../protocol/identifiers';
import { dateField } from '../../../components/date-field';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import { selectField } from '../../../components/select-field';
import { textField } from '../../../components/text-field';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { showConfirm } from '../../../dialogs/confirm/show-confirm';
import { dayAndTime } from '../../../strings/times';
import { keptTraining as words, trainingFor } from '../../../strings/training';
import { AdminPage, type PageParts } from '../admin-page';
import { momentField } from '../settings/setting-fields';

interface Typed {
  title: string;
  audience: TrainingAudience;
  day: string;
  at: string;
  minutes: string;
  url: string;
}
const EMPTY: Typed = { title: '', audience: 'everyone', day: '', at: '15:45', minutes: '45', url: '' };

/** Live sessions as the office keeps them: list one, see who comes, remove it. */
@customElement('heed-training-list-screen')
export class HeedTrainingListScreen extends AdminPage<readonly KeptTraining[]> {
  protected readonly right = 'staff';
  @state() private _typed: Typed = EMPTY;
  @state() private _fault = '';
  @state() private _said = '';
  @state() private _busy = false;
  /** Made here, so that a press that is repeated lists one session. */
  private _id = uuidv7(Date.now());

  protected async load(): Promise<readonly KeptTraining[]> {
    return (await call('listKeptTraining')).sessions;
  }

  protected page(sessions: readonly KeptTraining[]): PageParts {
    return {
      title: words.title,
      intro: words.intro,
      content: html`${this._said === ''
          ? nothing
          : html`<heed-notice tone="ok" role="status">${this._said}</heed-notice>`}
        <div class="admin-columns">
          <section class="card stack">
            ${sessions.length === 0
              ? html`<p class="hint">${words.empty}</p>`
              : sessions.map((one) => this._renderSession(one))}
          </section>
          ${this._renderForm()}
        </div>`,
    };
  }

  private _renderSession(one: KeptTraining): TemplateResult {
    return html`<div class="row apart">
      <span class="grow"
        ><strong>${one.title}</strong
        ><span class="hint"
          >${dayAndTime(Date.parse(one.starts), Date.now())}. ${trainingFor[one.audience]}</span
        >
        <span class="hint"
          >${one.people.length === 0
            ? words.nobody
            : `${words.people(one.people.length)}: ${one.people.join(', ')}`}</span
        ></span
      >
      <button
        type="button"
        class="button small quiet"
        aria-label="${words.remove}: ${one.title}"
        ?disabled=${this._busy}
        @click=${() => void this._remove(one)}
      >
        ${words.remove}
      </button>
    </div>`;
  }

  private _renderForm(): TemplateResult {
    const { _typed: typed } = this;
    const put = (part: Partial<Typed>) => (this._typed = { ...this._typed, ...part });
    return html`<section class="card stack roomy">
      <h2>${words.add}</h2>
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      ${textField({
        id: 'training-title',
        label: words.what,
        value: typed.title,
        typed: (title) => put({ title }),
      })}
      ${selectField({
        id: 'training-audience',
        label: words.who,
        value: typed.audience,
        options: Object.entries(trainingFor).map(([value, label]) => ({ value, label })),
        chosen: (value) => put({ audience: value as TrainingAudience }),
      })}
      ${dateField({ id: 'training-day', label: words.day, value: typed.day, chosen: (day) => put({ day }) })}
      ${momentField('training-at', words.at, 'time', typed.at, (at) => put({ at }))}
      ${textField({
        id: 'training-minutes',
        label: words.minutes,
        value: typed.minutes,
        typed: (minutes) => put({ minutes }),
      })}
      ${textField({
        id: 'training-link',
        label: words.link,
        hint: words.linkHint,
        value: typed.url,
        typed: (url) => put({ url }),
      })}
      <p>
        <button
          type="button"
          class="button primary"
          ?disabled=${this._busy}
          @click=${() => void this._save()}
        >
          ${words.save}
        </button>
      </p>
    </section>`;
  }

  private async _save(): Promise<void> {
    const { minutes, ...typed } = this._typed;
    if (Object.values(this._typed).some((value) => value.trim() === '')) {
      this._fault = words.tooFew;
      return;
    }
    await this._do(async () => {
      await call('keepTraining', { params: { id: this._id }, body: { ...typed, minutes: Number(minutes) } });
      [this._typed, this._id] = [EMPTY, uuidv7(Date.now())];
      return words.saved;
    });
  }

  private async _remove({ id, title }: KeptTraining): Promise<void> {
    const sure = {
      heading: words.remove,
      text: words.sure(title),
      yes: words.remove,
      no: words.keep,
      danger: true,
    };
    if (!(await showConfirm(sure))) return;
    await this._do(async () => {
      await call('removeTraining', { params: { id } });
      return words.removed;
    });
  }

  /** @param deed gives what to say of it */
  private async _do(deed: () => Promise<string>): Promise<void> {
    this._busy = true;
    [this._fault, this._said] = ['', ''];
    try {
      this._said = await deed();
      announce(this._said);
      await this.reload();
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-training-list-screen': HeedTrainingListScreen;
  }
}
