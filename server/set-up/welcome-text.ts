import type { SetUpReply } from '../../protocol/set-up';
import type { House } from '../house';
import { templates } from '../messages/templates/index';
import type { SchoolPlan } from './school-plan';

/** The welcome mail as the main contact gets it, to copy where no mail server is. */
export function welcomeText(
  house: Pick<House, 'mailer'>,
  origin: string,
  { school }: SchoolPlan,
): SetUpReply['welcome'] {
  const content = {
    to: school.mainContact.email,
    name: school.mainContact.name,
    schoolName: school.name,
    supportEmail: school.supportEmail ?? null,
    supportPhone: school.supportPhone ?? null,
  };
  const { subject, text } = templates.welcome.mail(content, { origin, alertId: null });
  return { to: school.mainContact.email, subject, text, mailed: house.mailer.works };
}
