import { settingFaults } from '../../../protocol/words/import/rows';
import { readEmail, readTermDates, readTime, readTimeZone } from '../cell-values';
import type { Reading } from '../reading';
import { given, many, one } from '../row-values';
import type { PlannedSchool } from '../school-plan';

/** What holds where the sheet leaves a cell blank: an English school day. */
export const DEFAULT_HOURS = { timeZone: 'Europe/London', dayStarts: '08:30', dayEnds: '15:30' } as const;

/** The sheet School, with its own rules: the day ends after it starts, the chair is nobody of the staff. */
export function planSchoolSheet(reading: Reading): PlannedSchool {
  const { settings } = reading;
  checkDay(reading);
  checkChair(reading);
  const chair = given({
    name: settings.text('Chair name'),
    email: readEmail(settings.text('Chair e-mail')),
    phone: settings.text('Chair phone'),
  });
  const leadEmail = one(reading, settings, 'Safeguarding lead e-mail', 'staff');
  const deputies = many(reading, settings, 'Deputy lead e-mails', 'staff');
  return {
    name: settings.text('School name'),
    site: settings.text('Site'),
    mainContact: {
      name: settings.text('Main contact name'),
      email: one(reading, settings, 'Main contact e-mail', 'staff'),
    },
    leadEmail,
    deputyEmails: deputies.filter((email) => email !== leadEmail),
    headEmail: one(reading, settings, 'Headteacher e-mail', 'staff'),
    ...(Object.keys(chair).length > 0 ? { chair } : {}),
    ...given({
      dfeNumber: settings.text('DfE number'),
      childrensServicesPhone: settings.text("Children's services phone"),
      childrensServicesPhoneOutOfHours: settings.text("Children's services phone out of hours"),
      fallbackAlertGroup: one(reading, settings, 'Fallback alert group', 'alert group'),
      supportEmail: readEmail(settings.text('Support e-mail')),
      supportPhone: settings.text('Support phone'),
    }),
    timeZone: readTimeZone(settings.text('Time zone') || DEFAULT_HOURS.timeZone) ?? '',
    ...hours(reading),
    termDates: readTermDates(settings.text('Term dates')) ?? [],
  };
}

function hours({ settings }: Reading): { dayStarts: string; dayEnds: string } {
  return {
    dayStarts: readTime(settings.text('School day starts') || DEFAULT_HOURS.dayStarts) ?? '',
    dayEnds: readTime(settings.text('School day ends') || DEFAULT_HOURS.dayEnds) ?? '',
  };
}

function checkDay(reading: Reading): void {
  const { dayStarts, dayEnds } = hours(reading);
  if (dayStarts === '' || dayEnds === '' || dayStarts < dayEnds) return;
  const said = settingFaults.dayEndsFirst(dayStarts, dayEnds);
  reading.findings.fault(reading.settings.at('School day ends'), said);
}

/** A Chair e-mail makes an account of its own (product.md, Alerts), so no member of staff may have it. */
function checkChair(reading: Reading): void {
  const { settings, findings, names } = reading;
  const text = settings.text('Chair e-mail');
  if (text === '') {
    findings.warning(settings.at('Chair e-mail'), settingFaults.noChair);
  } else if (names.staff.find(text) !== undefined) {
    findings.fault(settings.at('Chair e-mail'), settingFaults.chairOnStaff(text));
  }
}
