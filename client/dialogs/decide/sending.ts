import type { ReactiveControllerHost } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { decide } from '../../strings/concern-actions';
import { focusIn } from '../host';
import { renewDecision, settleDecision, type KeptDecision } from './kept-decision';

type Faults<Field extends string> = Partial<Record<Field, string>>;

/** One press of the button of a decision's dialog. */
interface Press<Field extends string> {
  readonly begun: KeptDecision;
  /** what is missing, in the order of the fields */
  readonly missing: Faults<Field>;
  readonly send: () => Promise<Concern>;
  /** the field that a refusal is about; null: the dialog as a whole */
  readonly fieldOf?: (fault: CallFault) => Field | null;
}

/**
 * How a dialog that decides about a concern is sent: once at a time, with what is missing at its field, and with every word
 * kept where it could not be done. Where full access has ended it closes.
 */
export class Sending<Field extends string> {
  busy = false;
  errors: Faults<Field> = {};
  readonly #dialog: ReactiveControllerHost & HTMLElement;
  readonly #prefix: string;
  readonly #answer: (changed: Concern | null) => void;
  #why = '';

  /** @param prefix of the ids of its fields @param answer closes the dialog */
  constructor(
    dialog: ReactiveControllerHost & HTMLElement,
    prefix: string,
    answer: (changed: Concern | null) => void,
  ) {
    [this.#dialog, this.#prefix, this.#answer] = [dialog, prefix, answer];
  }

  /** Why it was not done, as a sentence; empty: nothing went wrong. */
  get fault(): string {
    return this.#why === '' ? '' : decide.notDone(this.#why);
  }

  /** What was typed anew is missing no longer. */
  typed(given: object): void {
    const left = Object.entries(this.errors).filter(([field]) => !(field in given));
    this.errors = Object.fromEntries(left) as Faults<Field>;
    this.#dialog.requestUpdate();
  }

  /** Reads what the dialog offers. */
  async load(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (thrown) {
      this.#why = asCallFault(thrown).title;
    }
    this.#dialog.requestUpdate();
  }

  async press(event: Event, { begun, missing, send, fieldOf = () => null }: Press<Field>): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.#why = '';
    if (this.show(missing)) return;
    this.busy = true;
    this.#dialog.requestUpdate();
    const sent = JSON.stringify(begun);
    try {
      const changed = await send();
      settleDecision(begun, sent);
      this.#answer(changed);
    } catch (thrown) {
      const fault = asCallFault(thrown);
      const field = fieldOf(fault);
      // What was typed is kept, and goes in anew: its id may stand for what was sent first.
      if (fault.code === 'conflict') renewDecision(begun);
      if (fault.code === 'elevation-needed') this.#answer(null);
      else if (field === null) this.#why = fault.title;
      else this.show({ [field]: fault.title } as Faults<Field>);
    }
    this.busy = false;
    this.#dialog.requestUpdate();
  }

  /** Says what is missing at its field, and goes to the first. @returns whether something is */
  show(errors: Faults<Field>): boolean {
    this.errors = errors;
    this.#dialog.requestUpdate();
    const [first] = Object.keys(errors);
    if (first !== undefined) focusIn(this.#dialog, `#${this.#prefix}-${first}`);
    return first !== undefined;
  }
}
