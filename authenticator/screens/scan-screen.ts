import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { errorLine } from '../components/field';
import { icon } from '../components/icon';
import { LightElement } from '../components/light-element';
import type { Account } from '../otp/account';
import { readOtpauthUri } from '../otp/otpauth-uri';
import { findReader, type Reader } from '../scanner/reader';
import { entryFault } from '../strings/faults';
import { codes, scan as words } from '../strings/words';

/** Between two looks at the picture, ms: a phone must not grow hot. */
const EVERY = 120;

/** The camera looks for the QR code of an account. It is off as soon as this screen is left. */
@customElement('ha-scan')
export class Scan extends LightElement {
  /** keeps it and leaves this screen */
  @property({ attribute: false }) added: (account: Account) => Promise<void> = async () => undefined;
  @state() private _state: 'starting' | 'looking' | 'denied' | 'missing' = 'starting';
  @state() private _error = '';
  private _stream: MediaStream | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this._start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
  }

  protected override render(): TemplateResult {
    const off = this._state === 'denied' || this._state === 'missing';
    return html`<h1 class="page-heading" tabindex="-1">${words.title}</h1>
      <div class="stack">
        ${off
          ? html`<p class="notice warn" role="status">
              ${icon('circle-alert')}<span>${this._state === 'denied' ? words.denied : words.missing}</span>
            </p>`
          : html`<p>${this._state === 'starting' ? words.starting : words.aim}</p>
              <div class="viewfinder">
                <video playsinline .muted=${true} aria-label=${words.video}></video>
              </div>`}
        ${errorLine('scan-error', this._error)}
        <label class="button picture-button"
          >${icon('image')}${words.picture} <input type="file" accept="image/*" @change=${this._onPicture}
        /></label>
        <a class="button quiet" href="#add">${icon('keyboard')}${codes.type}</a>
      </div>`;
  }

  private async _start(): Promise<void> {
    try {
      const video = { facingMode: 'environment', width: { ideal: 1280 } };
      this._stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    } catch (thrown) {
      this._state =
        thrown instanceof DOMException && thrown.name === 'NotAllowedError' ? 'denied' : 'missing';
      return;
    }
    if (this.isConnected) await this._look(this._stream, await findReader());
    else this._stop();
  }

  private async _look(stream: MediaStream, read: Reader): Promise<void> {
    const video = this.querySelector('video');
    if (!video) return;
    video.srcObject = stream;
    // Leaving at once interrupts it.
    await video.play().catch(() => undefined);
    this._state = 'looking';
    while (this._stream === stream) {
      const text = video.videoWidth > 0 ? await read(video, video.videoWidth, video.videoHeight) : null;
      if (text !== null && this._stream === stream && (await this._take(text))) return;
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }

  /** @returns whether the camera is of no more use */
  private async _take(text: string): Promise<boolean> {
    const entry = readOtpauthUri(text);
    this._error = 'fault' in entry ? entryFault(entry.fault) : '';
    if ('fault' in entry) return false;
    this._stop();
    await this.added(entry.account);
    return true;
  }

  private async _onPicture(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    const picture = await createImageBitmap(file).catch(() => null);
    const text = picture && (await (await findReader())(picture, picture.width, picture.height));
    if (text === null) this._error = words.noCode;
    else await this._take(text);
  }

  private _stop(): void {
    for (const track of this._stream?.getTracks() ?? []) track.stop();
    this._stream = null;
  }
}
