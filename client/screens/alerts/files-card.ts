import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import type { Step } from './concern-words';
import { shownFiles as words } from '../../strings/files';
import './heed-shown-files';

/** The files of a concern; one whose files are still on their way says so before anything else. */
export function filesCard({ id, files = [] }: Concern): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<section class="card">
    <h3 class="h2">${words.title}</h3>
    <heed-shown-files .concernId=${id} .files=${files}></heed-shown-files>
  </section>`;
}

/** The files of one action. */
export function stepFiles(
  concernId: string,
  { files }: Pick<Step, 'files'>,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<heed-shown-files
    class="step-files"
    brief
    .concernId=${concernId}
    .files=${files}
  ></heed-shown-files>`;
}
