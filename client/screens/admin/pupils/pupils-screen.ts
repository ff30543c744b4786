import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { ListedPupil, listPupils } from '../../../../protocol/pupils';
import { locale } from '../../../../protocol/words/language';
import { icon } from '../../../components/heed-icon';
import '../../../components/heed-segmented';
import { selectField } from '../../../components/select-field';
import { call } from '../../../data/call';
import { pupils as words } from '../../../strings/admin/pupils';
import { AdminPage, type PageParts } from '../admin-page';
import { Table } from '../table/table';
import { nameOf, placeNames } from './pupil-names';

type Loaded = ReplyOf<typeof listPupils>;
interface Row {
  readonly pupil: ListedPupil;
  readonly className: string;
  readonly year: string;
}

/** Every pupil by name, class and number. No record of any, and no count of records. */
@customElement('heed-pupils-screen')
export class HeedPupilsScreen extends AdminPage<Loaded> {
  protected readonly right = 'pupils';
  @state() private _class = '';
  @state() private _left = false;
  private readonly _table = new Table<Row>(this, {
    columns: [
      {
        key: 'name',
        title: words.columns.name,
        cell: ({ pupil }) => nameCell(pupil),
        text: ({ pupil }) => `${nameOf(pupil)} ${pupil.first}`,
        sort: ({ pupil }) => `${pupil.last} ${pupil.first}`,
      },
      { key: 'class', title: words.columns.class, cell: classOf, text: classOf },
      { key: 'year', title: words.columns.year, cell: ({ year }) => year, text: ({ year }) => year },
      { key: 'number', title: words.columns.number, cell: numberOf, text: numberOf },
      {
        key: 'state',
        title: words.columns.state,
        cell: rollOf,
        text: rollOf,
        sort: ({ pupil }) => pupil.leftOn ?? '',
      },
    ],
    key: ({ pupil }) => pupil.id,
    href: ({ pupil }) => `/admin/pupils/${pupil.id}`,
    words: { caption: words.caption, search: words.search, none: words.none },
  });

  protected load(): Promise<Loaded> {
    return call('listPupils');
  }

  protected page(loaded: Loaded): PageParts {
    const onRoll = loaded.pupils.filter(({ leftOn }) => leftOn === null).length;
    return {
      title: words.title,
      intro: words.intro(onRoll),
      actions: html`<a class="button" href="/admin/pupils/upload">${icon('upload')}${words.upload}</a>
        <a class="button primary" href="/admin/pupils/new">${icon('plus')}${words.add}</a>`,
      content: this._table.render(this._rowsOf(loaded), this._renderFilters(loaded, onRoll)),
    };
  }

  private _rowsOf(loaded: Loaded): Row[] {
    const name = placeNames(loaded);
    return loaded.pupils
      .filter(({ leftOn, classId }) => {
        return (leftOn !== null) === this._left && (this._class === '' || classId === this._class);
      })
      .map((pupil) => ({ pupil, className: name(pupil.classId), year: name(pupil.yearGroupId) }))
      .sort((a, b) => byName(a.pupil, b.pupil));
  }

  private _renderFilters({ pupils, classes }: Loaded, onRoll: number): TemplateResult {
    return html`<div class="table-filter">
        ${selectField({
          id: 'class-filter',
          label: words.classFilter,
          labelHidden: true,
          value: this._class,
          options: [
            { value: '', label: words.allClasses },
            ...classes.map(({ id, name }) => ({ value: id, label: name })),
          ],
          chosen: (value) => (this._class = value),
        })}
      </div>
      <heed-segmented
        field-id="roll-filter"
        .label=${words.rollFilter}
        label-hidden
        natural
        .options=${[
          { value: 'here', label: words.onRoll(onRoll) },
          { value: 'left', label: words.left(pupils.length - onRoll) },
        ]}
        .value=${this._left ? 'left' : 'here'}
        @segment-chosen=${(event: HTMLElementEventMap['segment-chosen']) =>
          (this._left = event.detail.value === 'left')}
      ></heed-segmented>`;
  }
}

const collator = new Intl.Collator(locale, { sensitivity: 'base' });
const byName = (a: ListedPupil, b: ListedPupil) =>
  collator.compare(a.last, b.last) || collator.compare(a.first, b.first);

function nameCell(pupil: ListedPupil): TemplateResult {
  return html`<span class="strong" dir="auto">${nameOf(pupil)}</span>${pupil.preferred &&
    pupil.preferred !== pupil.first
      ? html`<small class="hint" dir="auto">&nbsp;(${pupil.first})</small>`
      : nothing}`;
}

function classOf({ className }: Row): string {
  return className;
}

function numberOf({ pupil }: Row): string {
  return pupil.upn ?? pupil.pupilRef ?? '';
}

function rollOf({ pupil }: Row): string {
  return pupil.leftOn ? words.leftOn(pupil.leftOn) : words.here;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pupils-screen': HeedPupilsScreen;
  }
}
