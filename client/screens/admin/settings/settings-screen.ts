import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { NumberSetting, readSettings, SchoolHours, SchoolSettings } from '../../../../protocol/settings';
import type { Support } from '../../../../protocol/support';
import { errorPart } from '../../../components/field-parts';
import { quietFields } from '../../../components/quiet-fields';
import { icon } from '../../../components/heed-icon';
import { textField } from '../../../components/text-field';
import { call } from '../../../data/call';
import { settings as words } from '../../../strings/admin/settings';
import { AdminPage, type PageParts } from '../admin-page';
import './heed-emblem-card';
import './heed-provider-card';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import {
  draftDailyAt,
  draftHours,
  draftNumber,
  draftQuiet,
  draftSupport,
  draftTerms,
  draftWording,
  type Drafted,
} from './drafted';
import { momentField, numberField, wordingField } from './setting-fields';

type Loaded = ReplyOf<typeof readSettings>;
type Terms = SchoolSettings['terms'];

/** Times, words, hours and limits of the school. What is typed stands in the bar until it is saved. */
@customElement('heed-settings-screen')
export class HeedSettingsScreen extends AdminPage<Loaded> {
  protected readonly right = 'settings';
  /** What stands in a field and is not saved, by the field's name. */
  @state() private _typed: ReadonlyMap<string, string> = new Map();
  @state() private _hours: SchoolHours | null = null;
  @state() private _terms: Terms | null = null;
  /** undefined: as the school has it */
  @state() private _quiet: SchoolSettings['quiet'] | undefined;
  @state() private _dailyAt: string | null = null;
  private _faults: ReadonlyMap<string, string> = new Map();
  private readonly _tray = new ChangeTray(this);

  protected load(): Promise<Loaded> {
    return call('readSettings');
  }

  protected page(loaded: Loaded): PageParts {
    const { settings } = loaded;
    if (this._tray.size === 0 && this._faults.size === 0) this._forget();
    return {
      title: words.title,
      intro: words.intro,
      content: html`<div class="school-settings">
        ${this._renderNumbers(settings, 'lock', ['lockIdleSeconds', 'lockBackgroundSeconds'])}
        ${this._renderNumbers(settings, 'access', [
          'elevationIdleMinutes',
          'elevationMostMinutes',
          'sessionIdleHours',
        ])}
        ${this._renderWords(settings)} ${this._renderHours(settings)}
        ${this._renderNumbers(settings, 'waiting', ['escalationMinutes'])} ${this._renderQuiet(settings)}
        ${this._renderNumbers(settings, 'marker', ['markConcerns', 'markDays'])}
        ${this._renderNumbers(settings, 'limits', ['gatherMinutes', 'revokedEnvelopes'])}
        ${fallbackCard(loaded.fallback)} ${this._renderSupport(settings)}
        <heed-emblem-card
          .emblem=${loaded.emblem}
          @emblem-changed=${() => void this.reload()}
        ></heed-emblem-card>
        <heed-provider-card></heed-provider-card>
      </div>`,
      bar: trayBar(this._tray, () => void this._saved()),
    };
  }

  private _renderNumbers(
    { numbers }: SchoolSettings,
    section: 'lock' | 'access' | 'waiting' | 'marker' | 'limits',
    names: readonly NumberSetting[],
  ): TemplateResult {
    return card(
      section,
      names.map((name) =>
        numberField(name, this._typed.get(name) ?? String(numbers[name]), this._faultOf(name), (typed) =>
          this._put(name, typed, draftNumber(name, typed, numbers[name])),
        ),
      ),
    );
  }

  private _renderWords({ wording }: SchoolSettings): TemplateResult {
    const field = (id: 'danger' | 'afterSending', hint: string) =>
      wordingField({
        id,
        label: words[id],
        hint,
        value: this._typed.get(id) ?? wording[id] ?? '',
        error: this._faultOf(id),
        typed: (typed) => this._put(id, typed, draftWording(id, typed, wording[id])),
      });
    return card('words', [
      field('danger', words.dangerUsual),
      field('afterSending', words.afterSendingUsual),
    ]);
  }

  private _renderHours({ hours, terms }: SchoolSettings): TemplateResult {
    const now = this._hours ?? hours;
    const at = (name: keyof SchoolHours) =>
      momentField(name, words[name], 'time', now[name], (value) => {
        this._hours = { ...now, [name]: value };
        this._keep('hours', draftHours(this._hours, hours));
      });
    return card('hours', [
      html`<div class="three">${at('dayStarts')} ${at('lunchEnds')} ${at('dayEnds')}</div>`,
      errorPart('hours', this._faultOf('hours')),
      this._renderTerms(terms),
    ]);
  }

