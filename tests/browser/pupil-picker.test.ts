import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { HeedPupilPicker } from '../../client/components/heed-pupil-picker';
import '../../client/components/heed-pupil-picker';
import '../../client/components/heed-live-region';
import type { ChosenPupil, Suggestion } from '../../client/components/pupil-picker/chosen-pupil';
import { roleOptions } from '../../client/strings/record';
import '../../client/styles/index.css';

const aPupil = (id: string, name: string, className: string, teacher: string, sameName = 1): Suggestion => ({
  id,
  name,
  className,
  teacher,
  sameName,
});
const amira4B = aPupil('p1', 'Amira Khan', '4B', 'Mr Kunze', 2);
const amira2C = aPupil('p2', 'Amira Khan', '2C', 'Miss Doyle', 2);
const samir = aPupil('p3', 'Samir Amin', '6A', 'Mrs Ojo');
const yusuf = aPupil('p4', 'Yusuf Khan', '1A', 'Mrs Lane');
const roll = [amira4B, amira2C, samir, yusuf];

let picker: HeedPupilPicker;
let told: (readonly ChosenPupil[])[];

beforeEach(async () => {
  told = [];
  picker = document.createElement('heed-pupil-picker');
  picker.search = (query) => roll.filter((one) => one.name.toLowerCase().includes(query.toLowerCase()));
  picker.siblingsOf = (id) => (id === amira4B.id ? [yusuf] : []);
  picker.roles = roleOptions;
  picker.addEventListener('chosen-changed', (event) => told.push(event.detail.chosen));
  document.body.append(document.createElement('heed-live-region'), picker);
  await picker.updateComplete;
  box().focus();
});

afterEach(() => document.body.replaceChildren());

const box = (): HTMLInputElement =>
  picker.querySelector<HTMLInputElement>('.picker-input') ?? missing('the box');
const options = (): HTMLElement[] => [...picker.querySelectorAll<HTMLElement>('[role=option]')];
const active = (): string | undefined =>
  options().find((one) => one.getAttribute('aria-selected') === 'true')?.innerText;
const tags = (): string[] =>
  [...picker.querySelectorAll<HTMLElement>('.tag strong')].map((one) => one.innerText);

function missing(what: string): never {
  throw new Error(`The picker does not show ${what}`);
}

describe('a teaching assistant says who it is about, by keyboard alone', () => {
  test('sees class and teacher, and a warning where two pupils have the same name', async () => {
    await userEvent.keyboard('am');

    const rows = options().map((row) => row.innerText);
    expect(rows[0]).toMatch(/Amira Khan\s*4B, Mr Kunze/);
    expect(rows[0]).toContain('Check: 2 with this name');
    expect(rows[2]).toContain('Samir Amin');
    expect(rows[2]).not.toContain('Check');
    expect(rows.slice(-2)).toEqual(['Not on the list', 'I don’t know the name']);
  });

  test('moves with the arrows, round the end, and chooses with Enter', async () => {
    await userEvent.keyboard('amira{ArrowDown}');
    expect(active()).toContain('2C');
    expect(box().getAttribute('aria-activedescendant')).toBe(options()[1]?.id);

    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe('I don’t know the name');

    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(tags()).toEqual(['Amira Khan']);
    expect(told.at(-1)).toEqual([{ kind: 'listed', pupil: amira4B, role: '' }]);
    expect(box().value).toBe('');
    expect(document.activeElement).toBe(box());
  });

  test('is not offered a pupil who is chosen already', async () => {
    await userEvent.keyboard('amira{Enter}amira');

    expect(options().map((row) => row.innerText)[0]).toContain('2C');
    expect(options()).toHaveLength(3);
  });

  test('closes the list with Escape, keeps what is typed, and that Escape goes no further', async () => {
    let reachedThePage = false;
    const watch = (event: KeyboardEvent): void => {
      reachedThePage ||= event.key === 'Escape';
    };
    document.addEventListener('keydown', watch);
    await userEvent.keyboard('am{Escape}');
    document.removeEventListener('keydown', watch);

    expect(options()).toHaveLength(0);
    expect(box().value).toBe('am');
    expect(reachedThePage).toBe(false);
  });

  test('marks the last pupil with one Backspace and removes her only with the second', async () => {
    await userEvent.keyboard('amira{Enter}samir{Enter}{Backspace}');
    expect(tags()).toEqual(['Amira Khan', 'Samir Amin']);
    expect(picker.querySelector('.tag.marked strong')?.textContent).toBe('Samir Amin');

    await userEvent.keyboard('{Backspace}');
    expect(tags()).toEqual(['Amira Khan']);
  });

  test('types on after a Backspace by mistake, and nobody is removed', async () => {
    await userEvent.keyboard('amira{Enter}{Backspace}s{Backspace}');

    expect(tags()).toEqual(['Amira Khan']);
    expect(picker.querySelector('.tag.marked')).toBeNull();
  });

  test('leaves Ctrl+Enter to the page, since it sends', async () => {
    await userEvent.keyboard('amira{Control>}{Enter}{/Control}');

    expect(told).toEqual([]);
  });
});

