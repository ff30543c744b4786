import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PupilRole } from '../../protocol/concern-body';
import { picker as words } from '../strings/components';
import type { DeviceKind } from '../strings/device';
import { describedBy, errorPart, hintPart } from './field-parts';
import { fire } from './fire';
import { icon } from './heed-icon';
import { announce } from './heed-live-region';
import { chosenName, type ChosenPupil, type Suggestion } from './pupil-picker/chosen-pupil';
import { optionRow, optionsFor, type PickerOption } from './pupil-picker/options';
import { tag, type TagActions } from './pupil-picker/tags';

/**
 * Who is this about: a combobox over the roll on this device, with a tag for each chosen pupil
 * (APG editable combobox with list autocomplete). It finds nothing itself; `search` does, within a frame.
 */
@customElement('heed-pupil-picker')
export class HeedPupilPicker extends LitElement {
  @property({ attribute: 'field-id' }) fieldId = 'who';
  @property() label = words.label;
  @property() hint = '';
  @property() error = '';
  @property() device: DeviceKind = 'tablet';
  @property({ attribute: false }) search: (query: string) => readonly Suggestion[] = () => [];
  /** Brothers and sisters of a pupil, offered as chips under the box. */
  @property({ attribute: false }) siblingsOf: (pupilId: string) => readonly Suggestion[] = () => [];
  @property({ attribute: false }) chosen: readonly ChosenPupil[] = [];
  @property({ attribute: false }) roles: readonly { value: PupilRole; label: string }[] = [];
  /** Pupils of the writer's own class, offered while nobody is chosen. */
  @property({ attribute: false }) quick: readonly Suggestion[] = [];
  /** No roll is on this device: only the two ways on are offered. */
  @property({ type: Boolean, attribute: 'list-missing' }) listMissing = false;
  @state() private _typed = '';
  @state() private _open = false;
  @state() private _active = 0;
  /** The next Backspace removes the last tag. */
  @state() private _lastMarked = false;
  private _options: readonly PickerOption[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this._input?.focus();
  }

  protected override render(): TemplateResult {
    const hint = this.listMissing ? words.listMissing(this.device) : this.hint;
    return html`<div class=${this.error === '' ? '' : 'invalid'}>
      <label class="question" for=${this.fieldId}>${this.label}</label>
      ${hintPart(this.fieldId, hint)} ${errorPart(this.fieldId, this.error)}
      <div class="picker-box ${this._open ? 'open' : ''}" @click=${this._onBoxClick}>
        ${this.chosen.map((chosen, place) =>
          tag(
            chosen,
            place,
            {
              fieldId: this.fieldId,
              roles: this.roles,
              marked: this._lastMarked && place === this.chosen.length - 1,
            },
            this._tagActions,
          ),
        )}
        ${this._renderInput(hint)}
      </div>
      ${this._open ? this._renderList() : nothing} ${this._renderChips()}
    </div>`;
  }

  private _renderInput(hint: string): TemplateResult {
    return html`<input
      class="picker-input"
      id=${this.fieldId}
      type="text"
      role="combobox"
      autocomplete="off"
      autocapitalize="words"
      autocorrect="off"
      spellcheck="false"
      maxlength="200"
      aria-expanded=${this._open}
      aria-controls=${this._open ? `${this.fieldId}-options` : nothing}
      aria-autocomplete="list"
      aria-activedescendant=${this._open ? this._optionId(this._active) : nothing}
      aria-invalid=${this.error !== ''}
      aria-describedby=${describedBy(this.fieldId, hint, this.error)}
      placeholder=${this.chosen.length === 0 ? words.add : words.addAnother}
      .value=${this._typed}
      @input=${this._onInput}
      @keydown=${this._onKey}
      @blur=${this._close}
    />`;
  }

  private _renderList(): TemplateResult {
    return html`<div class="options" id="${this.fieldId}-options" role="listbox" aria-label=${words.options}>
      ${this._options.map((option, place) =>
        optionRow(option, {
          id: this._optionId(place),
          active: place === this._active,
          typed: this._typed,
          choose: () => this._choose(option),
        }),
      )}
    </div>`;
  }

  private _renderChips(): TemplateResult | typeof nothing {
    if (this._open) return nothing;
    const taken = new Set(this.chosen.map((one) => (one.kind === 'listed' ? one.pupil.id : '')));
    const free = (pupils: readonly Suggestion[]) => pupils.filter((pupil) => !taken.has(pupil.id));
    if (this.chosen.length === 0) return this._renderChipRow(words.yourClass, free(this.quick), '');
    const siblings = this.chosen.flatMap((one) => (one.kind === 'listed' ? this.siblingsOf(one.pupil.id) : []));
    return this._renderChipRow(words.siblings, free([...new Map(siblings.map((s) => [s.id, s])).values()]), 'sibling');
  }

