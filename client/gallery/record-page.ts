import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar';
import '../components/heed-category-tiles';
import '../components/heed-error-summary';
import { icon } from '../components/heed-icon';
import '../components/heed-notice';
import '../components/heed-pupil-picker';
import '../components/heed-segmented';
import '../components/heed-status-ladder';
import { justNow } from '../components/heed-when-field';
import { adult } from '../strings/about-adult';
import type { DeviceKind } from '../strings/device';
import { lineStarters, moments, record, roleOptions } from '../strings/record';
import { account, amira, categories, duty, school, searchPupils, pupils } from './made-up';

/** `?page=record`, with `&variant=errors` or `&variant=empty`. */
export function recordPage(device: DeviceKind, variant: string): TemplateResult {
  const filled = variant !== 'empty';
  const faulty = variant === 'errors';
  return html`<heed-top-bar
      .school=${school}
      offline
      .waiting=${1}
      waiting-earlier
      .person=${'Jo Price'}
      with-cover
      ?with-lock=${device !== 'phone'}
    ></heed-top-bar>
    <main>
      <div class="page with-bar with-aside">
        <h1>${record.title}</h1>
        <div class="stack">
          ${faulty
            ? html`<heed-error-summary
                .errors=${[
                  { field: 'what', text: record.errors.what },
                  { field: 'told', text: record.errors.told },
                ]}
              ></heed-error-summary>`
            : nothing}
          ${dangerStrip(device)} ${whoCard(filled)} ${whatCard(filled && !faulty, faulty)} ${whenCard(device)}
          ${kindCard(filled)} ${toldCard(faulty)} ${rareThings()}
        </div>
        ${aside()}
      </div>
      ${sendBar(device)}
    </main>`;
}

function dangerStrip(device: DeviceKind): TemplateResult {
  return html`<heed-notice class="danger-strip" tone="danger"
    ><strong>${record.inDanger}</strong> ${record.dangerFind('Mrs Shah')}
    ${device === 'phone'
      ? html`<div class="call-buttons" slot="actions">
          ${[record.call999, record.childrensServices, record.outOfHours].map(
            (words) => html`<button type="button" class="button danger">${words}</button>`,
          )}
        </div>`
      : html`${device === 'tablet' ? html`<br />${record.nearestPhone}` : nothing}<br /><span class="numbers"
            >${record.numbers('01632 960114', '01632 960177')}</span
          >`}
  </heed-notice>`;
}

function whoCard(filled: boolean): TemplateResult {
  return html`<section class="card">
    <heed-pupil-picker
      .search=${searchPupils}
      .roles=${roleOptions}
      .chosen=${filled ? [amira()] : []}
      .quick=${pupils.slice(2, 4)}
    ></heed-pupil-picker>
  </section>`;
}

function whatCard(filled: boolean, faulty: boolean): TemplateResult {
  return html`<section class="card ${faulty ? 'invalid' : ''}">
    <label class="question" for="what">${record.what}</label>
    <p class="hint" id="what-hint">${record.whatHint}</p>
    ${faulty
      ? html`<p class="error" id="what-error">${icon('circle-alert')}${record.errors.what}</p>`
      : nothing}
    <textarea
      class="textarea grows"
      id="what"
      autocomplete="off"
      rows="3"
      aria-describedby="what-hint"
      .value=${filled ? account : ''}
    ></textarea>
    <div class="chips">
      ${lineStarters
        .slice(0, 3)
        .map((one) => html`<button type="button" class="chip">${icon(one.icon)}${one.label}</button>`)}
    </div>
  </section>`;
}

function whenCard(device: DeviceKind): TemplateResult {
  const answer =
    device === 'phone' ? { ...justNow, kind: 'earlier-today' as const, moment: 'lunch' } : justNow;
  return html`<section class="card when-where">
    <heed-when-field
      .now=${'12:43'}
      .today=${'2026-11-23'}
      .moments=${moments}
      .answer=${answer}
    ></heed-when-field>
    <div>
      <label class="question" for="where">${record.where}</label>
      <span class="select-box"
        ><select class="select" id="where" autocomplete="off">
          <option>${record.choosePlace}</option>
          <option>Playground</option></select
        >${icon('chevron-down')}</span
      >
    </div>
  </section>`;
}

function kindCard(filled: boolean): TemplateResult {
  return html`<section class="card">
    <heed-category-tiles
      .categories=${categories}
      .chosen=${filled ? ['injury', 'told'] : []}
    ></heed-category-tiles>
    ${filled
      ? html`<div class="body-map-row">
          ${icon('person-standing')}<span>${record.bodyMapRow}</span>
          <button type="button" class="button small">${record.bodyMap(0)}</button>
        </div>`
      : nothing}
  </section>`;
}

function toldCard(faulty: boolean): TemplateResult {
  return html`<section class="card">
    <heed-segmented
      field-id="told"
      .label=${record.told}
      .error=${faulty ? record.errors.told : ''}
      .options=${[
        { value: 'lead', label: record.toldLead('Mrs Shah') },
        { value: 'someone', label: record.toldOther },
        { value: 'not-yet', label: record.toldNotYet },
      ]}
      .value=${faulty ? '' : 'not-yet'}
    ></heed-segmented>
  </section>`;
}

function rareThings(): TemplateResult {
  return html`<div class="rare-things">
      <button type="button" class="button dashed">${icon('users')}${record.othersInvolved}</button>
      <button type="button" class="button dashed">${icon('paperclip')}${record.addFile}</button>
      <button type="button" class="button dashed">${icon('plus')}${record.moreDetails}</button>
    </div>
    <p><a class="link-line" href="/record/about-an-adult">${adult.link}</a></p>`;
}

function aside(): TemplateResult {
  return html`<aside class="aside stack">
    <section class="card">
      <h2>${record.whoGets}</h2>
      ${duty.slice(0, 2).map(
        (person) =>
          html`<p class="person-line">
            ${avatar(person.initials, person.name, 32)}<span
              >${person.name}<span class="meta">${person.role}</span></span
            >
          </p>`,
      )}
    </section>
    <section class="card">
      <h2>${record.good}</h2>
      <ul class="good-record">
        ${record.goodPoints.map((point) => html`<li>${icon('check')}<span>${point}</span></li>`)}
      </ul>
    </section>
    <p class="card hint">${record.promise}</p>
  </aside>`;
}

function sendBar(device: DeviceKind): TemplateResult {
  return html`<div class="send-bar spans-aside">
    <div class="send-bar-inner">
      <heed-status-ladder
        size="line"
        .device=${device}
        .steps=${[{ kind: 'draft', at: '12:43' }]}
      ></heed-status-ladder>
      <div>
        <p class="goes-to">${record.goesTo} <strong>Safeguarding team</strong></p>
        <button type="button" class="button primary main wide">${icon('send')}${record.send}</button>
      </div>
    </div>
  </div>`;
}
