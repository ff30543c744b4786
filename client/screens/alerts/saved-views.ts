import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { uuidv7 } from '../../../protocol/identifiers';
import type { SavedView } from '../../../protocol/saved-views';
import { announce } from '../../components/heed-live-region';
import { asCallFault } from '../../data/call-fault';
import type { InboxView } from '../../data/inbox';
import { readSavedViews, removeView, saveView } from '../../data/saved-views';
import { views as words } from '../../strings/inbox';
import type { InboxFields } from './inbox-filter';

/** What part of the alerts is looked at, and what limits it. */
export interface Look {
  readonly view: InboxView;
  readonly fields: InboxFields;
}

/** The ways to look at the alerts that this person has named, on whatever device. */
export class SavedViews implements ReactiveController {
  all: readonly SavedView[] = [];
  /** what is being typed as a name: of the view with this id, or of a new one; null: nothing */
  naming: { id: string | null; name: string } | null = null;
  fault = '';
  busy = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  /** Without them one looks all the same. */
  async load(): Promise<void> {
    try {
      this.all = await readSavedViews();
    } catch {
      this.all = [];
    }
    this.#host.requestUpdate();
  }

  /** Full access has ended: a name may say something. */
  drop(): void {
    [this.all, this.naming, this.fault] = [[], null, ''];
    this.#host.requestUpdate();
  }

  /** The saved view that looks like this. */
  ofLook({ view, fields }: Look): SavedView | undefined {
    return this.all.find(
      (one) =>
        one.view === view &&
        (one.level ?? '') === fields.level &&
        (one.category ?? '') === fields.category &&
        (one.year ?? '') === fields.year,
    );
  }

  /** Begins to name a look, or to name it anew. */
  begin(saved?: SavedView): void {
    [this.naming, this.fault] = [{ id: saved?.id ?? null, name: saved?.name ?? '' }, ''];
    this.#host.requestUpdate();
  }

  type(name: string): void {
    if (this.naming) this.naming = { ...this.naming, name };
  }

  cancel(): void {
    [this.naming, this.fault] = [null, ''];
    this.#host.requestUpdate();
  }

  async save({ view, fields }: Look): Promise<void> {
    const { naming } = this;
    if (!naming) return;
    const name = naming.name.trim();
    if (name === '') {
      this.fault = words.noName;
      this.#host.requestUpdate();
      return;
    }
    const look = {
      name,
      view,
      level: fields.level === '' ? null : fields.level,
      category: fields.category === '' ? null : fields.category,
      year: fields.year === '' ? null : fields.year,
    };
    await this.#do(() => saveView(naming.id ?? uuidv7(Date.now()), look), words.saved);
  }

  async remove({ id }: SavedView): Promise<void> {
    await this.#do(() => removeView(id), words.removed);
  }

  async #do(deed: () => Promise<readonly SavedView[]>, done: string): Promise<void> {
    if (this.busy) return;
    [this.busy, this.fault] = [true, ''];
    this.#host.requestUpdate();
    try {
      this.all = await deed();
      this.naming = null;
      announce(done);
    } catch (thrown) {
      this.fault = asCallFault(thrown).title;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}

/** A saved view as a look. */
export function lookOf({ view, level, category, year }: SavedView): Look {
  return { view, fields: { level: level ?? '', category: category ?? '', year: year ?? '' } };
}
