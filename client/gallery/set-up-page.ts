import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../components/heed-icon';
import type { DeviceKind } from '../strings/device';
import { setUp } from '../strings/set-up';
import { school } from './made-up';

const faults: readonly [string, readonly [string, string, string][]][] = [
  [
    'School',
    [
      [
        'B9',
        '“h.grey@oakfield.example” is not a row of Staff',
        'Add this person to Staff, or write somebody who is there',
      ],
    ],
  ],
  [
    'Staff',
    [
      [
        'E14',
        '“m.kunze@oakfield” is not an e-mail address',
        'Write all of it, for example m.kunze@oakfield.example',
      ],
      ['E31', 'The same e-mail stands in row 12', 'Give each person an e-mail of their own'],
    ],
  ],
];
const counts: readonly [string, number, string][] = [
  ['School', 1, 'Oakfield Primary'],
  ['Staff', 38, '2 leads, 2 without e-mail'],
  ['Classes', 14, 'Reception to Year 6'],
  ['Pupils', 330, ''],
];

/** `?page=set-up`, with `&variant=clean` or `&variant=start`; otherwise with faults. */
export function setUpPage(_device: DeviceKind, variant: string): TemplateResult {
  const step = variant === 'start' ? 0 : variant === 'clean' ? 2 : 1;
  return html`<heed-top-bar
      .school=${school}
      access="full"
      .minutesLeft=${28}
      .person=${'Nadia Shah'}
    ></heed-top-bar>
    <main class="page with-aside">
      <h1>${setUp.spreadsheet}</h1>
      <div class="stack">${stepLine(step)} ${step === 0 ? start() : step === 1 ? faulty() : clean()}</div>
      ${step === 2 ? warnings() : ''}
    </main>`;
}

function stepLine(now: number): TemplateResult {
  return html`<ol class="step-line">
    ${setUp.steps.map(
      (step, place) =>
        html`<li class=${place < now ? 'done' : ''} aria-current=${place === now ? 'step' : nothing}>
          <span class="step-number">${place < now ? icon('check') : place + 1}</span>${step}
        </li>`,
    )}
  </ol>`;
}

function start(): TemplateResult {
  return html`<div class="drop">
    <span class="round-icon brand">${icon('file-spreadsheet')}</span>
    <label class="button primary main" for="sheet">${icon('upload')}${setUp.choose}</label>
    <input class="visually-hidden" id="sheet" type="file" accept=".xlsx" />
    <p class="hint">${setUp.drop}</p>
    <p class="row">
      <a class="link-line" href="/template.xlsx">${setUp.empty}</a
      ><a class="link-line" href="/sample.xlsx">${setUp.sample}</a>
    </p>
  </div>`;
}

function faulty(): TemplateResult {
  return html`<section class="verdict faulty" role="alert">
      ${icon('triangle-alert')}
      <div class="words">
        <h2>${setUp.rowsToMend(12, 431)}</h2>
        <p class="hint">${setUp.nothingWritten('oakfield-set-up.xlsx')}</p>
      </div>
      <button type="button" class="button primary">${icon('upload')}${setUp.uploadAgain}</button>
    </section>
    <div class="card table-card">
      <table class="table stacks">
        <thead>
          <tr>
            <th scope="col">${setUp.cell}</th>
            <th scope="col">${setUp.wrong}</th>
            <th scope="col">${setUp.mend}</th>
          </tr>
        </thead>
        ${faults.map(
          ([sheet, list]) =>
            html`<tbody>
              <tr class="sheet">
                <th colspan="3" scope="rowgroup">${sheet} <span>${setUp.faults(list.length)}</span></th>
              </tr>
              ${list.map(
                ([cell, wrong, mend]) =>
                  html`<tr>
                    <th scope="row">${cell}</th>
                    <td>${wrong}</td>
                    <td>${mend}</td>
                  </tr>`,
              )}
            </tbody>`,
        )}
      </table>
    </div>`;
}

function clean(): TemplateResult {
  return html`<section class="verdict" role="status">
      ${icon('circle-check')}
      <div class="words">
        <h2>${setUp.clean(431)}</h2>
        <p class="hint">${setUp.willBeWritten('oakfield-set-up.xlsx')}</p>
      </div>
    </section>
    <div class="card table-card" role="region" tabindex="0" aria-label=${setUp.sheet}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${setUp.sheet}</th>
            <th scope="col" class="number">${setUp.fresh}</th>
            <th scope="col" class="number">${setUp.changed}</th>
            <th scope="col">${setUp.inIt}</th>
          </tr>
        </thead>
        <tbody>
          ${counts.map(
            ([sheet, count, note]) =>
              html`<tr>
                <th scope="row">${sheet}</th>
                <td class="number">${count}</td>
                <td class="number">0</td>
                <td class="hint">${note}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p><button type="button" class="button primary main">${icon('check')}${setUp.write(431)}</button></p>`;
}

function warnings(): TemplateResult {
  return html`<aside class="aside always stack">
    <section class="card">
      <h2>${setUp.warnings} <span class="count warn">1</span></h2>
      <ul class="warnings">
        <li>
          ${icon('triangle-alert')}<span
            ><strong>Only one person can administer</strong><br /><span class="hint"
              >Nadia Shah. Add a second.</span
            ></span
          >
        </li>
      </ul>
    </section>
    <section class="card">
      <h2>${setUp.whoHears}</h2>
      <p>${setUp.oneMail('Nadia Shah')}</p>
    </section>
  </aside>`;
}
