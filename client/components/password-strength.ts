import { locale } from '../../protocol/words/language';

/** How a password is judged: an index into `welcome.strength`, and 0 to 4 for the bar. */
export type Strength = 0 | 1 | 2 | 3 | 4;

const LEAST = 8;
/** Bits of guessing that the steps weak, fair and good end at. */
const STEPS = [36, 52, 68] as const;

/**
 * A rough guess of how many tries a password stands, for the bar only: the school refuses what is on lists of stolen
 * passwords. Repeated and neighbouring characters ("aaaa", "1234", "qwer") count for little, length for most.
 */
export function passwordStrength(password: string, personal: readonly string[] = []): Strength {
  const characters = Array.from(password);
  if (characters.length < LEAST) return 0;
  const surprising = characters.filter((character, place) => isSurprising(character, characters[place - 1]));
  const bits =
    surprising.length * Math.log2(alphabetSize(password)) * (isPersonal(password, personal) ? 0.5 : 1);
  return (1 + STEPS.filter((step) => bits > step).length) as Strength;
}

function alphabetSize(password: string): number {
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 20],
  ];
  return Math.max(
    10,
    kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0),
  );
}

function isSurprising(character: string, before: string | undefined): boolean {
  if (before === undefined) return true;
  const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  const keyboard = 'qwertyuiop asdfghjkl zxcvbnm';
  const near = keyboard.indexOf(before.toLowerCase() + character.toLowerCase()) >= 0;
  return Math.abs(step) > 1 && !near;
}

function isPersonal(password: string, personal: readonly string[]): boolean {
  const folded = password.toLocaleLowerCase(locale);
  return personal.some((word) => word.length > 3 && folded.includes(word.toLocaleLowerCase(locale)));
}
