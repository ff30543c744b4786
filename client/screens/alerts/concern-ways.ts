import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import '../../components/heed-more-menu';
import type { MoreEntry } from '../../components/heed-more-menu';
import type { IconName } from '../../components/icon-names';
import type { Decision } from '../../data/concerns';
import { correctPupil, decide as words } from '../../strings/concern-actions';
import { reply } from '../../strings/reply';
import { concernPapers } from '../papers/choices';
import '../papers/heed-download-paper';

type Decide = (kind: Decision) => void;

/**
 * What only who decides about a concern, or puts right what was joined elsewhere or dismissed, is offered, and the paper for
 * whoever has full access.
 * @param pupilId from whose page it was opened: the paper begins with them too
 */
export function concernWays(
  concern: Concern,
  decide: Decide,
  pupilId: string | null,
): TemplateResult | typeof nothing {
  const { may } = concern;
  if (!may.lead && !may.print) return nothing;
  return html`<div class="decisions">
    ${may.lead ? oftenDone(concern, decide) : nothing}
    ${may.print
      ? html`<heed-download-paper small .choices=${concernPapers(concern, pupilId)}></heed-download-paper>`
      : nothing}
    ${may.lead || may.correct ? seldomDone(concern, decide) : nothing}
  </div>`;
}

function oftenDone({ status }: Concern, decide: Decide): TemplateResult {
  const button = (kind: Decision) =>
    html`<button type="button" class="button small" @click=${() => decide(kind)}>
      ${words[kind].button}
    </button>`;
  return status === 'closed' ? button('reopen') : html`${button('level')} ${button('close')}`;
}

/** The rest stands behind one button; why somebody can be told nothing more stands beside it. */
function seldomDone(concern: Concern, decide: Decide): TemplateResult {
  const kinds = seldomKinds(concern);
  const { noReply } = concern.may;
  return html`${kinds.length === 0
    ? nothing
    : html`<heed-more-menu
        .entries=${kinds.map((kind) => entryOf(kind, concern))}
        @more-chosen=${(event: CustomEvent<{ id: string }>) => decide(event.detail.id as Decision)}
      ></heed-more-menu>`}
  ${noReply === null || noReply === 'own' ? nothing : html`<p class="hint">${reply.none[noReply]}</p>`}`;
}

type SeldomDone = 'reply' | 'link' | 'sort' | 'pupil' | 'when' | 'cover';

function seldomKinds({ about, may, pupils, status, text }: Concern): SeldomDone[] {
  return [
    ...(may.lead && may.noReply === null ? (['reply'] as const) : []),
    ...(may.lead && may.print ? (['link'] as const) : []),
    ...(may.lead && status !== 'closed' && about === null ? (['sort'] as const) : []),
    ...(may.correct && pupils.length > 0 ? (['pupil'] as const) : []),
    ...(may.correct && text !== null ? (['when'] as const) : []),
    ...(may.correct ? (['cover'] as const) : []),
  ];
}

const icons: Readonly<Record<SeldomDone, IconName>> = {
  reply: 'reply',
  link: 'link',
  sort: 'tag',
  pupil: 'user-cog',
  when: 'clock',
  cover: 'eye-off',
};

function entryOf(kind: SeldomDone, { pupils }: Concern): MoreEntry {
  const nobodyKnown = kind === 'pupil' && pupils.every(({ unmatched }) => unmatched);
  return { id: kind, icon: icons[kind], words: nobodyKnown ? correctPupil.match : words[kind].button };
}
