import * as v from 'valibot';
import { paragraphs, template, type Place, type Template } from './template';

const content = v.object({
  reference: v.string(),
  /** Only for people of several sites (product.md section 4). */
  schoolName: v.nullable(v.string()),
});
type Alert = v.InferOutput<typeof content>;

/** Characters and lines of the text, so that the size of a mail never tells how urgent it is (compose.ts evens out the subject). */
const MAIL_SIZE = 600;
const MAIL_LINES = 20;
const LONGEST_LINE = 70;
const HOUR = 3600;

const gathered = 'They came from one device within 10 minutes and wait to be checked.';
const several = ({ alerts = 1 }: Place): boolean => alerts > 1;

/**
 * Never a name of a child or of staff, no initials, class, category or school year: it lies on lock screens and in
 * mailboxes (access.md, "lock screen and mail"). A gathered one states how many it stands for.
 */
function alertTemplate(title: string, ttl: number, urgency: 'high' | 'normal'): Template {
  const heading = (alert: Alert, place: Place) =>
    `${title} ${alert.reference}${several(place) ? ` and ${String((place.alerts ?? 1) - 1)} more` : ''}`;
  const openHeed = (place: Place) => `Open Heed to read ${several(place) ? 'them' : 'it'}.`;
  return template({
    content,
    mail: (alert, place) => {
      const subject = heading(alert, place);
      const link = `${place.origin}/alerts`;
      const text = paragraphs(
        `${subject}.`,
        alert.schoolName,
        several(place) ? gathered : null,
        `${openHeed(place)}\n${link}`,
        'This mail says nothing else on purpose. Please do not answer it.',
      );
      return { subject, text: padded(text), link };
    },
    push: {
      ttl,
      urgency,
      text: (alert, place) => ({
        title: heading(alert, place),
        body: [alert.schoolName && `${alert.schoolName}.`, several(place) ? gathered : null, openHeed(place)]
          .filter(Boolean)
          .join(' '),
        navigate: alertAddress(place),
      }),
    },
  });
}

function alertAddress(place: Place): string {
  return place.alertId === null || several(place)
    ? `${place.origin}/alerts`
    : `${place.origin}/alerts/${place.alertId}`;
}

/**
 * A text made as long as every other, by spaces that nobody sees. Its lines count too: on its way each one ends with two
 * characters.
 */
function padded(text: string): string {
  const lines: string[] = [];
  let left = MAIL_SIZE - text.length;
  for (let more = MAIL_LINES - (text.split('\n').length - 1); more > 0 && left > 0; more--) {
    const size = Math.min(LONGEST_LINE, Math.ceil(left / more));
    lines.push(`${' '.repeat(size - 1)}\n`);
    left -= size;
  }
  return text + lines.join('');
}

export const alert = alertTemplate('Safeguarding alert', 24 * HOUR, 'normal');
export const urgentAlert = alertTemplate('Urgent safeguarding alert', HOUR, 'high');
