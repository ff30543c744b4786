import { html, nothing, type TemplateResult } from 'lit';
import type { PupilFile } from '../../../../protocol/pupils';
import { selectField } from '../../../components/select-field';
import { connectedStaff, siblings as siblingWords } from '../../../strings/admin/pupils';
import type { ChangeTray } from '../change-tray';
import type { Choosable, PupilChooser } from './pupil-chooser';

const keyOf = (staffId: string) => `connected ${staffId}`;

/** Staff who are close to a pupil; changed one by one, since taking one away waits for a second person. */
export function connectedCard(
  pupil: PupilFile,
  staff: readonly { id: string; name: string }[],
  tray: ChangeTray,
): TemplateResult {
  const known = new Set(pupil.connectedStaff.map(({ id }) => id));
  const coming = staff.filter(({ id }) => tray.find(keyOf(id))?.kind === 'connected.add');
  const free = staff.filter(({ id }) => !known.has(id) && !tray.find(keyOf(id)));
  const rows = [...pupil.connectedStaff, ...coming.map((one) => ({ ...one, left: false }))];
  return html`<section class="card" aria-labelledby="connected">
    <h2 id="connected">${connectedStaff.title}</h2>
    <p class="hint">${connectedStaff.why}</p>
    ${rows.length === 0 ? html`<p>${connectedStaff.none}</p>` : nothing}
    <ul class="plain close-people">
      ${rows.map((one) => connectedRow(pupil.id, one, tray))}
    </ul>
    ${selectField({
      id: 'connect',
      label: connectedStaff.add,
      value: '',
      options: [
        { value: '', label: connectedStaff.choose },
        ...free.map(({ id, name }) => ({ value: id, label: name })),
      ],
      chosen: (staffId) => {
        if (staffId !== '') tray.put(keyOf(staffId), { kind: 'connected.add', pupilId: pupil.id, staffId });
      },
    })}
  </section>`;
}

function connectedRow(
  pupilId: string,
  { id, name, left }: PupilFile['connectedStaff'][number],
  tray: ChangeTray,
): TemplateResult {
  const unsaved = tray.find(keyOf(id));
  const state = unsaved?.kind === 'connected.add' ? connectedStaff.willCome : connectedStaff.willGo;
  return html`<li>
    <span class="grow"
      >${name}${left ? html` <span class="hint">${connectedStaff.left}</span>` : nothing}${unsaved
        ? html` <strong>${state}</strong>`
        : nothing}</span
    >
    ${unsaved
      ? html`<button type="button" class="button small" @click=${() => tray.put(keyOf(id), null)}>
          ${connectedStaff.undo}
        </button>`
      : html`<button
          type="button"
          class="button quiet small"
          aria-label=${connectedStaff.removeLabel(name)}
          @click=${() => tray.put(keyOf(id), { kind: 'connected.remove', pupilId, staffId: id })}
        >
          ${connectedStaff.remove}
        </button>`}
  </li>`;
}

/** Brothers and sisters at this school. @param ids as the form has them now */
export function siblingsCard(
  ids: readonly string[],
  pupils: readonly Choosable[],
  chooser: PupilChooser,
  keep: (ids: string[]) => void,
): TemplateResult {
  const own = pupils.filter(({ id }) => ids.includes(id));
  return html`<section class="card" aria-labelledby="siblings">
    <h2 id="siblings">${siblingWords.title}</h2>
    ${own.length === 0 ? html`<p class="hint">${siblingWords.none}</p>` : nothing}
    <ul class="plain close-people">
      ${own.map(
        ({ id, name, className }) =>
          html`<li>
            <span class="grow"
              ><a href="/admin/pupils/${id}"><bdi>${name}</bdi></a>
              <span class="hint">${className}</span></span
            ><button
              type="button"
              class="button quiet small"
              aria-label=${siblingWords.removeLabel(name)}
              @click=${() => keep(ids.filter((one) => one !== id))}
            >
              ${connectedStaff.remove}
            </button>
          </li>`,
      )}
    </ul>
    ${chooser.render(
      siblingWords.add,
      pupils.filter(({ id }) => !ids.includes(id)),
      (id) => keep([...ids, id]),
    )}
  </section>`;
}
