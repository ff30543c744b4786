import type { FieldError } from '../../components/heed-error-summary';
import { choosePin } from '../../strings/lock';
import { checkNewPin } from '../../unlock/pin';

/** Ids of the two fields, for the error summary. */
export const PIN_FIELD = 'new-pin';
export const PIN_AGAIN_FIELD = 'new-pin-again';

/** A PIN as it was typed twice. */
export interface TypedPin {
  pin: string;
  again: string;
}

/** What stands against a new PIN; nothing when it may be used. One fault at a time: the first to mend. */
export function pinFaults({ pin, again }: TypedPin): FieldError[] {
  const fault = checkNewPin(pin);
  if (fault !== null) return [{ field: PIN_FIELD, text: choosePin.errors[fault] }];
  return pin === again ? [] : [{ field: PIN_AGAIN_FIELD, text: choosePin.errors.differ }];
}
