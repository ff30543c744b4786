import { html, type TemplateResult } from 'lit';
import '../components/heed-category-tiles';
import '../components/heed-code-input';
import '../components/heed-countdown';
import '../components/heed-empty';
import '../components/heed-keypad';
import '../components/heed-notice';
import '../components/heed-pupil-picker';
import '../components/heed-segmented';
import '../components/heed-status-ladder';
import '../components/heed-tabs';
import { justNow } from '../components/heed-when-field';
import type { DeviceKind } from '../strings/device';
import { moments, roleOptions } from '../strings/record';
import { amira, categories, pupils, school, searchPupils } from './made-up';

const long = 'Siobhán O’Néill-Featherstonehaugh of the Very Long Name';

/** `?page=components`: the states that no composition shows. */
export function componentsPage(device: DeviceKind): TemplateResult {
  return html`<heed-top-bar
      .school=${'St Bartholomew’s Church of England Voluntary Aided Primary School'}
      offline
      .waiting=${12}
      waiting-earlier
      access="full"
      .minutesLeft=${0}
      .person=${long}
      with-cover
      with-lock
    ></heed-top-bar>
    <main class="page">
      <h1>Components</h1>
      <div class="stack">${pickers(device)} ${choices()} ${codes()} ${ladders(device)} ${strips()}</div>
    </main>`;
}

function pickers(device: DeviceKind): TemplateResult {
  return html`<section class="card">
      <heed-pupil-picker
        field-id="who-empty"
        label="Nobody chosen, with an error and the own class"
        error="Choose who this is about"
        .search=${searchPupils}
        .roles=${roleOptions}
        .quick=${pupils.slice(0, 3)}
      ></heed-pupil-picker>
    </section>
    <section class="card">
      <heed-pupil-picker
        field-id="who-many"
        label="Several, with brothers and sisters"
        .search=${searchPupils}
        .siblingsOf=${() => pupils.slice(4, 5)}
        .roles=${roleOptions}
        .chosen=${[
          amira(),
          { kind: 'listed', pupil: pupils[5], role: '' },
          { kind: 'not-on-list', description: 'Toby, Year 2', role: 'saw-it' },
          { kind: 'name-unknown', description: '', role: 'may-have-hurt' },
        ]}
      ></heed-pupil-picker>
    </section>
    <section class="card">
      <heed-pupil-picker
        field-id="who-none"
        label="No list"
        .device=${device}
        list-missing
      ></heed-pupil-picker>
    </section>`;
}

function choices(): TemplateResult {
  return html`<section class="card">
      <heed-when-field
        field-id="when-day"
        label="Another day, in the future"
        error="Choose a time that is not in the future"
        .now=${'12:43'}
        .today=${'2026-11-23'}
        .moments=${moments}
        .answer=${{ ...justNow, kind: 'another-day', date: '2026-11-23', time: '14:00', about: true }}
      ></heed-when-field>
    </section>
    <section class="card">
      <heed-when-field
        field-id="when-earlier"
        label="Earlier today"
        .now=${'12:43'}
        .today=${'2026-11-23'}
        .moments=${moments}
        .answer=${{ ...justNow, kind: 'earlier-today', moment: 'break' }}
      ></heed-when-field>
    </section>
    <section class="card">
      <heed-category-tiles
        field-id="kinds-open"
        .categories=${categories}
        .chosen=${['bullying', 'racist']}
      ></heed-category-tiles>
    </section>`;
}

function codes(): TemplateResult {
  return html`<section class="card">
      <div class="code-row">
        <heed-code-input
          field-id="code-wrong"
          value="482913"
          error="That code is not right. Wait for the next one."
        ></heed-code-input>
        <heed-countdown .seconds=${4}></heed-countdown>
      </div>
    </section>
    <section class="card">
      <heed-keypad
        field-id="pin-off"
        label="PIN for Jo"
        error="Too many tries. Try again in 30 seconds. Nothing is lost."
        disabled
      ></heed-keypad>
    </section>`;
}

function ladders(device: DeviceKind): TemplateResult {
  return html`<section class="card">
      <heed-status-ladder
        .device=${device}
        .steps=${[{ kind: 'waiting', at: '12:44', told: 'Mrs Shah' }]}
      ></heed-status-ladder>
    </section>
    <section class="card">
      <heed-status-ladder
        .device=${device}
        .steps=${[
          { kind: 'waiting', at: '12:44' },
          { kind: 'needs-you', at: '12:50', why: 'digest-conflict' },
        ]}
      ></heed-status-ladder>
    </section>
    <section class="card">
      <heed-status-ladder
        size="line"
        .device=${device}
        .steps=${[{ kind: 'sign-in', at: '12:44' }]}
      ></heed-status-ladder>
      <heed-status-ladder size="line" .steps=${[]}></heed-status-ladder>
    </section>`;
}

function strips(): TemplateResult {
  return html`<heed-notice tone="info"
      >A new version of Heed is ready. Your drafts are safe.
      <button slot="actions" type="button" class="button">Update now</button></heed-notice
    >
    <heed-notice tone="warn" heading="No mail reaches anyone yet"
      >This server has no mail server.</heed-notice
    >
    <heed-notice tone="danger" heading="This could not be kept here">${long} ${long} ${long}</heed-notice>
    <section class="card">
      <heed-tabs
        kind="strip"
        label="Strip"
        current="/a"
        .tabs=${[
          { href: '/a', label: 'To read', count: 3 },
          { href: '/b', label: 'Mine' },
          { href: '/c', label: school },
        ]}
      ></heed-tabs>
      <heed-empty sign="cloud-off" text="Alerts need a connection.">
        <button type="button" class="button">Try again</button>
      </heed-empty>
    </section>`;
}
