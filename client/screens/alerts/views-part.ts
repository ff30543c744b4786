import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '../../components/select-field';
import { textField } from '../../components/text-field';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { views as words } from '../../strings/inbox';
import { isLimited } from './inbox-filter';
import { lookOf, type Look, type SavedViews } from './saved-views';

export interface ViewsPart {
  readonly views: SavedViews;
  readonly look: Look;
}

/** Looks that have names, to go to. */
export function viewPicker(
  { views, look }: ViewsPart,
  choose: (look: Look) => void,
): TemplateResult | typeof nothing {
  if (views.all.length === 0) return nothing;
  return html`<div class="list-tabs">
    ${selectField({
      id: 'saved-view',
      label: words.label,
      labelHidden: true,
      value: views.ofLook(look)?.id ?? '',
      options: [
        { value: '', label: words.choose },
        ...views.all.map(({ id, name }) => ({ value: id, label: name })),
      ],
      chosen: (id) => {
        const chosen = views.all.find((one) => one.id === id);
        if (chosen) choose(lookOf(chosen));
      },
    })}
  </div>`;
}

/** Names the look that stands in the fields, renames it, removes it. */
export function viewKeeper(part: ViewsPart): TemplateResult | typeof nothing {
  const kept = manage(part);
  return kept === nothing ? nothing : html`<div class="list-tabs saved-views">${kept}</div>`;
}

function manage({ views, look }: ViewsPart): TemplateResult | typeof nothing {
  if (views.naming) return naming(views, look);
  const saved = views.ofLook(look);
  if (saved)
    return html`<span class="row">
      <button type="button" class="button small" @click=${() => views.begin(saved)}>${words.rename}</button>
      <button
        type="button"
        class="button small quiet"
        aria-disabled=${views.busy}
        @click=${() => void askAndRemove(views, look)}
      >
        ${words.remove}
      </button>
    </span>`;
  return isLimited(look.fields)
    ? html`<button type="button" class="button small" @click=${() => views.begin()}>${words.save}</button>`
    : nothing;
}

function naming(views: SavedViews, look: Look): TemplateResult {
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void views.save(look);
    }}
  >
    ${textField({
      id: 'view-name',
      label: words.name,
      hint: words.nameHint,
      value: views.naming?.name ?? '',
      error: views.fault,
      typed: (name) => views.type(name),
    })}
    <span class="row">
      <button type="submit" class="button small primary" aria-disabled=${views.busy}>${words.keep}</button>
      <button type="button" class="button small quiet" @click=${() => views.cancel()}>${words.cancel}</button>
    </span>
  </form>`;
}

async function askAndRemove(views: SavedViews, look: Look): Promise<void> {
  const saved = views.ofLook(look);
  if (!saved) return;
  const text = words.removeSure(saved.name);
  if (await showConfirm({ heading: words.remove, text, yes: words.remove, no: words.cancel }))
    await views.remove(saved);
}
