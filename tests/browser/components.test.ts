import { html, render, type TemplateResult } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FieldError, HeedErrorSummary } from '../../client/components/heed-error-summary';
import '../../client/components/heed-category-tiles';
import '../../client/components/heed-code-input';
import '../../client/components/heed-dialog';
import '../../client/components/heed-error-summary';
import '../../client/components/heed-keypad';
import '../../client/components/heed-password-field';
import '../../client/components/heed-person-tiles';
import '../../client/components/heed-segmented';
import '../../client/components/heed-status-ladder';
import '../../client/components/heed-top-bar';
import '../../client/components/heed-notice';
import { justNow, type WhenAnswer } from '../../client/components/heed-when-field';
import { qrPath } from '../../client/components/heed-qr';
import { dialogForm } from '../../client/dialogs/dialog-form';
import type { LadderStep } from '../../client/strings/status';
import '../../client/styles/index.css';

afterEach(() => document.body.replaceChildren());

async function show(template: TemplateResult): Promise<HTMLElement> {
  const place = document.createElement('div');
  document.body.append(place);
  render(template, place);
  await Promise.all(
    [...place.querySelectorAll('*')].map((one) => ('updateComplete' in one ? one.updateComplete : null)),
  );
  return place;
}

function find(place: ParentNode, selector: string): HTMLElement {
  const found = place.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

function inputOf(place: ParentNode): HTMLInputElement {
  const found = find(place, 'input');
  if (found instanceof HTMLInputElement) return found;
  throw new Error('The input is none');
}

function summaryOf(place: ParentNode): HeedErrorSummary {
  const found = place.querySelector('heed-error-summary');
  if (!found) throw new Error('There is no error summary');
  return found;
}

describe('the six digits of a security key', () => {
  const paste = (input: HTMLInputElement, text: string): void => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };

  test.each(['123 456', '123456', '123-456', ' 123456\n'])(
    'are taken whole when %j is pasted',
    async (pasted) => {
      const codes: string[] = [];
      const place = await show(
        html`<heed-code-input
          @code-complete=${(event: CustomEvent<{ code: string }>) => codes.push(event.detail.code)}
        >
        </heed-code-input>`,
      );
      paste(inputOf(place), pasted);

      expect(codes).toEqual(['123456']);
      await expect.poll(() => find(place, '.code-field').innerText.replace(/\s/g, '')).toBe('123456');
    },
  );

  test('are typed into one real input that offers the code of a text message', async () => {
    const place = await show(html`<heed-code-input></heed-code-input>`);
    const input = inputOf(place);
    await userEvent.type(input, '12x34567');

    expect(place.querySelectorAll('input')).toHaveLength(1);
    expect(input.autocomplete).toBe('one-time-code');
    expect(input.inputMode).toBe('numeric');
    expect(input.value).toBe('123456');
  });

  test('name their error to a screen reader', async () => {
    const place = await show(html`<heed-code-input error="That code is not right."></heed-code-input>`);
    const described = find(place, 'input').getAttribute('aria-describedby') ?? '';

    expect(document.getElementById(described)?.innerText).toBe('That code is not right.');
  });
});

describe('the status ladder', () => {
  const waiting: LadderStep = { kind: 'waiting', at: '12:44' };
  const ladder = (steps: readonly LadderStep[], size: 'line' | 'full' = 'full') =>
    show(html`<heed-status-ladder device="tablet" .size=${size} .steps=${steps}></heed-status-ladder>`);

  test('draws only what has happened, and says at once that nobody has been told', async () => {
    const place = await ladder([waiting]);

    expect(place.querySelectorAll('li')).toHaveLength(1);
    expect(place.innerText).toContain('Waiting on this tablet');
    expect(place.innerText).toContain('Nobody has been told yet.');
    expect(place.innerText).not.toMatch(/Received|alerted|Opened|dealt|Closed/);
  });

  test('shows no tick before the school’s receipt', async () => {
    for (const step of [
      waiting,
      { kind: 'draft', at: '12:43' },
      { kind: 'needs-you', at: '12:50', why: 'refused' },
    ] as LadderStep[]) {
      const place = await ladder([step]);
      expect(find(place, 'use').getAttribute('href')).not.toContain('check');
      expect(place.querySelector('.round-icon.ok, .round-icon.now')).toBeNull();
    }
  });

  test('no longer says that nobody has been told once the school has it', async () => {
    const place = await ladder([waiting, { kind: 'received', at: '12:51', reference: '4F2K' }]);

    expect([...place.querySelectorAll('.title')].map((one) => one.textContent)).toEqual([
      'Waiting on this tablet',
      'Received 12:51, ref 4F2K',
    ]);
    expect(place.innerText).not.toContain('Nobody has been told');
  });

  test('keeps apart that somebody was told in person and that nobody was alerted', async () => {
    const place = await ladder([{ kind: 'waiting', at: '12:44', told: 'Mrs Shah' }]);

    expect(place.innerText).toContain('Told in person: Mrs Shah. Nobody has been alerted yet.');
  });

  test('shows a draft as not sent, in one line', async () => {
    const place = await ladder([{ kind: 'draft', at: '12:43' }], 'line');

    expect(place.innerText).toContain('Not sent yet. Draft kept on this tablet, 12:43');
  });
});

