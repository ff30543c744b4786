import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { findFaults, Seen, SeeAsMode } from '../../../../protocol/see-as';
import '../../../components/heed-notice';
import '../../../components/heed-segmented';
import { selectField } from '../../../components/select-field';
import { call } from '../../../data/call';
import { go, type RouteParams } from '../../../router';
import { seeAs as words } from '../../../strings/admin/see-as';
import { AdminPage, type PageParts } from '../admin-page';
import { faultList } from './fault-list';
import './heed-alert-question';
import { linesCard } from './line';
import { cannotSee, canSee, willBeTold } from './seen-lines';

interface Loaded extends ReplyOf<typeof findFaults> {
  /** Null while nobody is chosen. */
  readonly seen: Seen | null;
}

/** What exactly one person can see and be told, and why; and what in the school's rules is likely to be wrong. */
@customElement('heed-see-as-screen')
export class HeedSeeAsScreen extends AdminPage<Loaded> {
  protected readonly right = 'groups';
  @property({ attribute: false }) params: RouteParams = {};
  @state() private _mode: SeeAsMode = 'full-access';

  protected async load(): Promise<Loaded> {
    const id = this.params['id'];
    const [found, seen] = await Promise.all([
      call('findFaults'),
      id === undefined ? null : call('seeAs', { params: { id }, query: { mode: this._mode } }),
    ]);
    return { ...found, seen };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('params') && changed.get('params') !== undefined) void this.reload();
  }

  protected page({ faults, staff, seen }: Loaded): PageParts {
    const may = this.session?.session?.may ?? [];
    return {
      title: seen ? words.titleOf(seen.person.name) : words.title,
      intro: seen ? words.introOf(seen.person.name) : words.intro,
      actions: this._renderPicker(staff, seen),
      content: html`<div class="stack see-as">
        ${seen ? this._renderSeen(seen) : nothing}
        ${faultList(faults, (right) => may.includes(`administer.${right}`))}
      </div>`,
    };
  }

  private _renderPicker(staff: Loaded['staff'], seen: Seen | null): TemplateResult {
    const leaver = seen && !staff.some(({ id }) => id === seen.person.id) ? [seen.person] : [];
    const options = [...staff, ...leaver].map(({ id, name, jobTitle }) => ({
      value: id,
      label: jobTitle === null ? name : `${name}, ${jobTitle}`,
    }));
    return html`<div class="see-as-picker">
      ${selectField({
        id: 'see-as-person',
        label: words.who,
        labelHidden: true,
        value: seen?.person.id ?? '',
        options: seen ? options : [{ value: '', label: words.choose }, ...options],
        chosen: (id) => void go(id === '' ? '/admin/see-as' : `/admin/see-as/${id}`),
      })}
    </div>`;
  }

  private _renderSeen(seen: Seen): TemplateResult {
    const { email, devices } = seen.channels;
    return html`<div class="row see-as-mode">
        <heed-segmented
          natural
          field-id="see-as-mode"
          .label=${words.mode}
          label-hidden
          .options=${(['full-access', 'log-in'] as const).map((value) => ({
            value,
            label: words.modes[value],
          }))}
          .value=${this._mode}
          @segment-chosen=${(event: CustomEvent<{ value: string }>) => {
            this._mode = event.detail.value as SeeAsMode;
            void this.reload();
          }}
        ></heed-segmented>
        <p class="hint grow">${standing(seen)}</p>
      </div>
      <div class="seen-columns">
        ${linesCard(words.canSee, canSee(seen))}
        ${linesCard(words.willBeTold, willBeTold(seen), {
          foot: html`<div class="card-line"><p class="hint">${words.channels(email, devices)}</p></div>
            <heed-alert-question .seen=${seen}></heed-alert-question>`,
        })}
      </div>
      ${linesCard(words.cannotSee, cannotSee(seen), { wide: true })}`;
  }
}

function standing({ person }: Seen): string {
  if (person.left) return words.standing.left;
  if (person.asked) return words.standing.asked[person.asked];
  if (!person.logsIn) return words.standing.noLogIn;
  const group = `${words.standing.open(person.group)} `;
  if (!person.higherLevel) return group + words.standing.same;
  return group + (person.key ? words.standing.higher : words.standing.noKey);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-see-as-screen': HeedSeeAsScreen;
  }
}