  private _renderChipRow(
    label: string,
    pupils: readonly Suggestion[],
    role: PupilRole | '',
  ): TemplateResult | typeof nothing {
    if (pupils.length === 0) return nothing;
    return html`<div class="picker-chips" role="group" aria-label=${label}>
      <span class="hint" aria-hidden="true">${label}</span>
      ${pupils.map(
        (pupil) =>
          html`<button type="button" class="chip" @click=${() => this._add({ kind: 'listed', pupil, role })}>
            ${icon('plus')}${pupil.name} <span class="meta">${pupil.className}</span>
          </button>`,
      )}
    </div>`;
  }

  private get _input(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('.picker-input');
  }

  private _optionId(place: number): string {
    return `${this.fieldId}-option-${place}`;
  }

  private readonly _tagActions: TagActions = {
    setRole: (place, role) => this._change(place, { role }),
    describe: (place, description) => this._change(place, { description }),
    remove: (place) => this._remove(place),
  };

  private _onBoxClick(event: Event): void {
    if (event.target === event.currentTarget) this.focus();
  }

  private _onInput(event: Event): void {
    this._typed = (event.target as HTMLInputElement).value;
    this._lastMarked = false;
    if (this._typed.trim() === '') this._close();
    else this._show();
  }

  private _show(): void {
    const found = this.listMissing || this._typed.trim() === '' ? [] : this.search(this._typed);
    const taken = new Set(this.chosen.map((one) => (one.kind === 'listed' ? one.pupil.id : '')));
    const free = found.filter((pupil) => !taken.has(pupil.id));
    this._options = optionsFor(free);
    this._active = 0;
    this._open = true;
    announce(words.found(free.length));
  }

  private readonly _close = (): void => {
    this._open = false;
    this._lastMarked = false;
  };

  private _onKey(event: KeyboardEvent): void {
    const handled = this._handleKey(event);
    if (handled) event.preventDefault();
    // Escape that closed the list must not count towards Escape Escape = Cover.
    if (handled && event.key === 'Escape') event.stopPropagation();
  }

  private _handleKey(event: KeyboardEvent): boolean {
    // Ctrl+Enter is Send, and belongs to the page.
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return this._move(event.key === 'ArrowDown' ? 1 : -1);
    if (event.key === 'Enter') return this._chooseActive();
    if (event.key === 'Escape') return this._escape();
    if (event.key === 'Backspace' && this._typed === '') return this._backspace();
    this._lastMarked = false;
    return false;
  }

  private _move(by: 1 | -1): boolean {
    if (!this._open) {
      this._show();
      return true;
    }
    this._active = (this._active + by + this._options.length) % this._options.length;
    void this.updateComplete.then(() =>
      document.getElementById(this._optionId(this._active))?.scrollIntoView({ block: 'nearest' }),
    );
    return true;
  }

  private _chooseActive(): boolean {
    const option = this._open ? this._options[this._active] : undefined;
    if (option) this._choose(option);
    return option !== undefined;
  }

  private _escape(): boolean {
    if (!this._open && !this._lastMarked) return false;
    this._close();
    return true;
  }

  private _backspace(): boolean {
    if (this.chosen.length === 0) return false;
    if (this._lastMarked) this._remove(this.chosen.length - 1);
    else this._lastMarked = true;
    return true;
  }

  private _choose(option: PickerOption): void {
    if (option.kind === 'listed') this._add({ kind: 'listed', pupil: option.pupil, role: '' });
    else this._addDescribed(option.kind);
  }

  private _addDescribed(kind: 'not-on-list' | 'name-unknown'): void {
    const place = this.chosen.length;
    this._add({ kind, description: kind === 'not-on-list' ? this._typed.trim() : '', role: '' });
    void this.updateComplete.then(() => document.getElementById(`${this.fieldId}-describe-${place}`)?.focus());
  }

  private _add(pupil: ChosenPupil): void {
    this._typed = '';
    this._close();
    this._set([...this.chosen, pupil]);
    announce(words.chosen(chosenName(pupil, words.unknownName)));
    this.focus();
  }

  private _remove(place: number): void {
    const gone = this.chosen[place];
    this._lastMarked = false;
    this._set(this.chosen.filter((_, at) => at !== place));
    if (gone) announce(words.removed(chosenName(gone, words.unknownName)));
    this.focus();
  }

  private _change(place: number, change: { role: PupilRole | '' } | { description: string }): void {
    this._set(this.chosen.map((one, at) => (at === place ? { ...one, ...change } : one)));
  }

  private _set(chosen: readonly ChosenPupil[]): void {
    this.chosen = chosen;
    fire(this, 'chosen-changed', { chosen });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pupil-picker': HeedPupilPicker;
  }
  interface HTMLElementEventMap {
    'chosen-changed': CustomEvent<{ chosen: readonly ChosenPupil[] }>;
  }
}
