import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import '../../components/heed-qr';
import { keys as words } from '../../strings/account';

/** Where Heed Authenticator is, for people who have no authenticator app: a QR code for the phone, and the address. */
export function getAuthenticator({ url, qr }: { url: string; qr: readonly string[] }): TemplateResult {
  return html`<details class="get-authenticator">
    <summary>${words.noApp}</summary>
    <p class="hint">${words.getApp}</p>
    <heed-qr .matrix=${matrixOf(qr)} .label=${words.getAppQr}></heed-qr>
    <p>
      <a class="link-line" href=${url} target="_blank" rel="noopener">${icon('smartphone')}${words.openApp}</a
      ><br /><span class="hint">${url}</span>
    </p>
  </details>`;
}

/**
 * On the phone itself nothing can be scanned: the secret goes along behind the `#`, which no server sees; other apps
 * answer to the otpauth link.
 * @param url where Heed Authenticator is
 */
export function setUpHere(url: string, uri: string): TemplateResult {
  const handOver = `${url}#add=${encodeURIComponent(uri)}`;
  return html`<a class="button small" href=${handOver} target="_blank" rel="noopener"
      >${icon('smartphone')}${words.setUpHere}</a
    ><a class="button small quiet" href=${uri}>${words.setUpElsewhere}</a>`;
}

/** Rows of `1` and `0` as `<heed-qr>` takes them. */
export function matrixOf(rows: readonly string[]): boolean[][] {
  return rows.map((row) => Array.from(row, (module) => module === '1'));
}
