import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { selectField } from '../../components/select-field';
import { action as words } from '../../strings/concern-actions';
import type { ActionFields } from './action-fields';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly group: boolean;
}

/** Whom a lead has told of it: alert groups and colleagues, one after the other from one list. */
export function alertFields({ begun, choices, leads, set }: ActionFields): TemplateResult | typeof nothing {
  const all: Choice[] = [
    ...(choices?.alert.groups ?? []).map((one) => ({ ...one, group: true })),
    ...(choices?.alert.staff ?? []).map((one) => ({ ...one, group: false })),
  ];
  if (!leads || all.length === 0) return nothing;
  const told = new Set([...begun.alertStaff, ...begun.alertGroups]);
  const put = (ids: ReadonlySet<string>) => {
    const of = (group: boolean) => all.filter((one) => one.group === group && ids.has(one.id));
    set({ alertStaff: of(false).map(({ id }) => id), alertGroups: of(true).map(({ id }) => id) });
  };
  return html`${selectField({
    id: 'action-alert',
    label: words.alert,
    hint: words.alertHint,
    value: '',
    options: [
      { value: '', label: words.alertChoose },
      ...all
        .filter(({ id }) => !told.has(id))
        .map(({ id, name, group }) => ({ value: id, label: group ? words.alertGroup(name) : name })),
    ],
    chosen: (id) => {
      if (id === '') return;
      // Else the list stays on whoever stands now where the chosen one stood.
      const list = document.querySelector<HTMLSelectElement>('#action-alert');
      if (list) list.value = '';
      put(new Set([...told, id]));
      announce(words.alertAdded(all.find((one) => one.id === id)?.name ?? ''));
    },
  })}
  ${told.size === 0
    ? nothing
    : html`<ul class="chips" aria-label=${words.alertTold}>
        ${all
          .filter(({ id }) => told.has(id))
          .map(
            ({ id, name }) =>
              html`<li>
                <button
                  type="button"
                  class="chip"
                  aria-label=${words.alertNot(name)}
                  @click=${() => put(new Set([...told].filter((one) => one !== id)))}
                >
                  ${name}${icon('x')}
                </button>
              </li>`,
          )}
      </ul>`}`;
}
