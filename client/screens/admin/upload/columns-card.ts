import { html, type TemplateResult } from 'lit';
import { exportFields, type Matching } from '../../../../protocol/changes/upload';
import type { UploadPreview } from '../../../../protocol/pupil-upload';
import { icon } from '../../../components/heed-icon';
import { selectField } from '../../../components/select-field';
import { pupilUpload as words } from '../../../strings/admin/pupil-upload';

/** Which column of the file holds what; each choice is read again at once. */
export function columnsCard(
  { headings, matching, remembered, faults }: UploadPreview,
  matched: (matching: Matching) => void,
): TemplateResult {
  const options = [
    { value: '', label: words.notThere },
    ...headings.map((heading) => ({ value: heading, label: heading })),
  ];
  return html`<details class="card columns-card" ?open=${faults.length > 0}>
    <summary>
      ${icon('chevron-right')}
      <h2>${words.columns}</h2>
    </summary>
    <p class="hint">${words.columnsWhy} ${remembered ? words.remembered : ''}</p>
    <div class="field-grid">
      ${exportFields.map((field) =>
        selectField({
          id: `column-${field}`,
          label: words.fields[field],
          value: matching[field] ?? '',
          options,
          chosen: (value) => matched({ ...matching, [field]: value === '' ? undefined : value }),
        }),
      )}
    </div>
  </details>`;
}
