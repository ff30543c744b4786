import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { people as words } from '../strings/components';
import { avatar } from './avatar';
import { fire } from './fire';

/** A person who has set up this device: what may be shown while it is locked. */
export interface PersonTile {
  id: string;
  /** "Jo", or "Ben H" where there are two. */
  name: string;
  initials: string;
}

/** Who are you? Tiles of 72 px over radios. */
@customElement('heed-person-tiles')
export class HeedPersonTiles extends LitElement {
  /** Said, not shown: the page has its own heading. */
  @property() label = words.who;
  @property({ attribute: false }) people: readonly PersonTile[] = [];
  /** Id of the chosen person; empty: nobody. */
  @property() chosen = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<fieldset>
      <legend class="visually-hidden">${this.label}</legend>
      <div class="person-tiles">
        ${this.people.map(
          (person) =>
            html`<label class="person-tile"
              ><input
                type="radio"
                name="person"
                .value=${person.id}
                .checked=${person.id === this.chosen}
                autocomplete="off"
                @change=${() => this._choose(person.id)}
              />${avatar(person.initials, person.id, 44)}<span>${person.name}</span></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  private _choose(id: string): void {
    this.chosen = id;
    fire(this, 'person-chosen', { id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-person-tiles': HeedPersonTiles;
  }
  interface HTMLElementEventMap {
    'person-chosen': CustomEvent<{ id: string }>;
  }
}
