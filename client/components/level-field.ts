import type { TemplateResult } from 'lit';
import { levelChoices } from '../../protocol/concern-actions';
import { levelFilter as words } from '../strings/concern-actions';
import { selectField } from './select-field';

/** A level to look for, or any. @param field.value empty: any */
export function levelField(field: {
  id: string;
  value: string;
  chosen: (level: string) => void;
}): TemplateResult {
  return selectField({
    ...field,
    label: words.label,
    options: [
      { value: '', label: words.any },
      ...levelChoices.map((value) => ({ value, label: words.choices[value] })),
    ],
  });
}