  private _renderQuiet({ quiet, dailyAt }: SchoolSettings): TemplateResult {
    return card('quiet', [
      quietFields({
        id: 'quiet',
        label: words.quiet,
        quiet: this._quiet === undefined ? quiet : this._quiet,
        error: this._faultOf('quiet'),
        changed: (value) => {
          this._quiet = value;
          this._keep('quiet', draftQuiet(value, quiet));
        },
      }),
      html`<div>
        ${momentField('dailyAt', words.dailyAt, 'time', this._dailyAt ?? dailyAt, (value) => {
          this._dailyAt = value;
          this._keep('dailyAt', draftDailyAt(value, dailyAt));
        })}
        ${errorPart('dailyAt', this._faultOf('dailyAt'))}
        <p class="hint">${words.dailyHint}</p>
      </div>`,
    ]);
  }

  private _renderSupport({ support }: SchoolSettings): TemplateResult {
    const now = (name: keyof Support) => this._typed.get(`support-${name}`) ?? support[name] ?? '';
    const field = (name: keyof Support) =>
      textField({
        id: `support-${name}`,
        label: words.support[name],
        hint: words.supportHints[name],
        type: name === 'email' ? 'email' : 'text',
        value: now(name),
        typed: (typed) => {
          this._typed = new Map(this._typed).set(`support-${name}`, typed);
          const all = { email: now('email'), phone: now('phone'), hours: now('hours') };
          this._keep('support', draftSupport(all, support));
        },
      });
    return card('support', [
      errorPart('support', this._faultOf('support')),
      field('email'),
      field('phone'),
      field('hours'),
    ]);
  }

  private _renderTerms(saved: Terms): TemplateResult {
    const terms = this._terms ?? saved;
    const set = (next: Terms) => {
      this._terms = next;
      this._keep('terms', draftTerms(next, saved));
    };
    const put = (at: number, part: Partial<Terms[number]>) =>
      set(terms.map((term, index) => (index === at ? { ...term, ...part } : term)));
    return html`<fieldset>
      <legend>${words.terms}</legend>
      <p class="hint">${words.termsHint}</p>
      ${errorPart('terms', this._faultOf('terms'))}
      ${terms.map(
        (term, at) =>
          html`<div class="row term">
            ${momentField(`from-${String(at)}`, words.termFrom(at + 1), 'date', term.from, (from) =>
              put(at, { from }),
            )}
            ${momentField(`to-${String(at)}`, words.termTo(at + 1), 'date', term.to, (to) => put(at, { to }))}
            <button
              type="button"
              class="button quiet"
              aria-label=${words.removeTerm(at + 1)}
              @click=${() => set(terms.filter((_, index) => index !== at))}
            >
              ${words.remove}
            </button>
          </div>`,
      )}
      <button type="button" class="button small" @click=${() => set([...terms, { from: '', to: '' }])}>
        ${icon('plus')}${words.addTerm}
      </button>
    </fieldset>`;
  }

  private _faultOf(name: string): string {
    return this._faults.get(name) ?? '';
  }

  private _put(name: string, typed: string, drafted: Drafted): void {
    this._typed = new Map(this._typed).set(name, typed);
    this._keep(name, drafted);
  }

  private _keep(name: string, drafted: Drafted): void {
    const faults = new Map(this._faults);
    if ('fault' in drafted) faults.set(name, drafted.fault);
    else faults.delete(name);
    this._faults = faults;
    const to = 'to' in drafted ? drafted.to : null;
    this._tray.put(name, to && { kind: 'settings.set', to });
  }

  /** Nothing is left to save: the fields show what the school has. */
  private _forget(): void {
    if (this._typed.size > 0) this._typed = new Map();
    this._hours = null;
    this._terms = null;
    this._quiet = undefined;
    this._dailyAt = null;
  }

  private async _saved(): Promise<void> {
    await this.reload();
  }
}

function card(
  section: Exclude<keyof typeof words.sections, 'fallback'>,
  fields: readonly unknown[],
): TemplateResult {
  const { title, hint } = words.sections[section];
  return html`<section class="card stack roomy">
    <div>
      <h2>${title}</h2>
      <p class="hint">${hint}</p>
    </div>
    ${fields}
  </section>`;
}

function fallbackCard(groups: Loaded['fallback']): TemplateResult {
  const { title, hint, none } = words.sections.fallback;
  return html`<section class="card stack roomy">
    <h2>${title}</h2>
    <p class="hint">${groups.length === 0 ? none : hint}</p>
    ${groups.length === 0
      ? nothing
      : html`<ul class="plain-list">
          ${groups.map(({ name }) => html`<li><strong>${name}</strong></li>`)}
        </ul>`}
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-settings-screen': HeedSettingsScreen;
  }
}
