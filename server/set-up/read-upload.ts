import type { Preview } from '../../protocol/set-up';
import { siteFaults } from '../../protocol/words/import/cells';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { planSchool, type Planned } from './plan-school';
import type { SetUpGrant } from './set-up-link';
import { readWorkbook } from './workbook/read-xlsx';
import { WorkbookFault } from './workbook/workbook';

/** Reads an uploaded spreadsheet. @throws problem 'spreadsheet-unreadable' with one plain sentence */
export function planUpload(ground: Ground, bytes: Uint8Array): Planned {
  const today = new Date(ground.clock.now()).toISOString().slice(0, 10);
  try {
    return planSchool(readWorkbook(bytes), today);
  } catch (fault) {
    if (fault instanceof WorkbookFault) throw problem('spreadsheet-unreadable', { title: fault.message });
    throw fault;
  }
}

/**
 * Reads the spreadsheet of whoever opened a set-up link; one that a trust has sent is for its own site alone.
 * @throws problem 'spreadsheet-unreadable' with one plain sentence
 */
export function planForLink(ground: Ground, link: SetUpGrant, bytes: Uint8Array): Planned {
  const planned = planUpload(ground, bytes);
  const site = link.site?.site;
  if (site === undefined || planned.site === site) return planned;
  const [wrong, mend] = siteFaults.otherThanLink(site, planned.site);
  const fault = { sheet: 'School', cell: 'Site', wrong, mend };
  return { ...planned, plan: null, faults: [fault, ...planned.faults] };
}

/** What a spreadsheet would write, and everything that is wrong with it. */
export function presentPreview({ plan, faults, warnings, notes, rows }: Planned): Preview {
  return {
    school: plan
      ? {
          name: plan.school.name,
          site: plan.school.site,
          mainContact: `${plan.school.mainContact.name}, ${plan.school.mainContact.email}`,
        }
      : null,
    counts: plan
      ? {
          staff: plan.staff.length,
          classes: plan.classes.length,
          pupils: plan.pupils.length,
          categories: plan.categories.length,
          userGroups: plan.userGroups.length,
          alertGroups: plan.alertGroups.length,
          automaticAlerts: plan.automaticAlerts.length,
          classRestrictions: plan.classRestrictions.length,
          places: plan.places.length,
          agencies: plan.agencies.length,
        }
      : {},
    rows,
    faults,
    warnings,
    notes: notes.map((note) => `${note.sheet}!${note.cell}: ${note.text}`),
  };
}
