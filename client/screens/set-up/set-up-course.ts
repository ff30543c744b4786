import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SET_UP_HEADER, type Preview, type SetUpReply } from '../../../protocol/set-up';
import { announce } from '../../components/heed-live-region';
import { call } from '../../data/call';
import { asCallFault, isPassing } from '../../data/call-fault';
import { setUp as words } from '../../strings/set-up';
import { readChosen, type ChosenFile } from './chosen-file';
import type { SetUpFault, Work } from './notices';
import { checkLink, takeToken, type LinkState } from './set-up-link';

/** How far a school has come. */
export interface SetUpState {
  link: LinkState;
  file: ChosenFile | null;
  /** what the server is asked for at this moment */
  working: Work | null;
  fault: SetUpFault | null;
  /** what the check of the file found */
  preview: Preview | null;
  done: SetUpReply | null;
}

/** One school on its way in, from the link to the school that stands. Nothing is written before `do('write')`. */
export class SetUpCourse implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onward: () => void;
  #token = '';
  #state: SetUpState = {
    link: { is: 'checking' },
    file: null,
    working: null,
    fault: null,
    preview: null,
    done: null,
  };

  /** @param onward hears of every answer that leads to another step */
  constructor(host: ReactiveControllerHost, onward: () => void) {
    this.#host = host;
    this.#onward = onward;
    host.addController(this);
  }

  get state(): SetUpState {
    return this.#state;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.open);
    addEventListener('online', this.#askAgain);
    this.open();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.open);
    removeEventListener('online', this.#askAgain);
  }

  /** Takes the link from the address, or the one before, and asks what has become of it. */
  readonly open = (): void => {
    this.#token = takeToken() || this.#token;
    this.#set({ link: { is: 'checking' } });
    void checkLink(this.#token).then((link) => this.#set({ link }));
  };

  /** Has a file checked. */
  async choose(file: File): Promise<void> {
    if (this.#state.working !== null) return;
    try {
      this.#set({ file: await readChosen(file) });
    } catch {
      this.#set({ fault: { file: file.name, text: words.cannotRead, retry: null } });
      return;
    }
    await this.do('check');
  }

  /** Asks the server for one thing at a time. */
  async do(work: Work): Promise<void> {
    if (this.#state.working !== null) return;
    this.#set({ working: work, fault: null });
    try {
      this.#set({ ...(await this.#call(work)), working: null });
      this.#onward();
    } catch (thrown) {
      await this.#onFault(work, thrown);
    } finally {
      this.#set({ working: null });
    }
  }

  async #call(work: Work): Promise<Partial<SetUpState>> {
    const body = this.#state.file?.bytes ?? new Uint8Array();
    const headers = { [SET_UP_HEADER]: this.#token };
    if (work === 'check') return { preview: await call('previewSchool', { body, headers }) };
    const done =
      work === 'write'
        ? await call('confirmSchool', { body, headers })
        : await call('tryDemo', { body: { token: this.#token } });
    announce(done.demo ? words.demoDone : words.done);
    return { done };
  }

  /** The file, its preview and the link stay: whatever dropped can be tried again. */
  async #onFault(work: Work, thrown: unknown): Promise<void> {
    const fault = asCallFault(thrown);
    const file = work === 'demo' ? '' : (this.#state.file?.name ?? '');
    const retry = isPassing(fault) || fault.code === 'internal' ? work : null;
    this.#set({ fault: { file, text: fault.title, retry } });
    // Another file than the one whose preview stands here was not read.
    if (work === 'check') this.#set({ preview: null });
    if (fault.code !== 'link-used') return;
    this.#set({ fault: null });
    // The answer to an earlier try may have been lost after the school was written.
    const link = await checkLink(this.#token);
    this.#set({ link });
    if (work === 'demo' && link.is === 'school-there') {
      this.#set({ fault: { file: '', text: words.demoLost, retry: null } });
    }
  }

  readonly #askAgain = (): void => {
    if (this.#state.link.is === 'unknown') this.open();
  };

  #set(part: Partial<SetUpState>): void {
    this.#state = { ...this.#state, ...part };
    this.#host.requestUpdate();
  }
}
