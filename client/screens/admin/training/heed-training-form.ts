import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { uuidv7 } from '../../../../protocol/identifiers';
import type { NewTraining, TrainingAudience } from '../../../../protocol/training';
import { dateField } from '../../../components/date-field';
import { announce } from '../../../components/heed-live-region';
import '../../../components/heed-notice';
import { selectField } from '../../../components/select-field';
import { textField } from '../../../components/text-field';
import { asCallFault } from '../../../data/call-fault';
import { keptTraining as words, trainingFor } from '../../../strings/training';
import { momentField } from '../settings/setting-fields';

type Typed = Omit<NewTraining, 'minutes'> & { minutes: string };
const EMPTY: Typed = { title: '', audience: 'everyone', day: '', at: '15:45', minutes: '45', url: '' };

/** The fields of a session that is to be listed. */
@customElement('heed-training-form')
export class HeedTrainingForm extends LitElement {
  @property() heading: string = words.add;
  /** Sends it. @returns what to say of it @throws CallFault */
  @property({ attribute: false }) save: (id: string, body: NewTraining) => Promise<string> = () =>
    Promise.resolve('');
  @state() private _typed: Typed = EMPTY;
  @state() private _fault = '';
  /** the field of the request that the fault is about, such as `body.url`; '' for none */
  @state() private _field = '';
  @state() private _said = '';
  @state() private _busy = false;
  /** Made here, so that a press that is repeated lists one session. */
  private _id = uuidv7(Date.now());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<section class="card stack roomy">
      <h2>${this.heading}</h2>
      ${this._said === '' ? nothing : html`<heed-notice tone="ok" role="status">${this._said}</heed-notice>`}
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      ${this._renderFields(this._typed)}
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

  private _renderFields(typed: Typed): TemplateResult {
    const put = (part: Partial<Typed>) => (this._typed = { ...this._typed, ...part });
    const error = (field: keyof Typed) => (this._field.endsWith(`.${field}`) ? this._fault : '');
    return html`${textField({
      id: 'training-title',
      label: words.what,
      error: error('title'),
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
      error: error('minutes'),
      value: typed.minutes,
      typed: (minutes) => put({ minutes }),
    })}
    ${textField({
      id: 'training-link',
      label: words.link,
      error: error('url'),
      hint: words.linkHint,
      value: typed.url,
      typed: (url) => put({ url }),
    })}`;
  }

  private async _save(): Promise<void> {
    const { minutes, ...typed } = this._typed;
    [this._fault, this._field, this._said] = ['', '', ''];
    if (Object.values(this._typed).some((value) => value.trim() === '')) {
      this._fault = words.tooFew;
      return;
    }
    this._busy = true;
    try {
      this._said = await this.save(this._id, { ...typed, minutes: Number(minutes) });
      [this._typed, this._id] = [EMPTY, uuidv7(Date.now())];
      announce(this._said);
    } catch (thrown) {
      const { title, field } = asCallFault(thrown);
      [this._fault, this._field] = [title, field ?? ''];
    }
    this._busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-training-form': HeedTrainingForm;
  }
}
