import { html, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar';
import { icon } from '../components/heed-icon';
import type { IconName } from '../components/icon-names';
import { concern, inbox } from '../strings/inbox';
import { account } from './made-up';

/** A concern as a lead reads it. */
export function concernPane(): TemplateResult {
  return html`<div class="concern">
      <a class="back-link only-phone" href="/alerts">${icon('arrow-left')}${inbox.back}</a>
      <div class="concern-head">
        ${avatar('AK', 'Amira Khan', 56)}
        <div class="words">
          <h2 class="pane-title">Amira Khan</h2>
          <p class="hint">${concern.classAndAge('4B', 8)} Brother Yusuf, 1A.</p>
        </div>
        <a class="button small" href="/pupils/one/chronology">${icon('history')}${concern.chronology}</a>
      </div>
      <div class="chips">
        <span class="label-pill hot">${concern.waiting('14 min')}</span>
        <span class="label-pill">Physical injury</span
        ><span class="label-pill">A child told me something</span>
      </div>
      <div class="stack">${recorded()} ${alerted()} ${soFar()}</div>
    </div>
    ${actionBar()}`;
}

function recorded(): TemplateResult {
  const facts: [string, string][] = [
    [concern.told, concern.toldNotYet],
    [concern.happened, 'Today 12:10, Playground'],
    [concern.written, '12:43, Playground tablet 2, offline'],
    [concern.bodyMap, '1 mark, left forearm, front'],
  ];
  return html`<section class="card">
    <h3 class="h2">${concern.recorded('Jo Price')}</h3>
    <p class="account">${account}</p>
    <dl class="facts">
      ${facts.map(
        ([term, fact]) =>
          html`<dt>${term}</dt>
            <dd>${fact}</dd>`,
      )}
    </dl>
  </section>`;
}

function alerted(): TemplateResult {
  return html`<section class="card">
    <h3 class="h2">${concern.whoAlerted}</h3>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${concern.whoAndWhy}</th>
          <th scope="col">${concern.delivered}</th>
          <th scope="col">${concern.opened}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <strong>Nadia Shah</strong> ${concern.you}<span class="meta"
              >Safeguarding team, by rule: Child protection</span
            >
          </td>
          <td class="short">12:51<span class="meta">push, e-mail</span></td>
          <td class="short">13:02</td>
        </tr>
        <tr>
          <td><strong>Grace Obi</strong><span class="meta">Named by Jo Price</span></td>
          <td class="short">12:51<span class="meta">e-mail</span></td>
          <td class="short">${concern.notYet}</td>
        </tr>
      </tbody>
    </table>
  </section>`;
}

function soFar(): TemplateResult {
  const steps: [IconName, string, string][] = [
    ['check', concern.history.received, '12:51'],
    ['bell', concern.history.alerted(2), '12:51'],
    ['eye', concern.history.opened('Nadia Shah'), '13:02'],
  ];
  return html`<section class="card">
    <h3 class="h2">${concern.soFar}</h3>
    <ol class="so-far">
      ${steps.map(
        ([sign, words, time]) =>
          html`<li>
            <span class="round-icon brand size-28">${icon(sign)}</span><span>${words}</span
            ><time>${time}</time>
          </li>`,
      )}
    </ol>
  </section>`;
}

function actionBar(): TemplateResult {
  return html`<div class="action-bar">
    <p class="about">
      <strong>Amira Khan</strong><br /><span class="meta">${concern.reference('4F2K')}</span>
    </p>
    <button type="button" class="button primary">${icon('user-check')}${concern.take}</button>
    <button type="button" class="button second">${concern.give}</button>
    <button type="button" class="button quiet">${concern.addAction}</button>
    <button type="button" class="button quiet">${concern.markRead}</button>
    <button type="button" class="button quiet icon-only push" aria-label=${concern.more}>
      ${icon('ellipsis')}
    </button>
  </div>`;
}
