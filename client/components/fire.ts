/**
 * Sends a typed event up from an element. Every element declares its events in `HTMLElementEventMap`, so a
 * misspelt name or a wrong detail does not compile.
 */
export function fire<Name extends keyof HTMLElementEventMap>(
  from: HTMLElement,
  name: Name,
  ...detail: HTMLElementEventMap[Name] extends CustomEvent<infer Detail>
    ? undefined extends Detail
      ? []
      : [Detail]
    : never
): void {
  const [value] = detail as readonly unknown[];
  from.dispatchEvent(new CustomEvent(name, { detail: value, bubbles: true, composed: true }));
}
