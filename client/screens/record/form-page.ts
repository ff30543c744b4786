import { html, nothing, type TemplateResult } from 'lit';
import '../../components/heed-error-summary';
import type { FieldError } from '../../components/heed-error-summary';
import { deviceKind } from '../../contexts/device-kind';
import { showAboutAdult } from '../../dialogs/about-adult/show-about-adult';
import { adult } from '../../strings/about-adult';
import { record as words } from '../../strings/record';
import { childKey } from '../../../protocol/body-map/sealed-marks';
import type { Unlocked } from '../../unlock/unlocked';
import { adultCard } from './adult-card';
import { aside } from './aside';
import { dangerStrip } from './danger-strip';
import type { FormState } from './form-state';
import type { FormView } from './form-view';
import { goesTo, leadsOf } from './goes-to';
import { kindCard } from './kind-card';
import { notices } from './notices';
import type { Visit } from './opening';
import { rareThings } from './rare-cards';
import { noAdult } from './record-content';
import type { RecordForm } from './record-form';
import { sendBar, standing, type SendBarView } from './send-bar';
import type { PupilOffers } from './suggest';
import { toldCard } from './told-card';
import { whatCard } from './what-card';
import { whenWhereCard } from './when-where-card';
import { nameCard, whoCard } from './who-card';

/** What the page does with the form that stands in it, whether it is a real one or practice. */
export type FormDeeds = Pick<RecordForm, 'change' | 'toggle' | 'errors' | 'hasDraft' | 'delete' | 'send'> &
  Partial<Pick<RecordForm, 'lineage'>>;

/** The form as it stands on the screen. */
export interface ShownForm {
  form: FormDeeds;
  /** Nobody is told, so nobody is asked about an adult who works here. */
  practice?: boolean;
  state: FormState;
  visit: Visit;
  /** null without unlocking */
  unlocked: Unlocked | null;
  offers: PupilOffers;
  /** device clock, ms */
  now: number;
  /** seconds until a form made without unlocking closes, or null */
  closesIn: number | null;
  copy: () => void;
}

const noFaults: readonly FieldError[] = [];

/** Everything between heading and bar, top to bottom. */
export function formPage(shown: ShownForm): TemplateResult {
  const view = viewOf(shown);
  if (view.open.has('body-map')) {
    return html`<heed-body-map
      .view=${view}
      .childKey=${childKey}
      .standing=${shown.practice ? '' : standing(barOf(shown))}
    ></heed-body-map>`;
  }
  // The same array until the next Send: the summary takes the focus with a new one.
  const faults = view.errors.size > 0 ? shown.state.faults : noFaults;
  return html`<div class="stack">
      <heed-error-summary .errors=${faults}></heed-error-summary>
      ${dangerStrip(view.board, view.device)} ${noticesOf(shown)} ${nameCard(view)} ${adultCard(view)}
      ${whoCard(view)} ${whatCard(view)} ${whenWhereCard(view)} ${kindCard(view)} ${toldCard(view)}
      ${rareThings(view)} ${links(shown)}
    </div>
    ${aside(receiversOf(shown))}`;
}

/** The bar that stays below. */
export function formBar(shown: ShownForm): TemplateResult {
  return sendBar(barOf(shown));
}

function barOf(shown: ShownForm): SendBarView {
  const { kept, sealing, copied } = shown.state;
  return {
    kept,
    device: deviceKind(),
    withoutUnlocking: shown.visit.withoutUnlocking,
    goesTo: receiversOf(shown),
    sealing,
    copied,
    send: () => void shown.form.send(),
    copy: shown.copy,
  };
}

function viewOf({ form, state, visit, unlocked, offers, now }: ShownForm): FormView {
  return {
    ...visit,
    content: state.content,
    change: (part) => form.change(part),
    errors: form.errors(),
    device: deviceKind(),
    roll: unlocked?.roll ?? null,
    offers,
    now,
    self: unlocked?.person.staffId ?? '',
    open: state.open,
    toggle: (thing) => form.toggle(thing),
    lineage: unlocked && form.lineage ? () => form.lineage?.() : undefined,
  };
}

function receiversOf({ visit, unlocked, state }: ShownForm): string[] {
  if (visit.withoutUnlocking && !state.content.about) return leadsOf(visit.board);
  return goesTo(visit.board, unlocked?.roll ?? null, state.content, unlocked?.person.staffId ?? '');
}

function noticesOf({ state, visit, closesIn, now }: ShownForm): TemplateResult {
  return notices({
    notice: state.notice,
    withoutUnlocking: visit.withoutUnlocking,
    device: deviceKind(),
    closesIn,
    startedAt: state.content.startedAt,
    now,
  });
}

function links({ form, state, visit, practice }: ShownForm): TemplateResult {
  return html`<p class="row apart">
    ${state.content.about || practice
      ? nothing
      : html`<button type="button" class="link" @click=${() => void chooseAdult(form, visit)}>
          ${adult.link}
        </button>`}
    ${form.hasDraft
      ? html`<button type="button" class="link delete-draft" @click=${() => void form.delete()}>
          ${words.discard}
        </button>`
      : nothing}
  </p>`;
}

/** Whom to speak to first; then the record turns into one about an adult. */
async function chooseAdult(form: FormDeeds, visit: Visit): Promise<void> {
  if (!(await showAboutAdult(visit.board?.duty ?? []))) return;
  form.change({ about: noAdult });
  window.scrollTo({ top: 0 });
}
