import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { cameFrom, placeOf, stepBack } from '../../router';
import { pupilPage as words } from '../../strings/chronology';
import { titles } from '../../strings/shell';

/** Places that lead to a pupil's page, by their routes, as the way back to them is called. */
const places: Readonly<Record<string, string>> = {
  '/alerts': titles.alerts,
  '/alerts/:id': words.backToConcern,
  '/search': titles.search,
  '/search/:id': words.backToConcern,
  '/actions': titles.actions,
  '/watched': titles.watched,
  '/pupils/:id': words.backToPupil,
};

/** The way back to where this page was opened from; from elsewhere, or in a new tab, to the alerts. */
export function wayBack(): TemplateResult {
  const from = cameFrom();
  const label = from === null ? undefined : places[placeOf(from).route.path];
  if (from === null || label === undefined)
    return html`<a class="back-link no-print" href="/alerts">${icon('arrow-left')}${titles.alerts}</a>`;
  return html`<a class="back-link no-print" href=${from} @click=${stepBack}
    >${icon('arrow-left')}${label}</a
  >`;
}
