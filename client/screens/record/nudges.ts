/*
 * Two gentle questions about the words of a record. They never block, and they never leave the device.
 */

/** Words that say what the writer thinks, not what was seen (ui.md, Wording). Local and short on purpose. */
const OPINIONS = [
  'obviously',
  'clearly',
  'as usual',
  'typical',
  'typically',
  'always',
  'never',
  'attention seeking',
  'attention-seeking',
  'manipulative',
  'manipulating',
  'dramatic',
  'overreacting',
  'exaggerating',
  'lying',
  'liar',
  'naughty',
  'spoilt',
  'lazy',
  'badly behaved',
  'aggressive',
  'abusive',
  'neglectful',
  'dirty',
  'filthy',
  'inappropriate',
  'strange',
  'weird',
  'probably',
  'must have been',
  'i think',
  'i feel that',
  'in my opinion',
];

const opinion = new RegExp(`(?<![\\p{L}-])(?:${OPINIONS.join('|')})(?![\\p{L}-])`, 'iu');
/** In “ ” or " ": somebody's exact words, which are to be as they were said. An open quotation counts to its line's end. */
const QUOTED = /“[^”\n]*(?:”|$)|"[^"\n]*(?:"|$)/gm;
const ASKED = /(?<!\p{L})i (?:\p{L}+ )?(?:ask|asked|questioned|quizzed)(?!\p{L})/iu;

/**
 * The first word of opinion outside speech marks, as it was typed.
 * @returns null when there is none
 */
export function findOpinion(text: string): string | null {
  return opinion.exec(text.replace(QUOTED, ' “” '))?.[0] ?? null;
}

/** Whether the writer put questions to the child: a question mark, or "I asked". */
export function asksQuestions(text: string): boolean {
  return text.includes('?') || ASKED.test(text);
}