describe('"There is a problem"', () => {
  const errors: FieldError[] = [
    { field: 'what', text: 'Write what you saw or heard' },
    { field: 'told', text: 'Say whether you have told someone in person' },
  ];
  const form = () =>
    show(
      html`<heed-error-summary></heed-error-summary>
        <textarea id="what"></textarea>
        <heed-segmented
          field-id="told"
          label="Told?"
          .options=${[{ value: 'yes', label: 'Yes' }]}
        ></heed-segmented>`,
    );

  test('takes the focus when Send finds errors, and not before', async () => {
    const place = await form();
    const summary = summaryOf(place);
    find(place, 'textarea').focus();
    await summary.updateComplete;
    expect(document.activeElement?.id).toBe('what');

    summary.errors = errors;
    await summary.updateComplete;
    expect(document.activeElement).toBe(find(place, '.error-summary'));
  });

  test('leads to each field, also to the first radio of a group', async () => {
    const place = await form();
    const summary = summaryOf(place);
    summary.errors = errors;
    await summary.updateComplete;
    const [what, told] = [...place.querySelectorAll<HTMLElement>('.error-summary a')];

    what?.click();
    expect(document.activeElement?.id).toBe('what');
    told?.click();
    expect(document.activeElement).toBe(find(place, 'input[type=radio]'));
    expect(location.hash).toBe('');
  });
});

describe('the PIN of a shared tablet', () => {
  test('leaves in one event and is forgotten', async () => {
    const pins: string[] = [];
    const place = await show(
      html`<heed-keypad
        label="PIN for Jo"
        @pin-entered=${(event: CustomEvent<{ pin: string }>) => pins.push(event.detail.pin)}
      >
      </heed-keypad>`,
    );
    for (const key of ['4', '8', '2', '9', '1', '3']) {
      const button = [...place.querySelectorAll<HTMLElement>('.key')].find(
        (one) => one.innerText.trim() === key,
      );
      await userEvent.click(button ?? place);
    }
    expect(place.querySelectorAll('.pin-dot')).toHaveLength(6);
    await userEvent.click(find(place, '.key.go'));

    expect(pins).toEqual(['482913']);
    expect(inputOf(place).value).toBe('');
  });

  test('is not a password that the browser offers to save', async () => {
    const place = await show(html`<heed-keypad label="PIN for Jo"></heed-keypad>`);
    const input = inputOf(place);

    expect([input.type, input.autocomplete]).toEqual(['text', 'off']);
  });
});

describe('a password', () => {
  test('is hidden, is shown while its owner wishes, and may be pasted or filled in', async () => {
    const place = await show(html`<heed-password-field></heed-password-field>`);
    const input = inputOf(place);
    expect([input.type, input.autocomplete]).toEqual(['password', 'current-password']);
    await userEvent.fill(input, 'three wet ducks in a row');
    const reveal = find(place, 'button');
    await userEvent.click(reveal);
    expect([input.type, input.value]).toEqual(['text', 'three wet ducks in a row']);
    await userEvent.click(reveal);
    expect(input.type).toBe('password');
  });
});

describe('kinds of concern', () => {
  const bullying = {
    id: 'b',
    name: 'Bullying',
    guidance: 'Who did what?',
    children: [{ id: 'r', name: 'Racist' }],
  };
  type Changed = CustomEvent<{ chosen: readonly string[]; unsure: boolean }>;

  test('show guidance and sub-categories once ticked, and drop them with their parent', async () => {
    const told: unknown[] = [];
    const place = await show(
      html`<heed-category-tiles
        .categories=${[bullying]}
        @categories-changed=${(event: Changed) => told.push(event.detail.chosen)}
      ></heed-category-tiles>`,
    );
    expect(place.innerText).not.toContain('Who did what?');
    await userEvent.click(find(place, '.tile input'));
    expect(place.innerText).toContain('Who did what?');
    await userEvent.click(find(place, '.choice-chip input'));
    await userEvent.click(find(place, '.tile input'));

    expect(told).toEqual([['b'], ['b', 'r'], []]);
  });

  test('are none of them when somebody is not sure', async () => {
    let last: Changed['detail'] | null = null;
    const place = await show(
      html`<heed-category-tiles
        .categories=${[bullying]}
        .chosen=${['b', 'r']}
        @categories-changed=${(event: Changed) => (last = event.detail)}
      ></heed-category-tiles>`,
    );
    const unsure = [...place.querySelectorAll<HTMLInputElement>('.tile input')].at(-1);
    await userEvent.click(unsure ?? place);

    expect(last).toEqual({ chosen: [], unsure: true });
  });
});

