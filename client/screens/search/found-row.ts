import { html, nothing, type TemplateResult } from 'lit';
import type { FoundConcern } from '../../../protocol/search';
import { avatar } from '../../components/avatar';
import { categorySquare } from '../../components/category-square';
import { icon } from '../../components/heed-icon';
import { search as words } from '../../strings/search';
import { shortDay } from '../../strings/times';
import { levelTag } from '../alerts/level-tag';
import { withOthers } from '../alerts/row-words';

/** One record that was found, a link to it. @param now school's clock, ms */
export function foundRow(
  row: FoundConcern,
  { now, current }: { now: number; current: boolean },
): TemplateResult {
  const { who, className, initials } = whoOf(row);
  const [first, ...others] = row.categories;
  return html`<a class="alert-row" href="/search/${row.concernId}" aria-current=${current ? 'true' : nothing}>
    ${initials === ''
      ? html`<span class="avatar" aria-hidden="true">${icon('circle-user-round')}</span>`
      : avatar(initials, who)}
    <span class="words">
      <span class="name-line"
        ><span class="who">${who}</span>${className === ''
          ? nothing
          : html`<span class="class">${className}</span>`}</span
      >
      <span class="hint">${snippet(row)}</span>
    </span>
    <span class="end">${shortDay(Date.parse(row.at), now)}</span>
    <span class="kind">
      ${row.urgent ? html`<span class="urgent">${words.urgent}</span>` : nothing} ${levelTag(row.level)}
      ${first
        ? html`<span class="category"
            >${categorySquare(first.colour)}<span>${withOthers(first.name, others.length)}</span></span
          >`
        : nothing}
      <span class="quiet">${noteOf(row)}</span>
    </span>
  </a>`;
}

function whoOf({ pupils, about, reference }: FoundConcern): {
  who: string;
  className: string;
  initials: string;
} {
  if (about) {
    const [first = '', ...others] = about;
    return { who: withOthers(first, others.length), className: '', initials: '' };
  }
  const [first] = pupils;
  if (!first) return { who: words.nobodyNamed(reference), className: '', initials: '' };
  const name = first.hidden ? words.anotherPupil : first.name;
  const className = pupils.length > 1 ? '' : (first.className ?? '');
  return { who: withOthers(name, pupils.length - 1), className, initials: first.initials };
}

function snippet({ snippet: shown }: FoundConcern): TemplateResult {
  if (!shown) return html`${words.noWords}`;
  const pieces = shown.pieces.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text));
  return html`${shown.place === 'action' ? html`${words.inAction} ` : nothing}${shown.before
    ? '… '
    : ''}${pieces}${shown.after ? ' …' : ''}`;
}

function noteOf({ status, reference }: FoundConcern): string {
  const standing = status === 'closed' ? words.closed : status === 'being-checked' ? words.beingChecked : '';
  return [words.reference(reference), standing].filter((part) => part !== '').join(' · ');
}
