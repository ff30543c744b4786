import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-notice';
import { practice as words } from '../../strings/practice';
import { clockTime } from '../../strings/times';
import type { Unlocked } from '../../unlock/unlocked';
import type { DeviceBoard } from '../../../protocol/devices';
import { formPage } from '../record/form-page';
import type { FormState } from '../record/form-state';
import { goesTo } from '../record/goes-to';
import type { PupilOffers } from '../record/suggest';
import { guideCard } from './guide';
import { practiceBar } from './practice-bar';
import type { PracticeForm } from './practice-form';
import { reachingNobody } from './practice-school';
import { hasWords } from './words-typed';

/** All that the form is drawn from while somebody practises. */
export interface PracticeView {
  form: PracticeForm;
  /** with invented pupils in the place of the roll */
  unlocked: Unlocked;
  state: FormState;
  /** as the school keeps it */
  board: DeviceBoard | null;
  offers: PupilOffers;
  /** device clock, ms */
  now: number;
  endsAt: number;
  /** seconds, in the last ones */
  endsIn: number | null;
  failed: string;
  copy: () => void;
  makeReal: () => void;
}

/** The record form itself, with everything that it says about being sent taken out of it. */
export function practicePage(view: PracticeView): TemplateResult {
  const { form, unlocked, state, board, copy } = view;
  return html`<main id="main">
    <div class="page with-bar with-aside">
      <h1>${words.title}</h1>
      <div class="practice-says stack">${notices(view)} ${guideCard(state.content)}</div>
      ${formPage({
        form,
        practice: true,
        state,
        visit: { withoutUnlocking: false, board: reachingNobody(board), namesHere: [] },
        unlocked,
        offers: view.offers,
        now: view.now,
        closesIn: null,
        copy,
      })}
    </div>
    ${practiceBar({
      state,
      endsIn: view.endsIn,
      wouldGoTo: goesTo(board, unlocked.roll, state.content, unlocked.person.staffId),
      send: () => void form.send(),
      copy,
    })}
  </main>`;
}

function notices({ state, endsAt, failed, makeReal }: PracticeView): TemplateResult {
  return html`<heed-notice edged sign="pencil-line" .heading=${words.heading}
      >${words.why} ${words.endsAt(clockTime(endsAt))}</heed-notice
    >
    ${hasWords(state.content)
      ? html`<p>
          <button type="button" class="button" @click=${makeReal}>${words.isReal}</button>
        </p>`
      : nothing}
    ${failed === '' ? nothing : html`<heed-notice tone="danger" role="alert">${failed}</heed-notice>`}`;
}
