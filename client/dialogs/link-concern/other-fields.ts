import { html, nothing, type TemplateResult } from 'lit';
import type { OtherConcern } from '../../../protocol/concern-links';
import { linkWords } from '../../../protocol/words/links';
import { describedBy, errorPart } from '../../components/field-parts';
import { textField } from '../../components/text-field';
import { linkConcern as words } from '../../strings/link-concern';
import { wholeMoment } from '../../strings/times';

/** A concern that may be chosen. */
export interface Choice {
  readonly id: string;
  /** whom it is about */
  readonly label: string;
  /** which, when, of what kind */
  readonly hint: string;
}

type Other = Pick<OtherConcern, 'concernId' | 'reference' | 'at' | 'about' | 'categories'> & {
  readonly pupils: readonly { readonly name: string; readonly hidden: boolean }[];
};

/** How another concern is chosen. */
export function choiceOf({ concernId, reference, at, pupils, about, categories }: Other): Choice {
  const when = wholeMoment(Date.parse(at));
  return {
    id: concernId,
    label: linkWords.about({ pupils, about }) || linkWords.concern(reference),
    hint: [linkWords.concern(reference), when, categories.join(', ')].filter(Boolean).join(' · '),
  };
}

interface OtherFields {
  /** of the same pupils; null while they are on their way */
  readonly near: readonly Choice[] | null;
  /** null before anything was searched for */
  readonly found: readonly Choice[] | null;
  readonly chosen: string;
  readonly choose: (id: string) => void;
  readonly error: string;
}

/** Those of the same pupils, and those that were found. */
export function otherFields({ near, found, chosen, choose, error }: OtherFields): TemplateResult {
  const all = [...(near ?? []), ...(found ?? [])];
  return html`<fieldset
    id="link-to"
    tabindex="-1"
    class=${error === '' ? '' : 'invalid'}
    aria-describedby=${describedBy('link-to', '', error)}
  >
    <legend class="label">${words.which}</legend>
    ${errorPart('link-to', error)}
    ${near === null ? html`<p class="hint" role="status">${words.loading}</p>` : nothing}
    ${near?.length === 0 ? html`<p class="hint">${words.none}</p>` : nothing}
    ${all.map(
      ({ id, label, hint }) =>
        html`<label class="kind-tick"
          ><input
            type="radio"
            name="link-to"
            autocomplete="off"
            .checked=${id === chosen}
            @change=${() => choose(id)}
          /><span>${label}<br /><span class="hint">${hint}</span></span></label
        >`,
    )}
  </fieldset>`;
}

interface FindField {
  readonly typed: string;
  readonly type: (typed: string) => void;
  readonly search: () => void;
  readonly found: readonly Choice[] | null;
  readonly error: string;
}

/** Searches for another concern; what is found stands among the choices. */
export function findField({ typed, type, search, found, error }: FindField): TemplateResult {
  const said = found === null ? '' : found.length === 0 ? words.noneFound : words.found(found.length);
  return html`<div class="stack">
    ${textField({ id: 'link-find', label: words.find, value: typed, typed: type, error })}
    <button type="button" class="button small" @click=${search}>${words.search}</button>
    <p class="hint" role="status">${said}</p>
  </div>`;
}
