import { html, type TemplateResult } from 'lit';
import type { ListedStaff } from '../../../../../protocol/staff';
import '../../../../components/heed-notice';
import { share as words } from '../../../../strings/admin/share';

/** What should be right before a school tells its staff to begin; one line each. Pure. */
export function warningsBefore(staff: readonly ListedStaff[], unreached: readonly string[]): string[] {
  const leads = staff.filter(
    ({ leftAt, duty }) => leftAt === null && (duty.includes('lead') || duty.includes('deputy')),
  );
  const named = (people: readonly ListedStaff[]) => people.map(({ name }) => name);
  const keyless = named(leads.filter(({ key }) => key !== 'saved'));
  const untested = named(leads.filter(({ testedAt, testFailed }) => testedAt === null || testFailed));
  return [
    unreached.length > 0 ? words.unreached(unreached) : '',
    keyless.length > 0 ? words.noKey(keyless) : '',
    untested.length > 0 ? words.noTest(untested) : '',
    leads.length < 2 ? words.oneLead : '',
  ].filter(Boolean);
}

/** The warnings, or that everything is right. */
export function warningsCard(warnings: readonly string[]): TemplateResult {
  return html`<section class="stack no-print">
    <h2>${words.warnings}</h2>
    ${warnings.length === 0
      ? html`<heed-notice tone="ok">${words.fine}</heed-notice>`
      : warnings.map((text) => html`<heed-notice tone="warn" sign="triangle-alert">${text}</heed-notice>`)}
  </section>`;
}
