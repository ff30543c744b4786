import { breakLines } from './lines';
import type { Weight } from './fonts';

/** A stretch of a text in one weight. */
export interface Run {
  readonly text: string;
  readonly weight: Weight;
}

/** Width of a run in points. */
export type MeasureRun = (run: Run) => number;

/**
 * Cuts a text of several weights into lines of at most this width, where spaces are and where it breaks by itself; a word
 * that is wider than a line is cut where the line ends.
 * @param width points
 */
export function breakRuns(runs: readonly Run[], width: number, measure: MeasureRun): Run[][] {
  const lines: Run[][] = [];
  let [line, used]: [Run[], number] = [[], 0];
  const end = () => {
    lines.push(trimmed(line));
    [line, used] = [[], 0];
  };
  for (const word of wordsOf(runs).flatMap((one) => cut(one, width, measure))) {
    if (line.length > 0 && used + widthOf(trimmed(word), measure) > width) end();
    if (word[0]?.text === '\n') {
      end();
      continue;
    }
    line.push(...word);
    used += widthOf(word, measure);
  }
  end();
  return lines;
}

const widthOf = (word: readonly Run[], measure: MeasureRun): number =>
  word.reduce((sum, run) => sum + measure(run), 0);

/** Words with the spaces behind them; a word may change its weight, and a break of a line is a word of its own. */
function wordsOf(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [];
  let open = false;
  for (const { text, weight } of runs) {
    for (const [piece] of text.matchAll(/\n|[^ \n]+ *| +/gu)) {
      const last = words.at(-1);
      if (open && last && piece !== '\n') last.push({ text: piece, weight });
      else words.push([{ text: piece, weight }]);
      open = piece !== '\n' && !piece.endsWith(' ');
    }
  }
  return words;
}

/** A word as it fits: whole, or in pieces. */
function cut(word: Run[], width: number, measure: MeasureRun): Run[][] {
  if (widthOf(trimmed(word), measure) <= width) return [word];
  return word.flatMap(({ text, weight }) =>
    breakLines(text, width, (some) => measure({ text: some, weight })).map((piece) => [
      { text: piece, weight },
    ]),
  );
}

/** Without the spaces at its end, and runs of one weight joined. */
function trimmed(line: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const { text, weight } of line) {
    const last = joined.at(-1);
    if (last?.weight === weight) joined[joined.length - 1] = { text: last.text + text, weight };
    else joined.push({ text, weight });
  }
  const last = joined.at(-1);
  if (last) joined[joined.length - 1] = { ...last, text: last.text.trimEnd() };
  return joined;
}
