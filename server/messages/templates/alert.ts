import * as v from 'valibot';
import { paragraphs, template, type Place, type Template } from './template';

const content = v.object({
  /** Empty: it is about no concern. */
  reference: v.string(),
  /** Only for people of several sites (product.md section 4). */
  schoolName: v.nullable(v.string()),
});
type Alert = v.InferOutput<typeof content>;
const waitingContent = v.object({
  ...content.entries,
  /** Since it was received, ms. */
  waited: v.number(),
});

/** Characters and lines of the text, so that the size of a mail never tells how urgent it is (compose.ts evens out the subject). */
const MAIL_SIZE = 600;
const MAIL_LINES = 20;
const LONGEST_LINE = 70;
/** Seconds. */
const HOUR = 3600;
/** Milliseconds. */
const MINUTE = 60_000;

const several = ({ alerts = 1 }: Place): boolean => alerts > 1;

interface Kind<Content extends Alert> {
  readonly content: v.GenericSchema<unknown, Content>;
  /** What stands before the reference. */
  title(alert: Content): string;
  /** Said where several went into one message. */
  readonly gathered: (place: Place) => string;
  /** Seconds after which a push is of no use. */
  readonly ttl: number;
  readonly urgency: 'high' | 'normal';
  /** Where it is read, when not among the alerts. */
  readonly path?: string;
}

/**
 * Never a name of a child or of staff, no initials, class, category or school year: it lies on lock screens and in
 * mailboxes (access.md, "lock screen and mail"). A gathered one states how many it stands for.
 */
function alertTemplate<Content extends Alert>(kind: Kind<Content>): Template {
  const { gathered, ttl, urgency } = kind;
  const heading = (alert: Content, place: Place) =>
    `${[kind.title(alert), alert.reference].filter(Boolean).join(' ')}${several(place) ? ` and ${String((place.alerts ?? 1) - 1)} more` : ''}`;
  const openHeed = (place: Place) => `Open Heed to read ${several(place) ? 'them' : 'it'}.`;
  return template({
    content: kind.content,
    mail: (alert, place) => {
      const subject = heading(alert, place);
      const link = `${place.origin}${kind.path ?? '/alerts'}`;
      const text = paragraphs(
        `${subject}.`,
        alert.schoolName,
        several(place) ? gathered(place) : null,
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
        body: [
          alert.schoolName && `${alert.schoolName}.`,
          several(place) ? gathered(place) : null,
          openHeed(place),
        ]
          .filter(Boolean)
          .join(' '),
        navigate: kind.path === undefined ? alertAddress(place) : place.origin + kind.path,
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

/** "30 min", "90 min", "17 h", "3 days". */
function lasting(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 120) return `${String(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${String(hours)} h` : `${String(Math.floor(hours / 24))} days`;
}

const fresh = {
  content,
  gathered: ({ held }: Place) =>
    held
      ? 'They came while your notifications were quiet.'
      : 'They came from one device soon after one another and wait to be checked.',
};
const stillWaiting = { content: waitingContent, gathered: () => 'Nobody has taken them yet.' };

export const alert = alertTemplate({
  ...fresh,
  title: () => 'Safeguarding alert',
  ttl: 24 * HOUR,
  urgency: 'normal',
});
export const urgentAlert = alertTemplate({
  ...fresh,
  title: () => 'Urgent safeguarding alert',
  ttl: HOUR,
  urgency: 'high',
});
export const waiting = alertTemplate({
  ...stillWaiting,
  title: ({ waited }) => `Still waiting, ${lasting(waited)}: safeguarding alert`,
  ttl: 24 * HOUR,
  urgency: 'normal',
});
export const urgentWaiting = alertTemplate({
  ...stillWaiting,
  title: ({ waited }) => `Still waiting, ${lasting(waited)}: urgent safeguarding alert`,
  ttl: HOUR,
  urgency: 'high',
});
/** Alerts of rules that are told once a day (docs/specs/alerts.md, Once a day). */
export const dailySummary = alertTemplate({
  content,
  gathered: () => 'They came since the last summary. None of them is urgent.',
  title: () => 'Safeguarding summary',
  ttl: 24 * HOUR,
  urgency: 'normal',
});
/** Something that was to be done about a concern, or answered, is late; told to its owner once. */
export const overdue = alertTemplate({
  content,
  gathered: () => 'They are late.',
  title: () => 'An action is late: safeguarding alert',
  ttl: 24 * HOUR,
  urgency: 'normal',
});

/** Files that a record names have not come for a day: they lie on a device that nobody opens, or are lost with it. */
export const filesLate = alertTemplate({
  content,
  gathered: () => 'Their files have not arrived.',
  title: () => 'A file has not arrived: safeguarding alert',
  ttl: 24 * HOUR,
  urgency: 'normal',
});

/** Whoever recorded something has written more about it; told to who has the record, else to the leads. */
export const addition = alertTemplate({
  content,
  gathered: () => 'More was written about them.',
  title: () => 'More was written: safeguarding alert',
  ttl: 24 * HOUR,
  urgency: 'normal',
});

/** A lead has replied to whoever recorded something; they alone read it, with their records. */
export const reply = alertTemplate({
  content,
  gathered: () => 'They are with your records.',
  title: () => 'There is a reply for you: record',
  ttl: 24 * HOUR,
  urgency: 'normal',
  path: '/mine',
});

/** A review whose day is over, or the file of a leaver: which, and whose, stands behind full access. */
export const taskLate = alertTemplate({
  content,
  gathered: () => 'They are for the safeguarding leads.',
  title: () => 'A safeguarding task is late',
  ttl: 24 * HOUR,
  urgency: 'normal',
  path: '/actions',
});
