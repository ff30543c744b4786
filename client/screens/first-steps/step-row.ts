import { html, nothing, type TemplateResult } from 'lit';
import type { FirstSteps } from '../../../protocol/first-steps';
import { icon } from '../../components/heed-icon';
import { firstSteps as words } from '../../strings/first-steps';

type Step = FirstSteps['steps'][number];

/** What can be done in the list itself; everything else has a place of its own. */
export interface StepDeeds {
  readonly elevated: boolean;
  readonly busy: boolean;
  /** whether a test of this person counts */
  readonly alerted: boolean;
  /** what is said of a test that was sent from here; null: none was */
  readonly tested: string | null;
  readonly settle: (needed: boolean) => void;
  readonly sendTest: () => void;
  readonly arrived: () => void;
}

/** One step: its place, whether it is done, what is missing. @param next it is the first that is open */
export function stepRow(one: Step, next: boolean, deeds: StepDeeds): TemplateResult {
  const { title, href, open } = words.steps[one.step];
  const is = one.state;
  return html`<li class="step-row" aria-current=${next ? 'step' : nothing}>
    <span class="round-icon ${is === 'open' ? '' : 'ok'}"
      >${is === 'open' ? icon('chevron-right') : icon('check')}</span
    >
    <span class="grow"
      ><a class="link-line" href=${href}>${title}</a
      ><span class="hint"
        >${is === 'open' ? open(one.missing) : is === 'done' ? words.done : words.notNeeded}</span
      >${stepWays(one, deeds)}</span
    >
  </li>`;
}

function stepWays(one: Step, deeds: StepDeeds): TemplateResult | typeof nothing {
  if (one.step === 'restrictions' && deeds.elevated) return restrictionWay(one, deeds);
  if (one.step === 'test' && one.state === 'open') return testWays(deeds);
  return nothing;
}

function restrictionWay({ state }: Step, { busy, settle }: StepDeeds): TemplateResult | typeof nothing {
  if (state === 'done') return nothing;
  const needed = state === 'not-needed';
  return html`<button type="button" class="button small" ?disabled=${busy} @click=${() => settle(needed)}>
    ${needed ? words.neededButton : words.notNeededButton}
  </button>`;
}

function testWays({ alerted, busy, tested, sendTest, arrived }: StepDeeds): TemplateResult {
  if (!alerted) return html`<span class="hint">${words.notAlerted}</span>`;
  return html`${tested === null ? nothing : html`<span class="hint" role="status">${tested}</span>`}
    <span class="row"
      ><button type="button" class="button small" ?disabled=${busy} @click=${sendTest}>
        ${icon('send')}${words.sendTest}
      </button>
      ${tested === null
        ? nothing
        : html`<button type="button" class="button small primary" ?disabled=${busy} @click=${arrived}>
            ${icon('check')}${words.arrived}
          </button>`}</span
    >`;
}
