/** A check of valibot as far as it is described: its name and what it requires. */
interface Check {
  readonly kind: string;
  readonly type: string;
  readonly requirement?: unknown;
}

const formats: Readonly<Record<string, string>> = {
  email: 'email',
  uuid: 'uuid',
  url: 'uri',
  iso_timestamp: 'date-time',
};

const bounds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  min_length: { string: 'minLength', array: 'minItems' },
  max_length: { string: 'maxLength', array: 'maxItems' },
  min_value: { number: 'minimum' },
  max_value: { number: 'maximum' },
};

/**
 * The keywords of JSON Schema that say what one check of a pipe requires.
 * @param type the `type` of the value that is checked
 * @throws for a check that it does not know, also one that is a function
 */
export function keywordsOfCheck(check: Check, type: string | undefined): Record<string, unknown> {
  const format = formats[check.type];
  if (format) return { format };
  const bound = bounds[check.type]?.[type ?? ''];
  if (bound && typeof check.requirement === 'number') return { [bound]: check.requirement };
  if (check.type === 'integer' && type === 'number') return { type: 'integer' };
  if (check.type === 'regex' && check.requirement instanceof RegExp) return patternOf(check.requirement);
  throw new TypeError(`no JSON Schema is known for the ${check.kind} "${check.type}"`);
}

/** A pattern has no flags in JSON Schema; `u` is how every pattern is read there. */
function patternOf(expression: RegExp): { pattern: string } {
  if (expression.flags.replace('u', '') !== '') {
    throw new TypeError(`the pattern ${String(expression)} has flags that JSON Schema does not have`);
  }
  return { pattern: expression.source };
}
