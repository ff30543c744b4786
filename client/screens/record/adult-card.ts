import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import '../../components/heed-notice';
import { adult as words } from '../../strings/about-adult';
import { FIELDS } from './check-record';
import { typedIn, type FormView } from './form-view';
import './heed-adult-picker';
import { keepersHere } from './goes-to';

/** Which adult it is about, and who alone will read it; only where the writer has chosen that way. */
export function adultCard(view: FormView): TemplateResult | typeof nothing {
  const { about } = view.content;
  if (!about) return nothing;
  const error = view.errors.get(FIELDS.adult) ?? '';
  const keepers = keepersHere(view.board, about, view.self).map(({ name }) => name);
  return html`<heed-notice edged sign="shield" .heading=${words.heading}
      >${words.goesOnlyTo(keepers)}
      <button slot="actions" type="button" class="button" @click=${() => view.change({ about: null })}>
        ${words.notThat}
      </button></heed-notice
    >
    <section class="card ${error === '' ? '' : 'invalid'}">
      <heed-adult-picker
        .fieldId=${FIELDS.adult}
        .error=${error}
        .staff=${view.roll?.staff ?? offeredWithoutRoll(view)}
        .listed=${view.roll !== null}
        .chosen=${about.staff}
        @adults-changed=${(event: HTMLElementEventMap['adults-changed']) =>
          view.change({ about: { ...about, staff: event.detail.chosen } })}
      ></heed-adult-picker>
      <div class="field">
        <label class="label" for="adult-described">${words.described}</label>
        ${hintPart('adult-described', words.describedHint)} ${errorPart('adult-described', '')}
        <input
          class="input"
          id="adult-described"
          type="text"
          autocomplete="off"
          maxlength="500"
          aria-describedby=${describedBy('adult-described', words.describedHint, '')}
          .value=${about.described}
          @input=${(event: Event) => view.change({ about: { ...about, described: typedIn(event) } })}
        />
      </div>
    </section>`;
}

/** Without unlocking there is no list of staff; whom the concern would go to must still be told apart from whom it is about. */
function offeredWithoutRoll({ board }: FormView): { id: string; name: string; jobTitle: null }[] {
  const people = (board?.staffPath ?? []).flat().map(({ id, name }) => ({ id, name, jobTitle: null }));
  return people.filter(({ id }, at) => people.findIndex((one) => one.id === id) === at);
}
