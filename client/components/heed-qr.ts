import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Modules of white round the code, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** One path over all dark modules, runs joined: a quarter of the points of one square each. */
export function qrPath(matrix: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      runs.push(`M${start + QUIET} ${y + QUIET}h${x - start + 1}v1h-${x - start + 1}z`);
    }
  });
  return runs.join('');
}

/** A QR code from its matrix of dark modules, drawn as one SVG path, dark on white in every theme. */
@customElement('heed-qr')
export class HeedQr extends LitElement {
  @property({ attribute: false }) matrix: readonly (readonly boolean[])[] = [];
  @property() label = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const side = this.matrix.length + 2 * QUIET;
    return html`<svg
      class="qr"
      viewBox="0 0 ${side} ${side}"
      role="img"
      aria-label=${this.label}
      shape-rendering="crispEdges"
    >
      <path fill="currentColor" d=${qrPath(this.matrix)}></path>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-qr': HeedQr;
  }
}