describe('a child whom the roll does not help to find', () => {
  test('carries the typed name into a tag of its own, ready to be written on', async () => {
    await userEvent.keyboard('Toby{Enter}');
    await picker.updateComplete;

    expect(told.at(-1)).toEqual([{ kind: 'not-on-list', description: 'Toby', role: '' }]);
    const describe = picker.querySelector<HTMLInputElement>('.describe');
    await expect.poll(() => document.activeElement).toBe(describe);
    await userEvent.keyboard('{End}, Year 2');
    expect(told.at(-1)).toEqual([{ kind: 'not-on-list', description: 'Toby, Year 2', role: '' }]);
  });

  test('can be described by somebody who does not know the name', async () => {
    await userEvent.keyboard('x{ArrowUp}{Enter}');

    expect(told.at(-1)).toEqual([{ kind: 'name-unknown', description: '', role: '' }]);
    expect(picker.querySelector<HTMLInputElement>('.describe')?.placeholder).toBe('What do they look like?');
  });

  test('is typed freely on a tablet that has no roll yet', async () => {
    picker.listMissing = true;
    await userEvent.keyboard('amira');

    expect(options().map((row) => row.innerText)).toEqual([
      'Not on the list: “amira”',
      'I don’t know the name',
    ]);
    expect(picker.innerText).toContain('There is no pupil list on this tablet yet');
  });
});

describe('what each pupil had to do with it', () => {
  test('is told with the pupil', async () => {
    await userEvent.keyboard('amira{Enter}');
    const role = picker.querySelector('select') ?? missing('a role');
    await userEvent.selectOptions(role, 'was-hurt');

    expect(told.at(-1)).toEqual([{ kind: 'listed', pupil: amira4B, role: 'was-hurt' }]);
  });

  test('is "brother or sister" when one tap adds a sibling', async () => {
    await userEvent.keyboard('amira{Enter}');
    const chip = picker.querySelector<HTMLElement>('.picker-chips .chip') ?? missing('a sibling');
    expect(chip.innerText).toContain('Yusuf Khan');
    await userEvent.click(chip);

    expect(told.at(-1)?.[1]).toEqual({ kind: 'listed', pupil: yusuf, role: 'sibling' });
    expect(picker.querySelector('.picker-chips')).toBeNull();
  });

  test('goes when the pupil is removed', async () => {
    await userEvent.keyboard('amira{Enter}');
    const remove = picker.querySelector<HTMLElement>('.tag-remove') ?? missing('a way to remove');
    expect(remove.getAttribute('aria-label')).toBe('Remove Amira Khan');
    await userEvent.click(remove);

    expect(told.at(-1)).toEqual([]);
    await expect
      .poll(() => document.querySelector('heed-live-region [role=status]')?.textContent)
      .toBe('Amira Khan removed');
  });
});

test('the browser never stores what is typed about a child', async () => {
  await userEvent.keyboard('Toby{Enter}');
  const controls = [...picker.querySelectorAll('input, select')];

  expect(controls.map((control) => control.getAttribute('autocomplete'))).toEqual(['off', 'off', 'off']);
});
