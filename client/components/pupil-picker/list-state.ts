import type { PickerOption } from './options';

/** The open or closed list of a picker, and where the keyboard is in it. */
export interface ListState {
  open: boolean;
  options: readonly PickerOption[];
  active: number;
  /** The last tag is marked: the next Backspace removes it. */
  lastMarked: boolean;
}

export const closedList: ListState = { open: false, options: [], active: 0, lastMarked: false };

/** What a key press asks of the picker, beside the state it leaves behind. */
export type PickerWish = 'open' | 'remove-last' | { choose: PickerOption } | null;

export interface KeyOutcome {
  state: ListState;
  wish: PickerWish;
}

/** What the reducer must know of a key press: a `KeyboardEvent` has it all. */
export type PickerKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/**
 * The picker's keyboard (ui.md, Keyboard): arrows move or open, Enter chooses, Escape closes, Backspace on an empty
 * box marks the last tag and then removes it.
 * @returns null when the key is not the picker's and the browser or the page should have it
 */
export function afterKey(state: ListState, key: PickerKey, typed: string, tags: number): KeyOutcome | null {
  // Ctrl+Enter is Send, and belongs to the page.
  if (key.ctrlKey || key.metaKey || key.altKey || key.isComposing) return null;
  switch (key.key) {
    case 'ArrowDown':
      return state.open ? moved(state, 1) : { state, wish: 'open' };
    case 'ArrowUp':
      return state.open ? moved(state, -1) : { state, wish: 'open' };
    case 'Enter':
      return chosen(state);
    case 'Escape':
      return state.open || state.lastMarked ? { state: closedList, wish: null } : null;
    case 'Backspace':
      return typed === '' && tags > 0 ? backspace(state) : null;
    default:
      return null;
  }
}

function moved(state: ListState, by: 1 | -1): KeyOutcome {
  const active = (state.active + by + state.options.length) % state.options.length;
  return { state: { ...state, active }, wish: null };
}

function chosen(state: ListState): KeyOutcome | null {
  const option = state.open ? state.options[state.active] : undefined;
  return option === undefined ? null : { state: closedList, wish: { choose: option } };
}

function backspace(state: ListState): KeyOutcome {
  if (state.lastMarked) return { state: closedList, wish: 'remove-last' };
  return { state: { ...closedList, lastMarked: true }, wish: null };
}
