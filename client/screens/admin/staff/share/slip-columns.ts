import { html, nothing } from 'lit';
import type { ListedSlip } from '../../../../../protocol/slips';
import { share as words } from '../../../../strings/admin/share';
import { shortDay } from '../../../../strings/times';
import type { Column } from '../../table/table';

/** For whom, how it stands, where it was used, and taking it back. @param takeBack withdraws, or ends what it gave */
export function slipColumns(takeBack: (slip: ListedSlip) => void): Column<ListedSlip>[] {
  return [
    {
      key: 'for',
      title: words.slipFor,
      cell: (slip) =>
        html`<span class="two-lines"
          ><strong>${slip.name}</strong><small>${words.madeBy(slip.madeBy, day(slip.madeAt))}</small></span
        >`,
      text: ({ name }) => name,
    },
    {
      key: 'state',
      title: words.slipState,
      cell: stateOf,
      text: stateOf,
      sort: ({ state, expiresAt }) => `${state} ${expiresAt}`,
    },
    {
      key: 'tablet',
      title: words.slipTablet,
      cell: ({ usedOn }) => usedOn ?? '–',
      text: ({ usedOn }) => usedOn ?? '',
    },
    { key: 'deed', title: words.slipDeed, cell: (slip) => deed(slip, takeBack), text: () => '' },
  ];
}

const day = (at: string | null) => (at === null ? '' : shortDay(Date.parse(at), Date.now()));

function stateOf({ state, expiresAt, usedAt }: ListedSlip): string {
  return words.states[state](day(expiresAt), day(usedAt));
}

function deed(slip: ListedSlip, takeBack: (slip: ListedSlip) => void): unknown {
  if (slip.state !== 'open' && slip.state !== 'used') return nothing;
  const unused = slip.state === 'open';
  return html`<button
    type="button"
    class="button small"
    aria-label=${unused ? words.withdrawLabel(slip.name) : words.endLabel(slip.name, slip.usedOn ?? '')}
    @click=${() => takeBack(slip)}
  >
    ${unused ? words.withdraw : words.end}
  </button>`;
}
