import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ListedDevice, listDevices } from '../../../../protocol/device-list';
import type { ReplyOf } from '../../../../protocol/endpoint';
import '../../../components/heed-segmented';
import { call } from '../../../data/call';
import { deviceList as words } from '../../../strings/admin/devices';
import { dayAndTime } from '../../../strings/times';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { Table, type Column } from '../table/table';
import { trayBar } from '../tray-bar';
import { deviceForm } from './device-form';

type Loaded = ReplyOf<typeof listDevices>;

/** Every enrolled device: last heard of, what waits on it, who is on it; renaming and revoking. */
@customElement('heed-device-list-screen')
export class HeedDeviceListScreen extends AdminPage<Loaded> {
  protected readonly right = 'devices';
  @state() private _revoked = false;
  /** Id of the device whose form is open. */
  @state() private _editing: string | null = null;
  @state() private _nameFault = '';
  private readonly _tray = new ChangeTray(this);
  private readonly _inUse = this._table(words.table.none);
  private readonly _gone = this._table(words.noneRevoked);

  protected load(): Promise<Loaded> {
    return call('listDevices');
  }

  protected page({ devices }: Loaded): PageParts {
    const inUse = devices.filter(({ revokedAt }) => revokedAt === null);
    const gone = devices.filter(({ revokedAt }) => revokedAt !== null);
    const open = inUse.find(({ id }) => id === this._editing);
    const waiting = inUse.reduce((sum, device) => sum + device.waiting, 0);
    const filter = gone.length === 0 ? nothing : this._renderFilter(inUse.length, gone.length);
    return {
      title: words.title,
      intro: words.intro(inUse.length, waiting),
      content: html`<div class="stack">
        ${open ? this._renderForm(open) : nothing}
        <div>
          ${this._revoked && gone.length > 0
            ? this._gone.render(gone, filter)
            : this._inUse.render(inUse, filter)}
        </div>
      </div>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _table(none: string): Table<ListedDevice> {
    return new Table<ListedDevice>(this, {
      columns: columns((device) => this._renderDeed(device)),
      key: ({ id }) => id,
      words: { ...words.table, none },
    });
  }

  private _renderFilter(inUse: number, gone: number): TemplateResult {
    return html`<heed-segmented
      natural
      field-id="which-devices"
      label=${words.which}
      label-hidden
      .options=${[
        { value: 'in-use', label: words.inUse(inUse) },
        { value: 'revoked', label: words.revokedCount(gone) },
      ]}
      .value=${this._revoked ? 'revoked' : 'in-use'}
      @segment-chosen=${(event: CustomEvent<{ value: string }>) => {
        this._revoked = event.detail.value === 'revoked';
      }}
    ></heed-segmented>`;
  }

  private _renderDeed(device: ListedDevice): TemplateResult | typeof nothing {
    if (device.revokedAt !== null) return nothing;
    const unsaved = this._tray.find(device.id);
    if (!unsaved) {
      return html`<button
        type="button"
        class="button small"
        aria-label=${words.changeLabel(device.name)}
        @click=${() => this._edit(device.id)}
      >
        ${words.change}
      </button>`;
    }
    const text = unsaved.kind === 'device.rename' ? words.willBeCalled(unsaved.name) : words.willBeRevoked;
    return html`<span class="will-change"
      ><strong>${text}</strong
      ><button type="button" class="button small" @click=${() => this._tray.put(device.id, null)}>
        ${words.undo}
      </button></span
    >`;
  }

  private _renderForm(device: ListedDevice): TemplateResult {
    const unsaved = this._tray.find(device.id);
    const name = unsaved?.kind === 'device.rename' ? unsaved.name : device.name;
    return deviceForm(device, name, this._nameFault, {
      done: (given) => this._rename(device, given),
      cancel: () => this._edit(null),
      revoke: () => {
        this._tray.put(device.id, { kind: 'device.revoke', deviceId: device.id });
        this._edit(null);
      },
    });
  }

  private _edit(id: string | null): void {
    this._editing = id;
    this._nameFault = '';
    if (id)
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.device-form .input')?.focus());
  }

  private _rename(device: ListedDevice, name: string): void {
    if (name === '') {
      this._nameFault = words.nameNeeded;
      return;
    }
    const same = name === device.name;
    this._tray.put(device.id, same ? null : { kind: 'device.rename', deviceId: device.id, name });
    this._edit(null);
  }
}

function columns(deed: (device: ListedDevice) => unknown): Column<ListedDevice>[] {
  return [
    {
      key: 'device',
      title: words.device,
      cell: (device) =>
        html`<span class="two-lines"><strong>${device.name}</strong><small>${about(device)}</small></span>`,
      text: ({ name }) => name,
    },
    {
      key: 'seen',
      title: words.seen,
      cell: (device) =>
        device.missed
          ? html`<span class="two-lines"
              ><strong class="warn-text">${words.missed}</strong><small>${seen(device)}</small></span
            >`
          : seen(device),
      text: (device) => seen(device),
      sort: (device) => device.seenAt ?? '',
    },
    {
      key: 'waiting',
      title: words.waiting,
      cell: ({ waiting }) =>
        waiting === 0 ? words.nothingWaits : html`<strong class="warn-text">${words.waits(waiting)}</strong>`,
      text: ({ waiting }) => String(waiting),
      sort: ({ waiting }) => waiting,
    },
    {
      key: 'people',
      title: words.people,
      cell: (device) => peopleOf(device) || words.nobody,
      text: (device) => peopleOf(device),
      sort: ({ people }) => people.length,
    },
    { key: 'deed', title: words.change, cell: deed, text: () => '' },
  ];
}

const when = (time: string) => dayAndTime(Date.parse(time), Date.now());

function about({ shared, enrolledAt, enrolledBy }: ListedDevice): string {
  const setUp = words.enrolled(when(enrolledAt), enrolledBy);
  return shared === null ? setUp : `${words.kinds[shared ? 'shared' : 'own']}, ${setUp}`;
}

function seen({ seenAt, revokedAt }: ListedDevice): string {
  if (revokedAt !== null) return words.revoked(when(revokedAt));
  return seenAt === null ? words.never : when(seenAt);
}

function peopleOf({ people }: ListedDevice): string {
  return people.map(({ name }) => name).join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-device-list-screen': HeedDeviceListScreen;
  }
}
