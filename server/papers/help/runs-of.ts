import { plainText, type Span } from '../../../protocol/help-sheets';
import type { Said } from '../sheet/flow';
import type { Run } from '../sheet/runs';

/** A line of a help sheet: labels are strong, a word of somebody else and a link stand as they are. */
export function runsOf(spans: readonly Span[]): Said {
  if (spans.every((span) => typeof span === 'string')) return plainText(spans);
  return spans.map((span): Run => {
    const strong = typeof span === 'object' && 'label' in span;
    return { text: plainText([span]), weight: strong ? 'strong' : 'text' };
  });
}
