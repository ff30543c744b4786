/** What a reason is asked for. */
export interface ReasonAsked {
  /** id of what it is asked about: a reason that was begun comes back only there */
  readonly about: string;
  readonly heading: string;
  readonly label: string;
  readonly hint: string;
  readonly save: string;
  /** Does it; what it throws is shown, and what was typed stays. */
  readonly send: (reason: string) => Promise<void>;
}