test('"Earlier today" asks for a moment or a time, never both', async () => {
  const answers: WhenAnswer[] = [];
  const place = await show(
    html`<heed-when-field
      now="12:43"
      .moments=${[{ value: 'lunch', label: 'Lunch' }]}
      @when-changed=${(event: CustomEvent<{ answer: WhenAnswer }>) => answers.push(event.detail.answer)}
    ></heed-when-field>`,
  );
  await userEvent.click([...place.querySelectorAll<HTMLElement>('.segment input')][1] ?? place);
  await userEvent.click(find(place, '.choice-chip input'));
  await userEvent.fill(find(place, 'input[type=time]'), '10:15');

  expect(answers).toEqual([
    { ...justNow, kind: 'earlier-today' },
    { ...justNow, kind: 'earlier-today', moment: 'lunch' },
    { ...justNow, kind: 'earlier-today', time: '10:15' },
  ]);
});

test('a dialog gives the focus back to where it was opened from', async () => {
  const place = await show(
    html`<button id="opener">Elevate</button>
      <heed-dialog heading="Elevate Your Access"><heed-code-input></heed-code-input></heed-dialog>`,
  );
  const opener = find(place, '#opener');
  const dialog = place.querySelector('heed-dialog') ?? document.createElement('heed-dialog');
  opener.focus();
  dialog.open = true;
  await expect.poll(() => document.activeElement).toBe(find(place, 'heed-code-input input'));
  await userEvent.keyboard('{Escape}');

  await expect.poll(() => document.activeElement).toBe(opener);
  expect(dialog.open).toBe(false);
});

test('the menu of a person opens, chooses and closes by keyboard', async () => {
  const chosen: string[] = [];
  const place = await show(
    html`<heed-top-bar
      school="Oakfield Primary"
      .person=${'Jo Price'}
      @menu-chosen=${(event: CustomEvent<{ entry: string }>) => chosen.push(event.detail.entry)}
    ></heed-top-bar>`,
  );
  await expect.poll(() => place.querySelector('.opener')).not.toBeNull();
  find(place, '.opener').focus();
  await userEvent.keyboard('{Enter}{Tab}{Tab}{Tab}{Enter}');

  expect(chosen).toEqual(['switch-person']);
  expect(place.querySelector('.menu-panel')).toBeNull();
  expect(document.activeElement).toBe(find(place, '.opener'));
});

test('every control is at least 44 px high and wide', async () => {
  const place = await show(
    html`<heed-top-bar
        school="Oakfield Primary"
        offline
        .waiting=${1}
        access="can-elevate"
        .person=${'Jo Price'}
        with-cover
        with-lock
      ></heed-top-bar>
      <heed-code-input></heed-code-input><heed-keypad label="PIN"></heed-keypad>
      <heed-person-tiles .people=${[{ id: '1', name: 'Jo', initials: 'JP' }]}></heed-person-tiles>
      <heed-segmented label="Told?" .options=${[{ value: 'yes', label: 'Yes' }]}></heed-segmented>
      <heed-when-field now="12:43" .answer=${{ ...justNow, kind: 'another-day' }}></heed-when-field>
      <heed-category-tiles .categories=${[{ id: 'b', name: 'Bullying' }]}></heed-category-tiles>`,
  );
  await expect.poll(() => place.querySelector('.opener')).not.toBeNull();
  const controls = [...place.querySelectorAll<HTMLElement>('a[href], button, input, select')];
  const small = controls
    .map((control) => ({ what: control.outerHTML.slice(0, 80), box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.height < 44 || box.width < 44);

  expect(controls.length).toBeGreaterThan(20);
  expect(small).toEqual([]);
});

test('a QR code keeps its quiet zone of four modules', () => {
  expect(
    qrPath([
      [true, true, false],
      [false, false, true],
    ]),
  ).toBe('M4 4h2v1h-2zM6 5h1v1h-1z');
});

test('what went wrong in a long dialog stands in sight of whoever pressed its button', async () => {
  const form = (fault: string) =>
    dialogForm(
      {
        heading: 'Add action',
        fault,
        busy: false,
        save: 'Add',
        cancel: 'Cancel',
        close: () => undefined,
        submit: () => undefined,
      },
      html`<textarea rows="200" aria-label="What did you do?"></textarea>`,
    );
  const place = await show(form(''));
  find(place, 'button[type=submit]').scrollIntoView();
  render(form('Heed cannot be reached.'), place);
  const notice = place.querySelector('heed-notice')!;
  await notice.updateComplete;
  // It slides in on a phone, so its own edges count.
  const box = place
    .querySelector('heed-dialog')
    ?.shadowRoot?.querySelector('dialog')
    ?.getBoundingClientRect();
  const { top, bottom } = notice.getBoundingClientRect();
  expect(top).toBeGreaterThan(box!.top);
  expect(bottom).toBeLessThan(box!.bottom);
});
