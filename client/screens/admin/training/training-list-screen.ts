import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { KeptTraining, NewTraining } from '../../../../protocol/training';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { showConfirm } from '../../../dialogs/confirm/show-confirm';
import { dayAndTime } from '../../../strings/times';
import { keptTraining as words, trainingFor } from '../../../strings/training';
import { AdminPage, type PageParts } from '../admin-page';
import './heed-training-form';

type Kept = Awaited<ReturnType<typeof call<'listKeptTraining'>>>;

/** Live sessions as the office keeps them: list one, see who comes, remove it. */
@customElement('heed-training-list-screen')
export class HeedTrainingListScreen extends AdminPage<Kept> {
  protected readonly right = 'staff';
  @state() private _refusal = '';
  @state() private _busy = false;

  protected async load(): Promise<Kept> {
    return call('listKeptTraining');
  }

  protected page({ sessions, supplierFault }: Kept): PageParts {
    return {
      title: words.title,
      intro: words.intro,
      content: html`${this._refusal === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${this._refusal}</heed-notice>`}
        ${supplierFault === null
          ? nothing
          : html`<heed-notice>${words.supplierFault(supplierFault)}</heed-notice>`}
        <div class="admin-columns">
          <section class="card flush" aria-labelledby="sessions-title">
            <div class="card-head"><h2 id="sessions-title">${words.listed}</h2></div>
            ${sessions.length === 0
              ? html`<p class="card-line hint">${words.empty}</p>`
              : html`<ul class="lines">
                  ${sessions.map((one) => this._renderSession(one))}
                </ul>`}
          </section>
          <heed-training-form .save=${this._save}></heed-training-form>
        </div>`,
    };
  }

  private _renderSession(one: KeptTraining): TemplateResult {
    return html`<li class="middle">
      <div class="grow">
        <p><strong>${one.title}</strong></p>
        <p class="meta">${dayAndTime(Date.parse(one.starts), Date.now())}. ${trainingFor[one.audience]}.</p>
        <p class="meta">
          ${one.people.length === 0
            ? words.nobody
            : `${words.people(one.people.length)}: ${one.people.join(', ')}`}
        </p>
      </div>
      <button
        type="button"
        class="button small quiet"
        aria-label="${words.remove}: ${one.title}"
        ?disabled=${this._busy}
        @click=${() => void this._remove(one)}
      >
        ${words.remove}
      </button>
    </li>`;
  }

  private readonly _save = async (id: string, body: NewTraining): Promise<string> => {
    await call('keepTraining', { params: { id }, body });
    await this.reload();
    return words.saved;
  };

  private async _remove({ id, title }: KeptTraining): Promise<void> {
    const { remove: heading, keep: no } = words;
    if (!(await showConfirm({ heading, text: words.sure(title), yes: heading, no, danger: true }))) return;
    this._busy = true;
    this._refusal = '';
    try {
      await call('removeTraining', { params: { id } });
      announce(words.removed);
    } catch (thrown) {
      this._refusal = asCallFault(thrown).title;
    }
    await this.reload();
    this._busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-training-list-screen': HeedTrainingListScreen;
  }
}
