import * as v from 'valibot';
import { paragraphs, template, type Place, type Template } from './template';

const content = v.object({
  reference: v.string(),
  /** Only for people of several sites (product.md section 4). */
  schoolName: v.nullable(v.string()),
});
type Alert = v.InferOutput<typeof content>;

/** Characters of the text, so that the size of a mail never tells how urgent it is (compose.ts evens out the subject). */
const MAIL_SIZE = 600;
const LINE = 70;
const HOUR = 3600;

/**
 * Never a name of a child or of staff, no initials, class, category or school year: it lies on lock screens and in
 * mailboxes (access.md, "lock screen and mail").
 */
function alertTemplate(title: string, ttl: number, urgency: 'high' | 'normal'): Template {
  const heading = (alert: Alert) => `${title} ${alert.reference}`;
  const openHeed = (alert: Alert) => [alert.schoolName, 'Open Heed to read it.'].filter(Boolean).join('. ');
  return template({
    content,
    mail: (alert, place) => {
      const subject = heading(alert);
      const link = `${place.origin}/alerts`;
      const text = paragraphs(
        `${heading(alert)}.`,
        alert.schoolName,
        `Open Heed to read it.\n${link}`,
        'This mail says nothing else on purpose. Please do not answer it.',
      );
      return { subject, text: text + spaces(MAIL_SIZE - text.length), link };
    },
    push: {
      ttl,
      urgency,
      text: (alert, place) => ({
        title: heading(alert),
        body: openHeed(alert),
        navigate: alertAddress(place),
      }),
    },
  });
}

function alertAddress(place: Place): string {
  return place.alertId === null ? `${place.origin}/alerts` : `${place.origin}/alerts/${place.alertId}`;
}

/** `count` characters that nobody sees, in lines that no mail server has to break. */
function spaces(count: number): string {
  const lines: string[] = [];
  for (let left = count; left > 0; left -= LINE) lines.push(`${' '.repeat(Math.min(left, LINE) - 1)}\n`);
  return lines.join('');
}

export const alert = alertTemplate('Safeguarding alert', 24 * HOUR, 'normal');
export const urgentAlert = alertTemplate('Urgent safeguarding alert', HOUR, 'high');
