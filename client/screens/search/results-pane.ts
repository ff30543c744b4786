import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../components/heed-empty';
import '../../components/heed-notice';
import { search as words } from '../../strings/search';
import { loadingRows } from '../alerts/loading-rows';
import type { FoundList } from './found-list';
import { foundPupils } from './found-pupils';
import { foundRow } from './found-row';

export interface ResultsPane {
  list: Pick<
    FoundList,
    'rows' | 'total' | 'pupils' | 'pupilsTotal' | 'busy' | 'fault' | 'hasMore' | 'again' | 'showMore'
  >;
  /** the concern that is open, or null */
  openId: string | null;
  /** school's clock, ms */
  now: number;
}

/** What was found, or what stands there instead. */
export function resultsPane(pane: ResultsPane): TemplateResult {
  const { list } = pane;
  if (list.rows === null) return list.busy ? loadingRows(words.searching) : instead(list);
  if (list.rows.length === 0)
    return html`${foundPupils(list)}<heed-empty
        sign="search"
        .text=${list.pupilsTotal > 0 ? words.noRecords : words.none}
      ></heed-empty>`;
  return html`${foundPupils(list)}
    <section>
      <h2 class="group-head">${words.found(list.total)}</h2>
      ${repeat(
        list.rows,
        (row) => row.concernId,
        (row) => foundRow(row, { now: pane.now, current: row.concernId === pane.openId }),
      )}
      ${list.hasMore ? more(list) : nothing}
    </section>`;
}

function more({ busy, fault, showMore }: ResultsPane['list']): TemplateResult {
  return html`${fault
      ? html`<heed-notice class="list-notice" tone="warn" sign="cloud-off" role="status"
          >${words.moreFailed(fault.title)}</heed-notice
        >`
      : nothing}
    <p class="older">
      <button type="button" class="button small" aria-disabled=${busy} @click=${showMore}>
        ${words.more}
      </button>
    </p>`;
}

/** Nothing searched for yet, or it could not be done. What was refused for its words stands beside them. */
function instead({ fault, again }: ResultsPane['list']): TemplateResult {
  if (!fault || fault.code === 'not-valid')
    return html`<heed-empty sign="search" .text=${words.start}></heed-empty>`;
  const text = fault.code === 'unreachable' ? words.offline : fault.title;
  return html`<heed-empty sign="cloud-off" role="status" .text=${text}
    ><button type="button" class="button" @click=${again}>${words.retry}</button></heed-empty
  >`;
}
