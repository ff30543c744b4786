import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PupilRole } from '../../protocol/concern-body';
import { picker as words } from '../strings/components';
import type { DeviceKind } from '../strings/device';
import { describedBy, errorPart, hintPart } from './field-parts';
import { fire } from './fire';
import { announce } from './heed-live-region';
import { chipRow, notChosen } from './pupil-picker/chips';
import { chosenName, type ChosenPupil, type Suggestion } from './pupil-picker/chosen-pupil';
import { afterKey, closedList, type ListState, type PickerWish } from './pupil-picker/list-state';
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
  @state() private _list: ListState = closedList;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this.querySelector<HTMLInputElement>('.picker-input')?.focus();
  }

  protected override render(): TemplateResult {
    const hint = this.listMissing ? words.listMissing(this.device) : this.hint;
    return html`<div class=${this.error === '' ? '' : 'invalid'}>
      <label class="question" id="${this.fieldId}-label" for=${this.fieldId}>${this.label}</label>
      ${hintPart(this.fieldId, hint)} ${errorPart(this.fieldId, this.error)}
      <div class="picker">
        <div class="picker-box ${this._list.open ? 'open' : ''}">
          ${this.chosen.map((chosen, place) => this._renderTag(chosen, place))} ${this._renderInput(hint)}
        </div>
        ${this._list.open ? this._renderList() : nothing}
      </div>
      ${this._list.open ? nothing : this._renderChips()}
    </div>`;
  }

  private _renderTag(chosen: ChosenPupil, place: number): TemplateResult {
    const marked = this._list.lastMarked && place === this.chosen.length - 1;
    return tag(chosen, place, { fieldId: this.fieldId, roles: this.roles, marked }, this._tagActions);
  }

  private _renderInput(hint: string): TemplateResult {
    const { open, active } = this._list;
    return html`<input
      class="picker-input"
      id=${this.fieldId}
      type="text"
      role="combobox"
      aria-labelledby="${this.fieldId}-label"
      autocomplete="off"
      autocapitalize="words"
      autocorrect="off"
      spellcheck="false"
      maxlength="200"
      aria-expanded=${open}
      aria-controls=${open ? `${this.fieldId}-options` : nothing}
      aria-autocomplete="list"
      aria-activedescendant=${open ? this._optionId(active) : nothing}
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
      ${this._list.options.map((option, place) =>
        optionRow(option, {
          id: this._optionId(place),
          active: place === this._list.active,
          typed: this._typed,
          choose: () => this._choose(option),
        }),
      )}
    </div>`;
  }

  private _renderChips(): TemplateResult | typeof nothing {
    const add = (role: PupilRole | '') => (pupil: Suggestion) =>
      this._addByTap({ kind: 'listed', pupil, role });
    if (this.chosen.length === 0) return chipRow(words.yourClass, this.quick, add(''));
    const siblings = this.chosen.flatMap((one) =>
      one.kind === 'listed' ? this.siblingsOf(one.pupil.id) : [],
    );
    return chipRow(words.siblings, notChosen(siblings, this.chosen), add('sibling'));
  }

  private _optionId(place: number): string {
    return `${this.fieldId}-option-${place}`;
  }

  private readonly _tagActions: TagActions = {
    setRole: (place, role) => this._change(place, { role }),
    describe: (place, description) => this._change(place, { description }),
    remove: (place) => this._remove(place),
  };

  private readonly _onInput = (event: Event): void => {
    this._typed = (event.target as HTMLInputElement).value;
    if (this._typed.trim() === '') this._close();
    else this._open();
  };

  private _open(): void {
    const found = this.listMissing || this._typed.trim() === '' ? [] : this.search(this._typed);
    const free = notChosen(found, this.chosen);
    this._list = { open: true, options: optionsFor(free), active: 0, lastMarked: false };
    announce(words.found(free.length));
  }

  private readonly _close = (): void => {
    this._list = closedList;
  };

  private readonly _onKey = (event: KeyboardEvent): void => {
    const outcome = afterKey(this._list, event, this._typed, this.chosen.length);
    if (outcome === null) {
      this._list = { ...this._list, lastMarked: false };
      return;
    }
    event.preventDefault();
    // Escape that closed the list must not count towards Escape Escape = Cover.
    if (event.key === 'Escape') event.stopPropagation();
    this._list = outcome.state;
    this._grant(outcome.wish);
    void this.updateComplete.then(() =>
      this.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' }),
    );
  };

  private _grant(wish: PickerWish): void {
    if (wish === null) return;
    if (wish === 'open') this._open();
    else if (wish === 'remove-last') this._remove(this.chosen.length - 1);
    else this._choose(wish.choose);
  }

  private _choose(option: PickerOption): void {
    if (option.kind === 'listed') {
      this._add({ kind: 'listed', pupil: option.pupil, role: '' });
      this.focus();
      return;
    }
    const place = this.chosen.length;
    const description = option.kind === 'not-on-list' ? this._typed.trim() : '';
    this._add({ kind: option.kind, description, role: '' });
    void this.updateComplete.then(() =>
      document.getElementById(`${this.fieldId}-describe-${place}`)?.focus(),
    );
  }

  /** The tapped chip is gone afterwards; the new tag takes the focus, since the input would raise the keyboard. */
  private _addByTap(pupil: ChosenPupil): void {
    this._add(pupil);
    void this.updateComplete.then(() =>
      [...this.querySelectorAll<HTMLElement>('.tag select')].at(-1)?.focus(),
    );
  }

  private _add(pupil: ChosenPupil): void {
    this._typed = '';
    this._close();
    this._set([...this.chosen, pupil]);
    announce(words.chosen(chosenName(pupil, words.unknownName)));
  }

  private _remove(place: number): void {
    const gone = this.chosen[place];
    this._close();
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
