/** Width of a text in points. */
export type Measure = (text: string) => number;

/**
 * Cuts a text into lines of at most this width, where spaces are; a word that is wider than a line is cut where the
 * line ends. Its own line breaks stay.
 * @param width points
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => linesOf(paragraph.trimEnd(), width, measure));
}

function linesOf(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  const space = measure(' ');
  for (const word of paragraph.match(/[^ ]+ *| +/gu) ?? []) {
    // Measured with its spaces as it will be written, since setting a word is what a long paper takes its time for.
    const whole = measure(word);
    const bare = whole - space * (word.length - word.trimEnd().length);
    if (line !== '' && used + bare > width) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    if (bare > width) {
      const pieces = cutWord(word, width, measure);
      line = pieces.pop() ?? '';
      lines.push(...pieces);
      used = measure(line);
      continue;
    }
    line += word;
    used += whole;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Pieces of a word without a space, each as long as a line takes. */
function cutWord(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let [piece, used] = ['', 0];
  for (const letter of word) {
    const more = measure(letter);
    if (piece !== '' && used + more > width) {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += letter;
    used += more;
  }
  return [...pieces, piece];
}
