import { html, nothing, type TemplateResult } from 'lit';
import type { FoundPupil } from '../../../protocol/search';
import { avatar } from '../../components/avatar';
import { search as words } from '../../strings/search';
import type { FoundList } from './found-list';

/** Pupils who are called so, each a link to their page; nothing where nobody is. */
export function foundPupils({
  pupils,
  pupilsTotal,
}: Pick<FoundList, 'pupils' | 'pupilsTotal'>): TemplateResult | typeof nothing {
  if (pupils.length === 0) return nothing;
  const further = pupilsTotal - pupils.length;
  return html`<section>
    <h2 class="group-head">${words.pupils(pupilsTotal)}</h2>
    ${pupils.map((pupil) => pupilRow(pupil))}
    ${further > 0 ? html`<p class="hint list-notice">${words.morePupils(further)}</p>` : nothing}
  </section>`;
}

function pupilRow({ id, name, initials, className, left }: FoundPupil): TemplateResult {
  return html`<a class="alert-row pupil-row" href="/pupils/${id}">
    ${avatar(initials, name)}
    <span class="words">
      <span class="name-line"
        ><span class="who">${name}</span>${className === null
          ? nothing
          : html`<span class="class">${className}</span>`}</span
      >
      ${left ? html`<span class="hint">${words.left}</span>` : nothing}
    </span>
  </a>`;
}
