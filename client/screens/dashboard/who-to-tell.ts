import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceBoard } from '../../../protocol/devices';
import { avatar, initialsOf } from '../../components/avatar';
import { dashboard as words } from '../../strings/dashboard';

/** "Who to tell": the school's duty list and the numbers of children's services, as last kept on this device. */
export function whoToTell(board: DeviceBoard): TemplateResult | typeof nothing {
  if (board.duty.length === 0) return nothing;
  return html`<aside class="aside">
    <section class="card duty">
      <h2>${words.whoToTell}</h2>
      <div>
        ${board.duty.map(
          (person) =>
            html`<p class="person-line">
              ${avatar(initialsOf(person.name), person.name)}<span
                ><strong>${person.name}</strong
                ><span class="hint">${words.roles[person.role]}</span>${person.reach === null
                  ? nothing
                  : html`<span class="hint">${person.reach}</span>`}</span
              >
            </p>`,
        )}
        ${numbers(board)}
      </div>
    </section>
  </aside>`;
}

function numbers(board: DeviceBoard): TemplateResult | typeof nothing {
  const { childrensServices: day, childrensServicesOutOfHours: night } = board;
  if (day === null && night === null) return nothing;
  return html`<p class="numbers">
    ${day === null ? nothing : words.childrensServices(day)}${night === null
      ? nothing
      : html`<br /><span class="hint">${words.outOfHours(night)}</span>`}
  </p>`;
}
