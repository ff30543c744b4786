import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { textField } from '../../../components/text-field';
import { pupilChooser as words } from '../../../strings/admin/pupils';
import { matching, type Column } from '../table/columns';

/** A pupil to choose, with the class that tells two of one name apart. */
export interface Choosable {
  readonly id: string;
  readonly name: string;
  readonly className: string;
}

const columns: readonly Column<Choosable>[] = [
  { key: 'name', title: '', cell: ({ name }) => name, text: ({ name, className }) => `${name} ${className}` },
];
/** More than a person looks through; another letter makes them fewer. */
const SHOWN = 6;

/** Finds one pupil by typing: a field and the few that fit, each a button. It keeps what is typed. */
export class PupilChooser implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #id: string;
  #typed = '';

  /** @param id of its field */
  constructor(host: ReactiveControllerHost, id: string) {
    this.#host = host;
    this.#id = id;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#typed = '';
  }

  /** @param pupils whom one may choose */
  render(label: string, pupils: readonly Choosable[], chosen: (id: string) => void): TemplateResult {
    const searched = this.#typed.trim() !== '';
    const found = searched ? matching(pupils, columns, this.#typed).slice(0, SHOWN) : [];
    return html`<div class="chooser">
      ${textField({
        id: this.#id,
        label,
        hint: words.label,
        value: this.#typed,
        typed: (value) => this.#type(value),
      })}
      <div class="chips">
        ${found.map(
          ({ id, name, className }) =>
            html`<button
              type="button"
              class="chip"
              aria-label=${words.choose(`${name}, ${className}`)}
              @click=${() => {
                this.#type('');
                chosen(id);
              }}
            >
              <bdi>${name}</bdi> <span class="hint">${className}</span>
            </button>`,
        )}
      </div>
      <p class="hint" role="status">${searched && found.length === 0 ? words.none : nothing}</p>
    </div>`;
  }

  #type(value: string): void {
    this.#typed = value;
    this.#host.requestUpdate();
  }
}
