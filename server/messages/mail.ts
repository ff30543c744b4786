/** One e-mail, ready to go. */
export interface Mail {
  /** Id of its message; the same at every attempt, so that a mail server can tell a repeat. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What the mail is about, for the log of a server without a mail server. */
  readonly link: string | null;
  /** When it was queued: ISO 8601, UTC. */
  readonly at: string;
}

export interface Mailer {
  /** Returns when the mail was accepted. @throws otherwise, with whatever the other side said. */
  send(mail: Mail): Promise<void>;
  /** False where mails only become files: nobody receives them. */
  readonly works: boolean;
}
