import { html, nothing, type TemplateResult } from 'lit';
import type { Change } from '../../../../protocol/changes/change';
import type { UploadPreview } from '../../../../protocol/pupil-upload';
import { selectField } from '../../../components/select-field';
import { pupilUpload as words } from '../../../strings/admin/pupil-upload';

/** Year groups that were chosen, by the name of the class. */
export type ChosenYears = ReadonlyMap<string, string>;

/** Classes of the file that are not here yet, each with its year group; a class without one is not added. */
export function missingClassesCard(
  { missingClasses, years }: UploadPreview,
  given: {
    readonly chosen: ChosenYears;
    readonly busy: boolean;
    choose(chosen: ChosenYears): void;
    add(): void;
  },
): TemplateResult | typeof nothing {
  if (missingClasses.length === 0) return nothing;
  const options = [
    { value: '', label: words.notAdded },
    ...years.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return html`<section class="card" aria-labelledby="missing-classes">
    <h2 id="missing-classes">${words.missingClasses(missingClasses.length)}</h2>
    <p class="hint">${words.missingClassesWhy}</p>
    <div class="field-grid">
      ${missingClasses.map((one, at) =>
        selectField({
          id: `missing-class-${String(at)}`,
          label: words.missingClass(one.name, one.pupils),
          value: yearOf(one, given.chosen),
          options,
          chosen: (value) => given.choose(new Map([...given.chosen, [one.name, value]])),
        }),
      )}
    </div>
    <button type="button" class="button" ?disabled=${given.busy} @click=${() => given.add()}>
      ${words.addClasses}
    </button>
  </section>`;
}

/** The classes that are to be added. */
export function classesToAdd({ missingClasses }: UploadPreview, chosen: ChosenYears): Change[] {
  return missingClasses.flatMap((one): Change[] => {
    const yearGroupId = yearOf(one, chosen);
    return yearGroupId === '' ? [] : [{ kind: 'class.add', name: one.name, yearGroupId, teacherId: null }];
  });
}

function yearOf(one: UploadPreview['missingClasses'][number], chosen: ChosenYears): string {
  return chosen.get(one.name) ?? one.yearGroupId ?? '';
}
