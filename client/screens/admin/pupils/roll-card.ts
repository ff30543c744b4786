import { html, nothing, type TemplateResult } from 'lit';
import type { PupilFile } from '../../../../protocol/pupils';
import { icon } from '../../../components/heed-icon';
import { textField } from '../../../components/text-field';
import { pupilRoll as words } from '../../../strings/admin/pupils';
import type { ChangeTray } from '../change-tray';
import { dayField } from './pupil-form';

/** What is typed before "Done". */
export interface Leaving {
  readonly on: string;
  readonly destination: string;
  readonly fault: string;
}

export interface RollGiven {
  readonly pupil: PupilFile;
  readonly tray: ChangeTray;
  /** null: nothing is being typed */
  readonly leaving: Leaving | null;
  /** yyyy-mm-dd */
  readonly today: string;
  readonly set: (leaving: Leaving | null) => void;
}

const KEY = 'roll';

/** On roll or left: when and where to, and back again. */
export function rollCard(given: RollGiven): TemplateResult {
  const { pupil, tray, leaving } = given;
  const unsaved = tray.find(KEY);
  return html`<section class="card ${unsaved ? 'unsaved' : ''}" aria-labelledby="roll">
    <h2 id="roll">${words.title}</h2>
    <p>${pupil.leftOn ? words.left(pupil.leftOn, pupil.leftTo) : words.here}</p>
    ${unsaved?.kind === 'pupil.leave' ? html`<p class="strong">${words.leaves(unsaved.on)}</p>` : nothing}
    ${unsaved?.kind === 'pupil.return' ? html`<p class="strong">${words.comesBack}</p>` : nothing}
    ${leaving ? leavingFields(given, leaving) : rollButton(given, unsaved !== undefined)}
  </section>`;
}

function rollButton({ pupil, tray, today, set }: RollGiven, unsaved: boolean): TemplateResult {
  if (unsaved)
    return html`<button type="button" class="button" @click=${() => tray.put(KEY, null)}>
      ${words.undo}
    </button>`;
  if (pupil.leftOn)
    return html`<button
      type="button"
      class="button"
      @click=${() => tray.put(KEY, { kind: 'pupil.return', pupilIds: [pupil.id] })}
    >
      ${icon('refresh-cw')}${words.bringBack}
    </button>`;
  return html`<button
    type="button"
    class="button"
    @click=${() => set({ on: today, destination: '', fault: '' })}
  >
    ${icon('log-out')}${words.leave}
  </button>`;
}

function leavingFields({ pupil, tray, today, set }: RollGiven, leaving: Leaving): TemplateResult {
  const done = () => {
    const { on, destination } = leaving;
    if (on === '' || on > today) {
      set({ ...leaving, fault: words.dayNeeded });
      return;
    }
    const where = destination.trim() || null;
    tray.put(KEY, { kind: 'pupil.leave', pupilIds: [pupil.id], on, destination: where });
    set(null);
  };
  return html`<div class="field-grid">
      ${dayField('left-on', words.on, leaving.on, leaving.fault, (on) => set({ ...leaving, on, fault: '' }))}
      ${textField({
        id: 'left-to',
        label: words.destination,
        value: leaving.destination,
        placeholder: words.destinationHint,
        typed: (destination) => set({ ...leaving, destination }),
      })}
    </div>
    <div class="row">
      <button type="button" class="button" @click=${() => set(null)}>${words.cancel}</button>
      <button type="button" class="button primary" @click=${done}>${words.done}</button>
    </div>`;
}
