import * as v from 'valibot';

/** What every text may point to. */
export interface Place {
  /** Origin of the school that the message is about, without a trailing slash. */
  readonly origin: string;
  /** The alert that the message tells of, if it tells of one. */
  readonly alertId: string | null;
  /** How many alerts it tells of, where several were gathered into one message; otherwise one. */
  readonly alerts?: number;
  /** It waited for the end of quiet hours or for the daily summary. */
  readonly held?: boolean;
}

/** One e-mail as a person reads it: plain text only. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  /** The one link that the mail is about, for the log of a server without a mail server. */
  readonly link: string | null;
}

/** One notification as a person reads it on a lock screen. */
export interface PushText {
  readonly title: string;
  readonly body: string;
  /** Absolute address that a click opens (platform.md, Push: "click"). */
  readonly navigate: string;
}

export interface Template {
  /** @throws when the content is not what this text needs. */
  mail(content: unknown, place: Place): MailText;
  /** Null where a text is never pushed. */
  readonly push: {
    /** Seconds after which the push is of no use. */
    readonly ttl: number;
    readonly urgency: 'high' | 'normal';
    text(content: unknown, place: Place): PushText;
  } | null;
}

interface Given<S extends v.GenericSchema> {
  readonly content: S;
  mail(content: v.InferOutput<S>, place: Place): MailText;
  readonly push?: {
    readonly ttl: number;
    readonly urgency: 'high' | 'normal';
    text(content: v.InferOutput<S>, place: Place): PushText;
  };
}

/** One text with the facts that it needs, checked each time before it is written. */
export function template<S extends v.GenericSchema>(given: Given<S>): Template {
  const { push } = given;
  return {
    mail: (content, place) => given.mail(v.parse(given.content, content), place),
    push: push
      ? { ...push, text: (content, place) => push.text(v.parse(given.content, content), place) }
      : null,
  };
}

/** Characters per line, so that a mail travels as it stands and reads well in any window. */
const LINE = 72;

/** Paragraphs with a blank line between them, each line wrapped at spaces; links stay whole. */
export function paragraphs(...texts: readonly (string | null)[]): string {
  const lines = texts
    .filter((text) => text !== null)
    .join('\n\n')
    .split('\n');
  return `${lines.map(wrap).join('\n')}\n`;
}

function wrap(line: string): string {
  let width = 0;
  const words = line.split(' ').map((word, index) => {
    const fits = width + 1 + word.length <= LINE;
    width = index > 0 && fits ? width + 1 + word.length : word.length;
    if (index === 0) return word;
    return fits ? ` ${word}` : `\n${word}`;
  });
  return words.join('');
}
