import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { deviceKind } from '../../contexts/device-kind';
import type { PracticeDraft } from '../../sealing/practice-drafts';
import { practice as words } from '../../strings/practice';
import { waitingOn } from '../../strings/status';
import { dayAndTime } from '../../strings/times';
import { readContent } from '../record/record-content';

/** What can be done with something that was written while practising. */
export interface PracticeDeeds {
  makeReal: (draft: PracticeDraft) => void;
  throwAway: (draft: PracticeDraft) => void;
}

/** The last page: that nobody was told stands before everything else, without any sign of something done. */
export function donePage(
  failed: string,
  deeds: { makeReal: () => void; finish: () => void },
): TemplateResult {
  return html`<main class="sent practice-done" id="main">
    <div class="sent-head" role="status">
      <span class="sent-mark warn">${icon('pencil-line')}</span>
      <h1>${words.done}</h1>
      <p class="hint">${words.doneWhy(deviceKind())}</p>
    </div>
    ${fault(failed)} ${example()}
    <div class="sent-foot">
      <p class="hint practice-how">${words.wasRealHow}</p>
      <div class="button-pair">
        <button type="button" class="button main" @click=${deeds.makeReal}>${words.wasReal}</button>
        <button type="button" class="button main primary" @click=${deeds.finish}>${words.finish}</button>
      </div>
    </div>
  </main>`;
}

/** What a real record would say next: numbered words in a dashed box, never the ladder itself. */
function example(): TemplateResult {
  return html`<section class="card practice-example">
    <h2>${words.example}</h2>
    <ol>
      ${words
        .exampleSteps(waitingOn(deviceKind()))
        .map(
          ({ says, means }) => html`<li><strong>“${says}”</strong><span class="hint">${means}</span></li>`,
        )}
    </ol>
  </section>`;
}

/** What was written earlier and not decided on: real, or to be thrown away. Nothing is done by itself. */
export function keptPage(
  drafts: readonly PracticeDraft[],
  failed: string,
  deeds: PracticeDeeds,
  now: number,
): TemplateResult {
  return html`<main class="page" id="main">
    <h1>${words.keptTitle(drafts.length)}</h1>
    <div class="stack">
      <p>${words.kept}. ${words.keptWhy}</p>
      ${fault(failed)} ${drafts.map((draft) => keptCard(draft, deeds, now))}
    </div>
  </main>`;
}

function keptCard(draft: PracticeDraft, deeds: PracticeDeeds, now: number): TemplateResult {
  const content = readContent(draft.content);
  const text = [content?.text, content?.others].filter(Boolean).join('\n\n');
  return html`<section class="card stack practice-kept">
    <p class="hint">${words.began(dayAndTime(draft.updatedAt, now))}</p>
    ${text === '' ? nothing : html`<blockquote class="practice-text">${text}</blockquote>`}
    <p class="hint">${words.wasRealHow}</p>
    <div class="row">
      <button type="button" class="button primary" @click=${() => deeds.makeReal(draft)}>
        ${words.wasReal}
      </button>
      <button type="button" class="button" @click=${() => deeds.throwAway(draft)}>
        ${icon('trash-2')}${words.throwAway}
      </button>
    </div>
  </section>`;
}

/** It has ended, and nothing of it was kept. */
export function endedPage(again: () => void): TemplateResult {
  return html`<main class="page" id="main">
    <h1>${words.ended}</h1>
    <div class="stack">
      <p>${words.endedWhy}</p>
      <div class="row">
        <button type="button" class="button" @click=${again}>${words.again}</button>
        <a class="button primary" href="/">${words.home}</a>
      </div>
    </div>
  </main>`;
}

function fault(text: string): TemplateResult | typeof nothing {
  return text === '' ? nothing : html`<heed-notice tone="danger" role="alert">${text}</heed-notice>`;
}
