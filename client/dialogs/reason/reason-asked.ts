/** What a reason is asked for. */
export interface ReasonAsked {
  readonly heading: string;
  readonly label: string;
  readonly hint: string;
  readonly save: string;
  /** Does it; what it throws is shown, and what was typed stays. */
  readonly send: (reason: string) => Promise<void>;
}
