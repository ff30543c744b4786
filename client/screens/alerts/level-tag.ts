import { html, nothing, type TemplateResult } from 'lit';
import type { Level } from '../../../protocol/concern-actions';
import { levelWords } from '../../strings/concern-actions';

/** How serious a lead finds a concern, on its card; nothing where none was set. */
export function levelTag(level: Level | undefined): TemplateResult | typeof nothing {
  return level === undefined ? nothing : html`<span class="level ${level}">${levelWords[level]}</span>`;
}
