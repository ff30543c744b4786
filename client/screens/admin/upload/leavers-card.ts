import { html, nothing, type TemplateResult } from 'lit';
import type { UploadPreview } from '../../../../protocol/pupil-upload';
import { icon } from '../../../components/heed-icon';
import { textField } from '../../../components/text-field';
import { pupilUpload as words } from '../../../strings/admin/pupil-upload';
import { dayField } from '../pupils/pupil-form';

/** So many names stand there at once; more are folded away. */
const FEW = 40;

/** Who was ticked as a leaver, since when, and where to. */
export interface Ticked {
  readonly ids: ReadonlySet<string>;
  /** yyyy-mm-dd */
  readonly on: string;
  readonly destination: string;
}

/** On roll here and not in the file: proposed, each to be ticked. */
export function leaversCard(
  leavers: UploadPreview['leavers'],
  ticked: Ticked,
  set: (ticked: Ticked) => void,
): TemplateResult | typeof nothing {
  if (leavers.length === 0) return nothing;
  const { ids } = ticked;
  const tick = (id: string, on: boolean) => {
    const next = new Set(ids);
    if (on) next.add(id);
    else next.delete(id);
    set({ ...ticked, ids: next });
  };
  const all = ids.size > 0 ? new Set<string>() : new Set(leavers.map(({ id }) => id));
  return html`<section class="card" aria-labelledby="leavers">
    <h2 id="leavers">${words.leavers(leavers.length, ids.size)}</h2>
    <p class="hint">${words.leaversWhy}</p>
    <details class="leaver-list" ?open=${leavers.length <= FEW}>
      <summary>${icon('chevron-right')}${words.whoIsMissing}</summary>
      <button type="button" class="button small" @click=${() => set({ ...ticked, ids: all })}>
        ${ids.size > 0 ? words.tickNone : words.tickAll}
      </button>
      <div class="check-grid wide">
        ${leavers.map(
          ({ id, name, className }) =>
            html`<label class="check"
              ><input
                type="checkbox"
                .checked=${ids.has(id)}
                @change=${(event: Event) => tick(id, (event.target as HTMLInputElement).checked)}
              /><span><bdi>${name}</bdi><small class="hint">${className}</small></span></label
            >`,
        )}
      </div>
    </details>
    ${ids.size === 0
      ? nothing
      : html`<div class="field-grid">
          ${dayField('leavers-on', words.on, ticked.on, '', (on) => set({ ...ticked, on }))}
          ${textField({
            id: 'leavers-to',
            label: words.destination,
            value: ticked.destination,
            placeholder: words.destinationHint,
            typed: (destination) => set({ ...ticked, destination }),
          })}
        </div>`}
  </section>`;
}
