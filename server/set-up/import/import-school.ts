import { randomUUID } from 'node:crypto';
import { importSheets } from '../../../protocol/changes/import';
import { uuidv7 } from '../../../protocol/identifiers';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { queueMessages } from '../../messages/queue';
import { schoolOrigin } from '../../messages/school-origin';
import { makeSchoolKeys } from '../../school/keys';
import type { SchoolDetails } from '../../school/school';
import { readKnownSchool } from '../../sheets/known-school';
import { keepImported } from '../../sheets/last-import';
import { cellsOf } from '../../storage/cells';
import { mailOffer } from '../../staff/offers/mail-offer';
import { endUnsuitedSlips } from '../../staff/slips/end-slips';
import type { Transaction } from '../../storage/database';
import type { SchoolPlan } from '../school-plan';
import { syncCategories, syncClasses, syncUserGroups } from './house';
import { indexOf, type Importing } from './importing';
import { syncNamed } from './named';
import { accessBefore, noteWidening } from './note-widening';
import { linkStaffClasses, syncDutyList, syncStaff } from './people';
import { syncPupils } from './pupils';
import { syncAlertGroups, syncAutomaticAlerts, syncClassRestrictions, syncPermissions } from './rules';

export interface Imported {
  readonly schoolId: string;
  /** True for a school that was not there before. */
  readonly fresh: boolean;
  readonly counts: Importing['counts'];
}

export interface ImportOptions {
  /** Staff id, 'shell' or 'set-up-link'. */
  readonly actor: string;
  readonly demo?: boolean;
  /** The last thing in the transaction: uses the set-up link up. */
  readonly finally?: (trx: Transaction) => Promise<void>;
}

/**
 * Writes a checked plan in one transaction: all of it or nothing. Importing the same sheet again changes only what
 * differs and never deletes. Only the main contact of a fresh school is mailed (product.md section 2, point 1).
 */
export async function importSchool(
  ground: Ground,
  plan: SchoolPlan,
  options: ImportOptions,
): Promise<Imported> {
  const at = timeStamp(ground.clock);
  return ground.database.write(async (trx) => {
    const { schoolId, fresh } = await syncSchool(trx, ground, plan, options.demo === true, at);
    // A set-up link makes a first school; it never changes one that is there.
    if (!fresh && options.actor === 'set-up-link') throw problem('link-used');
    const importing: Importing = { trx, ground, plan, schoolId, at, counts: {} };
    const before = fresh ? null : await accessBefore(trx, schoolId);
    await syncEverything(importing);
    await keepImported(importing, await readKnownSchool(trx, ground, schoolId, false), importSheets);
    const widened = await noteWidening(trx, ground, schoolId, before);
    if (fresh && !options.demo) await mailMainContact(importing, options.actor);
    await options.finally?.(trx);
    const counts = Object.entries(importing.counts).map(
      ([noun, { added, changed }]) => `${noun}:+${added}~${changed}`,
    );
    const ended = await endUnsuitedSlips(trx, { schoolId, at, by: options.actor });
    const imported = {
      schoolId,
      at,
      actor: options.actor,
      what: 'school.imported',
      object: `school:${schoolId}`,
      facts: { fresh, counts, ...(widened.length > 0 && { widened }) },
    };
    await appendAudit(trx, imported, ...ended);
    return { schoolId, fresh, counts: importing.counts };
  });
}

async function syncEverything(importing: Importing): Promise<void> {
  const groups = await syncUserGroups(importing);
  const staff = await syncStaff(importing, groups);
  await syncDutyList(importing, staff);
  const years = await syncNamed(importing, 'year_groups', importing.plan.yearGroups);
  const classes = await syncClasses(importing, years, staff);
  await linkStaffClasses(importing, staff, classes);
  const categories = await syncCategories(importing);
  const by = { groups, staff, years, classes, categories };
  await syncPupils(importing, by);
  await syncPermissions(importing, by);
  const alertGroups = await syncAlertGroups(importing, staff);
  await syncAutomaticAlerts(importing, { ...by, alertGroups });
  await syncClassRestrictions(importing, by);
  await syncNamed(importing, 'places', importing.plan.places);
  await syncNamed(importing, 'agencies', importing.plan.agencies);
}

async function syncSchool(
  trx: Transaction,
  ground: Ground,
  plan: SchoolPlan,
  demo: boolean,
  at: string,
): Promise<{ schoolId: string; fresh: boolean }> {
  const there = await trx('schools').where({ site: plan.school.site }).first('id');
  const schoolId = there?.id ?? uuidv7(ground.clock.now());
  if (!there) await makeSchoolKeys(trx, ground, schoolId);
  const texts = { name: plan.school.name, details: JSON.stringify(detailsOf(plan)) };
  const row = {
    ...cellsOf(ground.keys, schoolId, 'schools').seal(schoolId, texts),
    time_zone: plan.school.timeZone,
  };
  if (there) {
    await trx('schools').where({ id: schoolId }).update(row);
    return { schoolId, fresh: false };
  }
  const last = await trx('schools').max({ position: 'position' }).first<{ position: number | null }>();
  await trx('schools').insert({
    id: schoolId,
    site: plan.school.site,
    position: (last.position ?? 0) + 1,
    ...row,
    demo: Number(demo),
    store_epoch: randomUUID(),
    created_at: at,
  });
  return { schoolId, fresh: true };
}

function detailsOf({ school }: SchoolPlan): SchoolDetails {
  return {
    dfeNumber: school.dfeNumber ?? null,
    mainContact: school.mainContact,
    chair: school.chair ? { name: school.chair.name ?? null, phone: school.chair.phone ?? null } : null,
    childrensServicesPhone: school.childrensServicesPhone ?? null,
    childrensServicesOutOfHours: school.childrensServicesPhoneOutOfHours ?? null,
    supportEmail: school.supportEmail ?? null,
    supportPhone: school.supportPhone ?? null,
    dayStarts: school.dayStarts,
    dayEnds: school.dayEnds,
    termDates: school.termDates,
  };
}

/** Whoever has an account at another school is asked to join, by a mail of its own. */
async function mailMainContact(importing: Importing, by: string): Promise<void> {
  const { trx, ground, plan, schoolId } = importing;
  const { mainContact, supportEmail, supportPhone, name } = plan.school;
  const asked = await trx('staff')
    .where({
      school_id: schoolId,
      match_index: indexOf(importing, 'staff-email', mainContact.email),
      offer: 'open',
    })
    .first('id');
  if (asked) {
    const origin = await schoolOrigin(ground, schoolId, trx);
    const to = { to: mainContact.email, name: mainContact.name, schoolName: name, origin };
    await mailOffer(trx, ground, { schoolId, staffId: asked.id, ...to }, by);
  }
  const content = {
    to: mainContact.email,
    name: mainContact.name,
    schoolName: name,
    supportEmail: supportEmail ?? null,
    supportPhone: supportPhone ?? null,
    joins: asked !== undefined,
  };
  const message = {
    schoolId,
    channel: 'email',
    template: 'welcome',
    staffId: null,
    content,
    once: 'welcome',
  } as const;
  await queueMessages(trx, ground, [message]);
}
