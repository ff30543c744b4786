import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Release } from '../../../protocol/help-sheets';
import { icon } from '../../components/heed-icon';
import { about as words, help } from '../../strings/help';
import { showSpans } from './blocks';
import './help-licences';

/** What Heed is: its version, what has changed, how safe it is, whose work is in it. */
@customElement('heed-help-about')
export class HeedHelpAbout extends LitElement {
  @property({ attribute: false }) releases: readonly Release[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const [now] = this.releases;
    return html`<main id="main" class="page help">
      <p><a class="link-line" href="/help">${icon('arrow-left')}${help.back}</a></p>
      <article class="card help-sheet">
        <h1>${words.title}</h1>
        <p class="help-summary">${words.lead}</p>
        <p class="meta">${now ? words.version(now) : ''}</p>
        <p><a class="link-line" href="/help/security">${words.security}</a></p>
        <h2 id="what-has-changed">${words.changed}</h2>
        ${this.releases.map((release) => showRelease(release))}
        <h2>${words.others}</h2>
        <p>${words.othersWhat}</p>
        <heed-help-licences></heed-help-licences>
      </article>
    </main>`;
  }
}

function showRelease(release: Release): TemplateResult {
  return html`<h3>${words.version(release)}</h3>
    ${release.parts.map(
      (part) =>
        html`<h4>${words.readers[part.for]}</h4>
          <ul class="help-list">
            ${part.points.map((spans) => html`<li>${showSpans(spans)}</li>`)}
          </ul>`,
    )}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-help-about': HeedHelpAbout;
  }
}
